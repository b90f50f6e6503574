import TraceTypes

/// Reading values as what they have to be. `role` says what the value is for, as in "'status' wants a number".
extension YAMLNode {
    /// A text: any scalar but an empty one, as it is written.
    public func text(_ role: String) throws(YAMLError) -> String {
        guard case .scalar(let text, _) = content, !isNull else { throw wrong(role, "a text") }
        return text
    }

    /// A whole number within a range.
    public func integer(_ role: String, in range: ClosedRange<Int>) throws(YAMLError) -> Int {
        guard case .scalar(let text, isPlain: true) = content, let number = Int(text), range.contains(number) else {
            throw wrong(role, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// `true` or `false`; `yes`, `no`, `on` and `off` as well (YAML 1.1).
    public func bool(_ role: String) throws(YAMLError) -> Bool {
        guard case .scalar(let text, isPlain: true) = content else { throw wrong(role, "true or false") }
        switch text.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default: throw wrong(role, "true or false")
        }
    }

    /// One of some words.
    public func choice(_ role: String, of words: [String]) throws(YAMLError) -> String {
        guard case .scalar(let text, _) = content else { throw wrong(role, listed(words, "or")) }
        guard words.contains(text) else {
            let guess = suggestion(for: text, in: words).map { "; did you mean '\($0)'?" }
            throw YAMLError(
                "'\(role)' wants \(listed(words, "or")), not \(quoted(text))\(guess ?? "")", at: mark)
        }
        return text
    }

    /// The items of a list; a single scalar or mapping stands for a list of itself.
    public func items(_ role: String) throws(YAMLError) -> [YAMLNode] {
        switch content {
        case .sequence(let items): return items
        case .scalar where isNull: throw wrong(role, "a list")
        case .scalar, .mapping: return [self]
        }
    }

    /// The entries of a mapping, whose keys may be anything.
    public func entries(_ role: String) throws(YAMLError) -> [YAMLEntry] {
        guard case .mapping(let entries) = content else { throw wrong(role, "keys with values") }
        return entries
    }

    /// A mapping whose keys are all among `keys`.
    public func fields(_ role: String, keys: [String]) throws(YAMLError) -> YAMLFields {
        let entries = try entries(role)
        for entry in entries where !keys.contains(entry.key) {
            let guess = suggestion(for: entry.key, in: keys).map { "did you mean '\($0)'?" }
            throw YAMLError(
                "unknown key \(quoted(entry.key)) in \(role); \(guess ?? "there are \(listed(keys, "and"))")",
                at: entry.mark)
        }
        return YAMLFields(mark: mark, entries: entries)
    }

    /// The error of a value that is something else than it has to be.
    public func wrong(_ role: String, _ wanted: String) -> YAMLError {
        let given =
            switch content {
            case .scalar where isNull: "nothing"
            case .scalar(let text, _): quoted(text)
            case .sequence: "a list"
            case .mapping: "keys with values"
            }
        return YAMLError("'\(role)' wants \(wanted), not \(given)", at: mark)
    }
}

/// A mapping whose keys are known.
public struct YAMLFields: Sendable {
    /// Where the mapping begins.
    public let mark: YAMLMark
    private let entries: [YAMLEntry]

    init(mark: YAMLMark, entries: [YAMLEntry]) {
        self.mark = mark
        self.entries = entries
    }

    /// The value of a key; nil where the key is not there.
    public subscript(key: String) -> YAMLNode? {
        entry(key)?.value
    }

    /// A key with its value.
    public func entry(_ key: String) -> YAMLEntry? {
        entries.first { $0.key == key }
    }

    /// The value of a key that has to be there.
    public func required(_ key: String, _ role: String) throws(YAMLError) -> YAMLNode {
        guard let value = self[key] else { throw YAMLError("\(role) needs '\(key)'", at: mark) }
        return value
    }

    /// Whether there is no key at all.
    public var isEmpty: Bool { entries.isEmpty }
}
