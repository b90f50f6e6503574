/// A value of a YAML file, with the place where it begins.
public struct YAMLNode: Sendable, Hashable {
    /// What a value is.
    public indirect enum Content: Sendable, Hashable {
        /// A word, a number, a text; `isPlain` tells that it stands without quotation marks and is no block.
        case scalar(String, isPlain: Bool)
        /// A list.
        case sequence([YAMLNode])
        /// Keys with their values, in the order of the file; no key is there twice.
        case mapping([YAMLEntry])
    }

    /// What it is.
    public var content: Content
    /// Where it begins.
    public var mark: YAMLMark

    /// Makes a node.
    public init(_ content: Content, at mark: YAMLMark) {
        self.content = content
        self.mark = mark
    }

    /// Whether nothing is written for it, or `~` or `null`.
    public var isNull: Bool {
        guard case .scalar(let text, isPlain: true) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }
}

/// A key with its value.
public struct YAMLEntry: Sendable, Hashable {
    /// The key.
    public var key: String
    /// Where the key begins.
    public var mark: YAMLMark
    /// The value.
    public var value: YAMLNode

    /// Makes an entry.
    public init(_ key: String, at mark: YAMLMark, _ value: YAMLNode) {
        self.key = key
        self.mark = mark
        self.value = value
    }
}

/// A place in a YAML file.
public struct YAMLMark: Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// The column in characters, from 1.
    public var column: Int

    /// Makes a mark.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// Why a YAML file cannot be used: where, and what to do about it.
public struct YAMLError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong, and what would be right, in a line; what it quotes is escaped.
    public var message: String
    /// Where.
    public var mark: YAMLMark

    /// Makes an error.
    public init(_ message: String, at mark: YAMLMark) {
        self.message = message
        self.mark = mark
    }

    /// Line, column and message: `3:5: unknown key 'form'; did you mean 'from'?`.
    public var description: String { "\(mark.line):\(mark.column): \(message)" }
}

/// What a YAML file may at most be: people write them, so that anything larger is a mistake or an attack.
public struct YAMLLimits: Sendable {
    /// Bytes.
    public var bytes = 1 << 20
    /// Lists and mappings within each other.
    public var depth = 32
    /// Values and keys.
    public var nodes = 100_000

    /// The defaults.
    public init() {}
}
