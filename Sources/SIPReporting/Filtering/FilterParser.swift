import SIPParsing

/// Reads a filter by recursive descent:
///
///     filter     = conjunction *("or" conjunction)
///     conjunction = negation *("and" negation)
///     negation   = ["not"] negation / "(" filter ")" / condition
///     condition  = field [comparison value]
struct FilterParser {
    /// How deep brackets and negations may be nested.
    static let deepest = 64

    private let text: String
    private let tokens: [FilterToken]
    private var position = 0
    private var depth = 0

    /// The meaning of a filter.
    static func parse(_ text: String) throws(FilterError) -> FilterExpression {
        var parser = FilterParser(text, try FilterLexer.tokens(text))
        let expression = try parser.disjunction()
        guard parser.token.kind == .end else {
            throw parser.unexpected(
                parser.token.kind == .close ? "there is no '(' for this ')'" : "expected 'and' or 'or'")
        }
        return expression
    }

    private init(_ text: String, _ tokens: [FilterToken]) {
        self.text = text
        self.tokens = tokens
    }

    /// The token at hand; behind the last one, the end.
    private var token: FilterToken {
        tokens.indices.contains(position) ? tokens[position] : FilterToken(kind: .end, offset: text.count)
    }

    private mutating func skip(_ kind: FilterToken.Kind) -> Bool {
        guard token.kind == kind else { return false }
        position += 1
        return true
    }

    private func unexpected(_ expectation: String) -> FilterError {
        let found = token.kind == .close ? "" : token.kind == .end ? " at the end" : ", not \(token.description)"
        return FilterError(expectation + found, at: token.offset, of: text)
    }

    private mutating func disjunction() throws(FilterError) -> FilterExpression {
        let first = try conjunction()
        var parts = [first]
        while skip(.or) { parts.append(try conjunction()) }
        return parts.count == 1 ? first : .any(parts)
    }

    private mutating func conjunction() throws(FilterError) -> FilterExpression {
        let first = try negation()
        var parts = [first]
        while skip(.and) { parts.append(try negation()) }
        return parts.count == 1 ? first : .all(parts)
    }

    private mutating func negation() throws(FilterError) -> FilterExpression {
        let start = token
        guard start.kind == .not || start.kind == .open else { return try condition() }
        position += 1
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw FilterError("this is nested deeper than \(Self.deepest) levels", at: start.offset, of: text)
        }
        if start.kind == .not { return .not(try negation()) }
        let expression = try disjunction()
        guard skip(.close) else {
            guard token.kind == .end else { throw unexpected("expected 'and', 'or' or ')'") }
            throw FilterError("this '(' is never closed", at: start.offset, of: text)
        }
        return expression
    }

    private mutating func condition() throws(FilterError) -> FilterExpression {
        let (field, name) = try field()
        guard case .comparison(let comparison) = token.kind else { return .present(field) }
        let sign = token
        position += 1
        let value = token
        switch value.kind {
        case .word(let word), .string(let word):
            position += 1
            let reader = FilterValueReader(field: field, name: name, sign: sign, value: value, text: text)
            let expression = try reader.expression(comparison, word)
            return comparison.isNegative ? .not(expression) : expression
        case .and, .or, .not:
            throw unexpected("expected a value behind \(sign.description); a word of the language stands in quotes")
        default: throw unexpected("expected a value behind \(sign.description)")
        }
    }

    /// A field, and how errors call it.
    private mutating func field() throws(FilterError) -> (FilterField, String) {
        let name = token
        guard case .word(let word) = name.kind else { throw unexpected("expected a field such as status or from") }
        position += 1
        if word.lowercased() == "header" { return (try header(), "header") }
        guard let field = FilterField.named[word.lowercased()] else {
            throw FilterError(
                "\(name.description) is no field", at: name.offset, of: text, word: word,
                candidates: FilterField.named.keys.sorted() + ["header"])
        }
        return (field, word.lowercased())
    }

    private mutating func header() throws(FilterError) -> FilterField {
        let name = token
        switch name.kind {
        case .word(let word), .string(let word):
            position += 1
            guard let header = FilterHeaders.named(word) else {
                throw FilterError(
                    "no header field \(name.description) is kept of messages", at: name.offset, of: text, word: word,
                    candidates: FilterHeaders.kept.map(\.rawValue))
            }
            return .header(header)
        default: throw unexpected("expected the name of a header field, such as Reason")
        }
    }
}
