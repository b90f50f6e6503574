/// A signed statement of who calls (Identity, RFC 8224 section 4): a PASSporT (RFC 8225) and where its certificate is.
///
/// Nothing is decoded or verified until somebody asks.
public struct Identity: Sendable, Hashable {
    /// How much of the PASSporT the value carries.
    public enum Form: Sendable, Hashable {
        /// Header, payload and signature.
        case full
        /// The signature alone, behind two dots; the receiver makes the rest from the request (RFC 8225 section 7).
        case compact
        /// Neither: the value is damaged, or of RFC 4474, which is obsolete.
        case other
    }

    /// The signed-identity-digest as received, line folds and quotes left out.
    public let digest: String
    /// Which form the digest has.
    public let form: Form
    /// Where the certificate is: the URI of `info`, without brackets.
    public let info: String?
    /// The signature algorithm, `ES256` as a rule.
    public let algorithm: String?
    /// The type of the PASSporT: `shaken`, `div`, `rcd` and so on.
    public let passportType: String?
    /// All parameters.
    public let parameters: [Parameter]

    /// Reads the value; nil without a digest.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let (token, parameters) = bytes.tokenAndParameters(value) else { return nil }
        digest = String(decoding: token.utf8.filter { !ASCII.isWhitespace($0) && $0 != ASCII.quote }, as: UTF8.self)
        self.parameters = parameters
        info = parameters.value(of: "info").map(Self.withoutBrackets)
        algorithm = parameters.value(of: "alg")
        passportType = parameters.value(of: "ppt")
        let segments = Self.segments(digest)
        form =
            switch segments.map(\.isEmpty) {
            case [false, false, false]: .full
            case [true, true, false]: .compact
            default: .other
            }
    }

    /// The JSON header of a full PASSporT; nil for other forms and for what is not base64.
    public var header: [UInt8]? { segment(0) }

    /// The JSON payload of a full PASSporT; nil for other forms and for what is not base64.
    public var payload: [UInt8]? { segment(1) }

    private func segment(_ index: Int) -> [UInt8]? {
        guard form == .full else { return nil }
        let segments = Self.segments(digest)
        return segments.indices.contains(index) ? Base64.decode(segments[index].utf8) : nil
    }

    /// The parts between the first dots; a fourth one tells that there are too many.
    private static func segments(_ digest: String) -> [Substring] {
        digest.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false)
    }

    private static func withoutBrackets(_ text: String) -> String {
        text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
    }
}
