import TraceTypes

/// Takes a filter apart into tokens.
struct FilterLexer {
    /// Bytes that a filter may have.
    static let longest = 4_096

    private let text: String
    private let characters: [Character]
    private var position = 0

    /// The tokens of a filter, with one for its end.
    static func tokens(_ text: String) throws(FilterError) -> [FilterToken] {
        guard text.utf8.count <= longest else {
            throw FilterError("the filter is longer than \(longest) bytes", at: 0, of: text)
        }
        var lexer = FilterLexer(text)
        var tokens: [FilterToken] = []
        repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    /// A word between quotes, with nothing in it that could steer a terminal, and cut where it is very long.
    static func quoted(_ word: String) -> String {
        "'\(escaped(String(word.prefix(40))))\(word.count > 40 ? "…" : "")'"
    }

    private init(_ text: String) {
        self.text = text
        characters = Array(text)
    }

    private func character(_ distance: Int = 0) -> Character? {
        characters.indices.contains(position + distance) ? characters[position + distance] : nil
    }

    private mutating func next() throws(FilterError) -> FilterToken {
        while let character = character(), character.isWhitespace { position += 1 }
        let start = position
        guard let first = character() else { return FilterToken(kind: .end, offset: start) }
        switch first {
        case "\"", "'": return FilterToken(kind: .string(try string(first)), offset: start)
        case _ where Self.curlyQuotes.contains(first):
            throw FilterError("\(Self.quoted(String(first))) is no quote here; write \" or '", at: start, of: text)
        case _ where Self.signs.contains(first): return FilterToken(kind: try sign(), offset: start)
        default: break
        }
        while let character = character(), !character.isWhitespace, !Self.signs.contains(character),
            character != "\"", character != "'"
        {
            position += 1
        }
        return FilterToken(kind: Self.keyword(String(characters[start..<position])), offset: start)
    }

    private static let signs: Set<Character> = ["(", ")", "=", "!", "<", ">", "~", "&", "|"]
    private static let curlyQuotes: Set<Character> = ["“", "”", "„", "‘", "’", "«", "»"]

    private static func keyword(_ word: String) -> FilterToken.Kind {
        switch word.lowercased() {
        case "and": .and
        case "or": .or
        case "not": .not
        default: .word(word)
        }
    }

    /// A text up to the quote it began with; a backslash takes the meaning of the quote or backslash behind it.
    private mutating func string(_ quote: Character) throws(FilterError) -> String {
        let start = position
        var result = ""
        position += 1
        while let character = character() {
            position += 1
            if character == quote { return result }
            if character == "\\", let escaped = self.character(), escaped == quote || escaped == "\\" {
                result.append(escaped)
                position += 1
            } else {
                result.append(character)
            }
        }
        throw FilterError("the text that begins here has no closing \(quote)", at: start, of: text)
    }

    private mutating func sign() throws(FilterError) -> FilterToken.Kind {
        let pair = String(characters[position..<min(position + 2, characters.count)])
        if let kind = Self.pairs[pair] {
            position += 2
            return kind
        }
        defer { position += 1 }
        switch characters[position] {
        case "(": return .open
        case ")": return .close
        case "!": return .not
        case "=": return .comparison(.equal)
        case "<": return .comparison(.less)
        case ">": return .comparison(.greater)
        case "~": return .comparison(.contains)
        case let other:
            throw FilterError("a single '\(other)' means nothing; write '\(other)\(other)'", at: position, of: text)
        }
    }

    private static let pairs: [String: FilterToken.Kind] = [
        "==": .comparison(.equal), "!=": .comparison(.unequal), "<=": .comparison(.lessOrEqual),
        ">=": .comparison(.greaterOrEqual), "!~": .comparison(.containsNot), "&&": .and, "||": .or,
    ]
}
