/// Names between commas whose spelling counts: methods of Allow, which compare with regard to case (RFC 3261 sections
/// 20.5 and 7.1), and the URNs of P-Asserted-Service (RFC 6050 section 4). ``OptionTags`` is for those where case does
/// not.
public struct TokenList: Sendable, Hashable {
    /// The names as received, in their order.
    public let tokens: [String]

    /// Reads one value; an empty one has no names. Nil only when the value lies outside of the bytes.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard bytes.bounds(value) != nil else { return nil }
        self.init(bytes, [value])
    }

    /// Reads the values of all header fields of one name.
    public init(_ bytes: Span<UInt8>, _ values: [ByteRange]) {
        tokens = values.flatMap { value in bytes.list(value) { bytes.plainText($0.range) } }
    }

    /// Whether just this name is among them.
    public func contains(_ token: String) -> Bool {
        tokens.contains(token)
    }
}
