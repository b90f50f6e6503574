/// A URI with parameters of the header field behind it, in angle brackets or bare: Geolocation (RFC 6442 section 4.1),
/// Refer-Events-At (RFC 7614 section 4.8), Policy-ID and Policy-Contact (RFC 6794 section 4.4.5), Trigger-Consent
/// (RFC 5360 section 5.11.2), P-User-Database (RFC 4457 section 4), Identity-Info, and the message identifier of
/// Content-ID (RFC 8262 section 3.2).
public struct URIWithParameters: Sendable, Hashable {
    /// The URI as received, without brackets.
    public let uri: String
    /// The parameters of the header field. Without brackets, all parameters are.
    public let parameters: [Parameter]

    /// Reads one value; nil without a URI.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value), let first = range.first else { return nil }
        let uriRange: Range<Int>
        let rest: Int
        if bytes[first] == ASCII.less {
            let close = bytes.offset(of: ASCII.greater, from: first, to: range.upperBound)
            uriRange = bytes.trimmed((first + 1)..<(close ?? range.upperBound))
            rest = close.map { $0 + 1 } ?? range.upperBound
        } else {
            rest = bytes.offset(of: ASCII.semicolon, from: first, to: range.upperBound) ?? range.upperBound
            uriRange = bytes.trimmed(first..<rest)
        }
        guard !uriRange.isEmpty else { return nil }
        uri = bytes.text(ByteRange(uriRange))
        parameters = bytes.parameters(in: rest..<range.upperBound)
    }

    /// All values of a comma-separated value, in their order.
    public static func list(_ bytes: Span<UInt8>, _ value: ByteRange) -> [URIWithParameters] {
        bytes.list(value) { URIWithParameters(bytes, $0) }
    }
}
