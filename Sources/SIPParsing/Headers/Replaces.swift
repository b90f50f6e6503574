/// A dialog named by its identifiers: Replaces (RFC 3891), Join (RFC 3911) and Target-Dialog (RFC 4538).
///
/// All three take the view of who receives the request, so `toTag` is that party's local tag and `fromTag` its remote
/// tag; Target-Dialog calls them just so. A tag that is left out is empty.
public struct Replaces: Sendable, Hashable {
    /// The dialog's Call-ID.
    public let callID: String
    /// to-tag or local-tag.
    public let toTag: String
    /// from-tag or remote-tag.
    public let fromTag: String
    /// Whether only an early dialog may be replaced (RFC 3891 section 3).
    public let earlyOnly: Bool

    /// Reads the value; nil without a Call-ID.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value) else { return nil }
        let semicolon = bytes.offset(of: ASCII.semicolon, from: range.lowerBound, to: range.upperBound)
        let callID = bytes.trimmed(range.lowerBound..<(semicolon ?? range.upperBound))
        guard !callID.isEmpty else { return nil }
        self.callID = bytes.text(ByteRange(callID))
        let parameters = bytes.parameters(in: callID.upperBound..<range.upperBound)
        toTag = parameters.value(of: "to-tag") ?? parameters.value(of: "local-tag") ?? ""
        fromTag = parameters.value(of: "from-tag") ?? parameters.value(of: "remote-tag") ?? ""
        earlyOnly = parameters.value(of: "early-only") != nil
    }

    /// Reads the value out of text, as the unescaped header field of a URI gives it.
    public static func parse(_ text: String) -> Replaces? {
        let bytes = Array(text.utf8)
        return Replaces(bytes.span, ByteRange(0..<bytes.count))
    }
}
