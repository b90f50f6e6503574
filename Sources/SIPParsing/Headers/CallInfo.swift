/// Where to learn more about a party or, with 608, whom to complain to (Call-Info, RFC 3261 section 20.9, RFC 8688).
public struct CallInfo: Sendable, Hashable {
    /// The URI between the brackets.
    public let uri: String
    /// What the URI is for.
    public let purpose: String?
    /// All parameters.
    public let parameters: [Parameter]

    /// Reads one value; nil without a URI.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value) else { return nil }
        let parametersStart: Int
        let uriRange: Range<Int>
        if let open = range.first, bytes[open] == ASCII.less {
            let close = bytes.offset(of: ASCII.greater, from: open, to: range.upperBound) ?? range.upperBound
            uriRange = bytes.trimmed((open + 1)..<close)
            parametersStart = min(close + 1, range.upperBound)
        } else {
            parametersStart =
                bytes.offset(of: ASCII.semicolon, from: range.lowerBound, to: range.upperBound) ?? range.upperBound
            uriRange = bytes.trimmed(range.lowerBound..<parametersStart)
        }
        guard !uriRange.isEmpty else { return nil }
        uri = bytes.text(ByteRange(uriRange))
        parameters = bytes.parameters(in: parametersStart..<range.upperBound)
        purpose = parameters.value(of: "purpose")
    }

    /// All values of a comma-separated value, in their order.
    public static func list(_ bytes: Span<UInt8>, _ value: ByteRange) -> [CallInfo] {
        bytes.list(value) { CallInfo(bytes, $0) }
    }
}
