/// A token or quoted string with parameters behind it, the form that many header fields share (RFC 3261 section 25.1).
///
/// Accept-Encoding, Accept-Language (RFC 3261 sections 20.2, 20.3), Accept-Contact, Reject-Contact (RFC 3841 section
/// 10), Feature-Caps (RFC 6809 section 6.2.1), Info-Package, Recv-Info (RFC 6086 section 9.2), Answer-Mode (RFC 5373
/// section 2), P-Access-Network-Info (RFC 7315 section 5.4), and others that ``HeaderName`` lists.
public struct TokenWithParameters: Sendable, Hashable {
    /// What stands before the parameters, unquoted: an encoding, a language, a package, an access network, or `*`.
    public let token: String
    /// The parameters.
    public let parameters: [Parameter]

    /// Reads one value; nil when nothing stands before the parameters.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value) else { return nil }
        let semicolon = bytes.topLevelOffset(of: ASCII.semicolon, in: range) ?? range.upperBound
        token = bytes.plainText(range.lowerBound..<semicolon)
        guard !token.isEmpty else { return nil }
        parameters = bytes.parameters(in: semicolon..<range.upperBound)
    }

    /// All values of a comma-separated value, in their order; those without a token are left out.
    public static func list(_ bytes: Span<UInt8>, _ value: ByteRange) -> [TokenWithParameters] {
        bytes.list(value) { TokenWithParameters(bytes, $0) }
    }

    /// The value of a parameter (name in lower case): empty when it has none, nil when it is not there.
    public func parameter(_ name: String) -> String? {
        parameters.value(of: name)
    }

    /// The weight, 0 to 1 (RFC 3261 section 20.2); nil when it is not there or no qvalue.
    public var q: Double? { parameters.weight }
}
