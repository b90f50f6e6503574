/// A URI with a display name and parameters (name-addr or addr-spec, RFC 3261 section 20.10): the value of From, To,
/// Contact, Route, Record-Route, Reply-To, Refer-To, Referred-By, P-Asserted-Identity, Diversion and their like.
public struct NameAddress: Sendable, Hashable {
    /// The name in front of the brackets, unquoted; nil when there is none or an empty one.
    public let displayName: String?
    /// The address.
    public let uri: SIPURI
    /// The header parameters behind the address.
    public let parameters: [Parameter]

    /// Reads one address; nil when no URI is found in it.
    ///
    /// Without brackets, what follows the first semicolon belongs to the header field and not to the URI.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value) else { return nil }
        let addressEnd: Int
        if let open = bytes.openingBracket(in: range).offset {
            let close = bytes.offset(of: ASCII.greater, from: open, to: range.upperBound)
            guard let uri = SIPURI(bytes, ByteRange((open + 1)..<(close ?? range.upperBound))) else { return nil }
            let name = bytes.plainText(range.lowerBound..<open)
            displayName = name.isEmpty ? nil : name
            self.uri = uri
            addressEnd = close.map { $0 + 1 } ?? range.upperBound
        } else {
            let semicolon = bytes.offset(of: ASCII.semicolon, from: range.lowerBound, to: range.upperBound)
            addressEnd = semicolon ?? range.upperBound
            guard let uri = SIPURI(bytes, ByteRange(range.lowerBound..<addressEnd)) else { return nil }
            displayName = nil
            self.uri = uri
        }
        parameters = bytes.parameters(in: addressEnd..<range.upperBound)
    }

    /// All addresses of a comma-separated value, in their order; those without a URI are left out.
    public static func list(_ bytes: Span<UInt8>, _ value: ByteRange) -> [NameAddress] {
        bytes.list(value) { NameAddress(bytes, $0) }
    }

    /// The value of a header parameter (name in lower case): empty when it has none, nil when it is not there.
    public func parameter(_ name: String) -> String? {
        parameters.value(of: name)
    }

    /// The tag of From or To (section 19.3).
    public var tag: String? { parameter("tag") }

    /// The q parameter of a Contact, 0 to 1; nil when it is not there or no qvalue.
    public var q: Double? { parameters.weight }
}
