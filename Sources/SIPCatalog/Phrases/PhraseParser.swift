/// Reads the small language of ``PhraseTemplate``.
struct PhraseParser {
    private var rest: Substring
    private var depth = 0
    /// Braces and brackets inside of each other; the data files need three.
    private static let depthLimit = 8

    init(_ source: String) {
        rest = source[...]
    }

    /// The parts of the whole text.
    mutating func parse() throws(PhraseSyntaxError) -> [PhraseTemplate.Part] {
        let parts = try parts(until: [])
        if let stray = rest.first { throw PhraseSyntaxError(message: "'\(stray)' closes nothing") }
        return parts
    }

    /// Parts up to one of the characters that end them, which is left to be read.
    private mutating func parts(
        until ends: Set<Character>, inCase: Bool = false
    ) throws(PhraseSyntaxError) -> [PhraseTemplate.Part] {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw PhraseSyntaxError(message: "nested too deep") }
        var parts: [PhraseTemplate.Part] = []
        var literal = ""
        func flush() {
            if !literal.isEmpty { parts.append(.literal(literal)) }
            literal = ""
        }
        while let character = rest.first, !ends.contains(character) {
            switch character {
            case "{":
                flush()
                rest.removeFirst()
                parts.append(try place())
            case "[":
                flush()
                rest.removeFirst()
                parts.append(.optional(try self.parts(until: ["]"], inCase: inCase)))
                try take("]")
            case "]", "}": throw PhraseSyntaxError(message: "'\(character)' closes nothing")
            case "#" where inCase:
                flush()
                rest.removeFirst()
                parts.append(.count)
            case "\\":
                rest.removeFirst()
                guard let escaped = rest.popFirst() else { throw PhraseSyntaxError(message: "a backslash at the end") }
                literal.append(escaped)
            default:
                literal.append(character)
                rest.removeFirst()
            }
        }
        flush()
        return parts
    }

    private mutating func place() throws(PhraseSyntaxError) -> PhraseTemplate.Part {
        let first = try name()
        switch rest.popFirst() {
        case "}": return .place(name: first, article: nil)
        case ".":
            let second = try name()
            try take("}")
            return .place(name: second, article: first)
        case "|": return .cases(name: first, try cases())
        default: throw PhraseSyntaxError(message: "the place '\(first)' is not closed")
        }
    }

    private mutating func cases() throws(PhraseSyntaxError) -> [PhraseTemplate.Case] {
        var cases: [PhraseTemplate.Case] = []
        while true {
            let name = try name()
            try take(":")
            guard !cases.contains(where: { $0.name == name }) else {
                throw PhraseSyntaxError(message: "the case '\(name)' is given twice")
            }
            cases.append(.init(name: name, parts: try parts(until: ["|", "}"], inCase: true)))
            switch rest.popFirst() {
            case "|": continue
            case "}": return cases
            default: throw PhraseSyntaxError(message: "the case '\(name)' is not closed")
            }
        }
    }

    private mutating func name() throws(PhraseSyntaxError) -> String {
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        guard !name.isEmpty else { throw PhraseSyntaxError(message: "a place or case without a name") }
        rest = rest.dropFirst(name.count)
        return String(name)
    }

    private mutating func take(_ character: Character) throws(PhraseSyntaxError) {
        guard rest.popFirst() == character else { throw PhraseSyntaxError(message: "'\(character)' is missing") }
    }
}
