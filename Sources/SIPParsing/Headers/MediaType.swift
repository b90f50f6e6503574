/// What a body is (Content-Type, RFC 3261 section 20.15), or may be (Accept, section 20.1), with `*` for any.
public struct MediaType: Sendable, Hashable {
    /// The type in lower case.
    public let type: String
    /// The subtype in lower case.
    public let subtype: String
    /// The parameters.
    public let parameters: [Parameter]

    /// Reads the value; nil unless a type and a subtype are there.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value) else { return nil }
        let semicolon =
            bytes.offset(of: ASCII.semicolon, from: range.lowerBound, to: range.upperBound) ?? range.upperBound
        guard let slash = bytes.offset(of: ASCII.slash, from: range.lowerBound, to: semicolon) else { return nil }
        let type = bytes.trimmed(range.lowerBound..<slash)
        let subtype = bytes.trimmed((slash + 1)..<semicolon)
        guard !type.isEmpty, bytes.endOfToken(type) == type.upperBound, !subtype.isEmpty,
            bytes.endOfToken(subtype) == subtype.upperBound
        else { return nil }
        self.type = bytes.lowercasedText(type)
        self.subtype = bytes.lowercasedText(subtype)
        parameters = bytes.parameters(in: semicolon..<range.upperBound)
    }

    /// All media ranges of a comma-separated value, in their order; those that are none are left out.
    public static func list(_ bytes: Span<UInt8>, _ value: ByteRange) -> [MediaType] {
        bytes.list(value) { MediaType(bytes, $0) }
    }

    /// The weight of a media range, 0 to 1; nil when it is not there or no qvalue.
    public var q: Double? { parameters.weight }

    /// Type and subtype with the slash between them, in lower case.
    public var name: String { "\(type)/\(subtype)" }
}
