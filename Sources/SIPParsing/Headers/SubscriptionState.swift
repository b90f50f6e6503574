/// How a subscription stands (Subscription-State, RFC 6665 section 8.2.3).
public struct SubscriptionState: Sendable, Hashable {
    /// The states that subscriptions have.
    public enum State: Sendable, Hashable {
        case active, pending, terminated
        /// A state of an extension.
        case other
    }

    /// The state.
    public let state: State
    /// The state as received.
    public let text: String
    /// Seconds that the subscription still has.
    public let expires: Int?
    /// Why it is terminated.
    public let reason: String?
    /// Seconds to wait before a new one.
    public let retryAfter: Int?

    /// Reads the value; nil without a state.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let (token, parameters) = bytes.tokenAndParameters(value) else { return nil }
        text = token
        state =
            switch ASCII.lowercased(token) {
            case "active": .active
            case "pending": .pending
            case "terminated": .terminated
            default: .other
            }
        expires = parameters.number("expires")
        reason = parameters.value(of: "reason")
        retryAfter = parameters.number("retry-after")
    }
}
