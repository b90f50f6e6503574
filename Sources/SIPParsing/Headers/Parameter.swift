/// One `name=value` behind a header field value or a URI (RFC 3261 section 7.3.1).
public struct Parameter: Sendable, Hashable {
    /// The name in lower case: parameter names compare without regard to case.
    public let name: String
    /// The value, unquoted or unescaped as its place demands, or nil for a name that stands alone.
    public let value: String?

    /// Makes a parameter; the name is taken as it is.
    public init(name: String, value: String?) {
        self.name = name
        self.value = value
    }
}

extension [Parameter] {
    /// The value of the first parameter of this name (lower case): empty when it has none, nil when it is not there.
    public func value(of name: String) -> String? {
        for parameter in self where parameter.name == name { return parameter.value ?? "" }
        return nil
    }

    /// The weight in the parameter `q`, 0 to 1; nil when it is not there or no qvalue.
    var weight: Double? { value(of: "q").flatMap(QValue.parse) }

    /// The number in the parameter `nc` of credentials: hexadecimal digits and nothing else, when it fits.
    var nonceCount: UInt32? {
        guard let text = value(of: "nc"), text.utf8.allSatisfy({ ASCII.hexDigit($0) != nil }) else { return nil }
        return UInt32(text, radix: 16)
    }

    /// The value of a parameter that is a number.
    func number(_ name: String) -> Int? {
        guard let text = value(of: name) else { return nil }
        let bytes = [UInt8](text.utf8)
        return bytes.span.number(0..<bytes.count).map { Int($0) }
    }
}

extension Span where Element == UInt8 {
    /// The parameters in a range of `name=value` pieces between separators (generic-param, RFC 3261 section 25.1), as
    /// far as `ParsingLimits.parameters`.
    func parameters(in range: Range<Int>, separator: UInt8 = ASCII.semicolon) -> [Parameter] {
        pieces(of: range, separator: separator, limit: ParsingLimits.standard.parameters).compactMap { piece in
            let equals = offset(of: ASCII.equals, from: piece.lowerBound, to: piece.upperBound)
            let name = trimmed(piece.lowerBound..<(equals ?? piece.upperBound))
            guard !name.isEmpty else { return nil }
            let value = equals.map { plainText(($0 + 1)..<piece.upperBound) }
            return Parameter(name: lowercasedText(name), value: value)
        }
    }

    /// What stands before the first semicolon, and the parameters behind it; nil where nothing stands before it.
    func tokenAndParameters(_ value: ByteRange) -> (token: String, parameters: [Parameter])? {
        guard let range = trimmedBounds(value) else { return nil }
        let semicolon = offset(of: ASCII.semicolon, from: range.lowerBound, to: range.upperBound) ?? range.upperBound
        let token = trimmed(range.lowerBound..<semicolon)
        guard !token.isEmpty else { return nil }
        return (text(ByteRange(token)), parameters(in: semicolon..<range.upperBound))
    }
}
