import TraceTypes

/// The client side of a non-INVITE transaction (RFC 3261 section 17.1.2).
///
///     Trying ──1xx──▶ Proceeding ──200-699──▶ Completed ──Timer K──▶ Terminated
///       └──────────────200-699───────────────▶ ▲
///     Timer F ends Trying and Proceeding.
public struct NonInviteClientTransaction: Sendable, Hashable {
    /// Where the machine stands; `since` is when the request was first sent, or the final response came.
    public enum State: Sendable, Hashable {
        case trying(since: Timestamp)
        case proceeding(since: Timestamp)
        case completed(since: Timestamp, status: UInt16)
        case terminated
    }

    /// Where the machine stands.
    public private(set) var state: State

    /// Begins with the request.
    public init(at time: Timestamp) {
        state = .trying(since: time)
    }

    /// The request passed again; in Proceeding the client goes on repeating it, every T2 (section 17.1.2.2).
    public func requestAgain() -> TransactionEffect {
        switch state {
        case .trying, .proceeding: .retransmission
        case .completed, .terminated: .retransmissionAfterResponse
        }
    }

    /// A response passed.
    public mutating func response(_ status: UInt16, at time: Timestamp) -> TransactionEffect {
        switch (state, status) {
        case (.trying(let since), ..<200), (.proceeding(let since), ..<200):
            state = .proceeding(since: since)
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

    /// Whether a final response may still come at `now`.
    public func isPending(at now: Timestamp, _ timers: TimerValues) -> Bool {
        switch state {
        case .trying(let since), .proceeding(let since): now - since < timers.transactionTimeout
        case .completed, .terminated: false
        }
    }

    /// When the machine reaches Terminated if nothing more passes: Timer F or K.
    public func deadline(_ timers: TimerValues, over transport: Transport = .udp) -> Timestamp? {
        switch state {
        case .trying(let since), .proceeding(let since): since + timers.transactionTimeout
        case .completed(let since, _): since + timers.linger(timers.t4, over: transport)
        case .terminated: nil
        }
    }

    /// Lets time pass.
    public mutating func advance(to now: Timestamp, _ timers: TimerValues, over transport: Transport = .udp) {
        if let deadline = deadline(timers, over: transport), deadline <= now { state = .terminated }
    }
}
