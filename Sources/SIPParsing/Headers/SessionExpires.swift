/// How long a session lasts without a refresh (Session-Expires, RFC 4028 section 4).
public struct SessionExpires: Sendable, Hashable {
    /// Who refreshes the session.
    public enum Refresher: Sendable, Hashable {
        case uac, uas
    }

    /// The session interval in seconds.
    public let interval: UInt32
    /// Who refreshes the session; nil when nobody is named, or neither `uac` nor `uas`.
    public let refresher: Refresher?
    /// All parameters.
    public let parameters: [Parameter]

    /// Reads the value; nil without a number of seconds.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let interval = HeaderNumber.parse(bytes, value), let range = bytes.trimmedBounds(value) else {
            return nil
        }
        self.interval = interval
        let semicolon = bytes.offset(of: ASCII.semicolon, from: range.lowerBound, to: range.upperBound)
        parameters = bytes.parameters(in: (semicolon ?? range.upperBound)..<range.upperBound)
        refresher =
            switch parameters.value(of: "refresher").map(ASCII.lowercased) {
            case "uac": .uac
            case "uas": .uas
            default: nil
            }
    }
}
