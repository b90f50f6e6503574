/// Extensions by name (Require, Supported, Unsupported, Proxy-Require, RFC 3261 section 19.2), and other lists of
/// tokens that compare without regard to case: Allow-Events (RFC 6665 section 8.2.2), Request-Disposition (RFC 3841
/// section 10), P-Early-Media (RFC 5009 section 9), Content-Encoding and Content-Language (RFC 3261 sections 20.12 and
/// 20.13).
public struct OptionTags: Sendable, Hashable {
    /// The tags in lower case, in their order.
    public let tags: [String]

    /// Reads one value; an empty one has no tags. Nil only when the value lies outside of the bytes.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard bytes.bounds(value) != nil else { return nil }
        self.init(bytes, [value])
    }

    /// Reads the values of all header fields of one name.
    public init(_ bytes: Span<UInt8>, _ values: [ByteRange]) {
        tags = values.flatMap { value in bytes.list(value) { bytes.lowercasedText($0.range) } }
    }

    /// Whether the tag (in lower case) is among them.
    public func contains(_ tag: String) -> Bool {
        tags.contains(tag)
    }
}
