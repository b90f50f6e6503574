/// How urgent a request is to the person it reaches (Priority, RFC 3261 section 20.26).
public enum Priority: Sendable, Hashable {
    case emergency, urgent, normal, nonUrgent
    /// A call back from an emergency centre (RFC 7090 section 4.3.2).
    case psapCallback
    /// Another word, as received.
    case other(String)

    /// Reads the value; nil unless it is a token.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let token = HeaderToken.parse(bytes, value) else { return nil }
        self =
            switch ASCII.lowercased(token) {
            case "emergency": .emergency
            case "urgent": .urgent
            case "normal": .normal
            case "non-urgent": .nonUrgent
            case "psap-callback": .psapCallback
            default: .other(token)
            }
    }
}
