/// A pattern of paths: `*`, `?` and `[a-z]` within a name, `**` for any number of folders.
///
/// Matching takes time that grows with the product of the two lengths at most.
public struct PathPattern: Sendable, Hashable {
    /// As it is written.
    public let text: String
    private let names: [[Unicode.Scalar]]

    /// Makes a pattern; one without a slash is about the last name of a path.
    public init(_ text: String) {
        self.text = text
        let parts = text.split(separator: "/").map { Array($0.unicodeScalars) }
        names = text.contains("/") ? parts : [Self.anyFolders] + parts
    }

    /// Whether a word of a command line means a pattern.
    public static func isPattern(_ word: String) -> Bool {
        word.contains { "*?[".contains($0) }
    }

    /// The folder in which all paths that match are: what stands before the first name with a sign of its own.
    public var root: String {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let plain = parts.dropLast().prefix { !Self.isPattern($0) }
        let path = plain.joined(separator: "/")
        return path.isEmpty ? (text.hasPrefix("/") ? "/" : ".") : path
    }

    /// How many folders deep a path below `root` can match; nil without a limit.
    public var depth: Int? {
        names.contains(Self.anyFolders) ? nil : names.count
    }

    /// Whether a path matches, name by name; `.` at its beginning does not count.
    public func matches(_ path: String) -> Bool {
        let parts = path.split(separator: "/").filter { $0 != "." }.map { Array($0.unicodeScalars) }
        let names = names.filter { $0 != ["."] }
        return Self.matches(parts, names, isAny: { $0 == Self.anyFolders }, Self.matches)
    }

    private static let anyFolders: [Unicode.Scalar] = ["*", "*"]

    /// Whether items match a pattern with wildcards for any number of items; goes back to the last wildcard alone.
    private static func matches<Item, Sign>(
        _ items: [Item], _ signs: [Sign], isAny: (Sign) -> Bool, _ fits: (Item, Sign) -> Bool
    ) -> Bool {
        var (item, sign) = (0, 0)
        var retry: (item: Int, sign: Int)?
        while item < items.count {
            if sign < signs.count, isAny(signs[sign]) {
                retry = (item, sign)
                sign += 1
            } else if sign < signs.count, fits(items[item], signs[sign]) {
                item += 1
                sign += 1
            } else if let last = retry {
                retry = (last.item + 1, last.sign)
                (item, sign) = (last.item + 1, last.sign + 1)
            } else {
                return false
            }
        }
        return signs[sign...].allSatisfy(isAny)
    }

    /// Whether a name matches the pattern of a name.
    private static func matches(_ name: [Unicode.Scalar], _ pattern: [Unicode.Scalar]) -> Bool {
        let signs = NameSign.signs(of: pattern)
        // As in a shell, a wildcard at the beginning matches no hidden file.
        if name.first == ".", signs.first != .scalar(".") { return false }
        return matches(name, signs, isAny: { $0 == .any }) { $1.matches($0) }
    }
}

/// A sign of the pattern of a name.
private enum NameSign: Equatable {
    case any, one
    case scalar(Unicode.Scalar)
    case set([ClosedRange<UInt32>], isInverted: Bool)

    static func signs(of pattern: [Unicode.Scalar]) -> [NameSign] {
        var signs: [NameSign] = []
        var rest = pattern[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "*": if signs.last != .any { signs.append(.any) }
            case "?": signs.append(.one)
            case "[": signs.append(set(&rest) ?? .scalar("["))
            default: signs.append(.scalar(scalar))
            }
        }
        return signs
    }

    /// Reads a set up to its bracket; nil, with nothing read, where there is none.
    private static func set(_ rest: inout ArraySlice<Unicode.Scalar>) -> NameSign? {
        var inner = rest
        let isInverted = inner.first == "!" || inner.first == "^"
        if isInverted { inner = inner.dropFirst() }
        guard let end = inner.dropFirst().firstIndex(of: "]") else { return nil }
        var members = inner[..<end]
        var ranges: [ClosedRange<UInt32>] = []
        while let first = members.popFirst() {
            guard members.first == "-", let last = members.dropFirst().first else {
                ranges.append(first.value...first.value)
                continue
            }
            members = members.dropFirst(2)
            ranges.append(first.value...max(first.value, last.value))
        }
        rest = rest[(end + 1)...]
        return .set(ranges, isInverted: isInverted)
    }

    func matches(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .any, .one: true
        case .scalar(let own): own == scalar
        case .set(let ranges, let isInverted): ranges.contains { $0.contains(scalar.value) } != isInverted
        }
    }
}
