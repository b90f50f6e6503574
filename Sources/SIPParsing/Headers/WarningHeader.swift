/// What a response adds to its status code (Warning, RFC 3261 section 20.43).
public struct WarningHeader: Sendable, Hashable {
    /// The code, of three digits.
    public let code: Int
    /// Who warns: a host or a name.
    public let agent: String
    /// The explanation in words.
    public let text: String

    /// Reads one value; nil without a code.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value), let (code, codeEnd) = bytes.leadingNumber(range),
            codeEnd - range.lowerBound == 3, codeEnd == range.upperBound || ASCII.isWhitespace(bytes[codeEnd])
        else { return nil }
        let rest = bytes.trimmed(codeEnd..<range.upperBound)
        var agentEnd = rest.lowerBound
        while agentEnd < rest.upperBound, !ASCII.isWhitespace(bytes[agentEnd]), bytes[agentEnd] != ASCII.quote {
            agentEnd += 1
        }
        self.code = Int(code)
        agent = bytes.text(ByteRange(rest.lowerBound..<agentEnd))
        text = bytes.plainText(agentEnd..<rest.upperBound)
    }

    /// All warnings of a comma-separated value, in their order.
    public static func list(_ bytes: Span<UInt8>, _ value: ByteRange) -> [WarningHeader] {
        bytes.list(value) { WarningHeader(bytes, $0) }
    }
}
