import TraceTypes

/// The client side of an INVITE transaction (RFC 3261 section 17.1.1 with the Accepted state of RFC 6026 section 7.2).
///
///     Calling ──1xx──▶ Proceeding ──300-699──▶ Completed ──Timer D──▶ Terminated
///        │                 │                                              ▲
///        └──────2xx────────┴──2xx──▶ Accepted ──Timer M───────────────────┘
///
/// It is driven by what passes the capture point, so it knows what was sent, and takes for received what passed.
public struct InviteClientTransaction: Sendable, Hashable {
    /// Where the machine stands, with the time it got there.
    public enum State: Sendable, Hashable {
        case calling(since: Timestamp)
        case proceeding(since: Timestamp)
        case completed(since: Timestamp, status: UInt16)
        case accepted(since: Timestamp)
        case terminated
    }

    /// Where the machine stands.
    public private(set) var state: State

    /// Begins with the INVITE.
    public init(at time: Timestamp) {
        state = .calling(since: time)
    }

    /// The INVITE passed again.
    public func requestAgain() -> TransactionEffect {
        switch state {
        case .calling: .retransmission
        case .proceeding, .completed, .accepted, .terminated: .retransmissionAfterResponse
        }
    }

    /// A response passed.
    public mutating func response(_ status: UInt16, at time: Timestamp) -> TransactionEffect {
        switch (state, status) {
        case (.calling, ..<200), (.proceeding, ..<200):
            state = .proceeding(since: time)
            return .advanced
        case (.calling, 200...299), (.proceeding, 200...299):
            state = .accepted(since: time)
            return .advanced
        case (.calling, _), (.proceeding, _):
            state = .completed(since: time, status: status)
            return .advanced
        case (.accepted, 200...299):
            return .retransmission
        case (.completed(_, let first), status):
            return first == status ? .retransmission : .unexpected
        default:
            return .unexpected
        }
    }

    /// Whether no final response has passed and none of the timers has ended the wait at `now`.
    public func isPending(at now: Timestamp, _ timers: TimerValues) -> Bool {
        switch state {
        case .calling(let since): now - since < timers.transactionTimeout
        case .proceeding: true
        case .completed, .accepted, .terminated: false
        }
    }

    /// When the machine reaches Terminated if nothing more passes: Timer B, D or M; nil while it waits for the user.
    public func deadline(_ timers: TimerValues, over transport: Transport = .udp) -> Timestamp? {
        switch state {
        case .calling(let since), .accepted(let since): since + timers.transactionTimeout
        case .completed(let since, _): since + timers.linger(timers.transactionTimeout, over: transport)
        case .proceeding, .terminated: nil
        }
    }

    /// Lets time pass.
    public mutating func advance(to now: Timestamp, _ timers: TimerValues, over transport: Transport = .udp) {
        if let deadline = deadline(timers, over: transport), deadline <= now { state = .terminated }
    }
}
