import TraceTypes

/// The server side of a non-INVITE transaction (RFC 3261 section 17.2.2).
///
///     Trying ──1xx──▶ Proceeding ──200-699──▶ Completed ──Timer J──▶ Terminated
///       └──────────────200-699───────────────▶ ▲
public struct NonInviteServerTransaction: Sendable, Hashable {
    /// Where the machine stands.
    public enum State: Sendable, Hashable {
        case trying
        case proceeding
        case completed(since: Timestamp, status: UInt16)
        case terminated
    }

    /// Where the machine stands.
    public private(set) var state = State.trying

    /// Begins with the request.
    public init() {}

    /// The server sent a response.
    public mutating func response(_ status: UInt16, at time: Timestamp) -> TransactionEffect {
        switch (state, status) {
        case (.trying, ..<200), (.proceeding, ..<200):
            state = .proceeding
            return .advanced
        case (.trying, _), (.proceeding, _):
            state = .completed(since: time, status: status)
            return .advanced
        case (.completed(_, let first), status):
            return first == status ? .retransmission : .unexpected
        default:
            return .unexpected
        }
    }

    /// When the machine reaches Terminated if nothing more passes: Timer J.
    public func deadline(_ timers: TimerValues, over transport: Transport = .udp) -> Timestamp? {
        guard case .completed(let since, _) = state else { return nil }
        return since + timers.linger(timers.transactionTimeout, over: transport)
    }

    /// Lets time pass.
    public mutating func advance(to now: Timestamp, _ timers: TimerValues, over transport: Transport = .udp) {
        if let deadline = deadline(timers, over: transport), deadline <= now { state = .terminated }
    }
}
