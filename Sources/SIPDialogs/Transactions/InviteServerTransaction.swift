import TraceTypes

/// The server side of an INVITE transaction (RFC 3261 section 17.2.1 with the Accepted state of RFC 6026 section 7.1).
///
///     Proceeding ──300-699──▶ Completed ──ACK──▶ Confirmed ──Timer I──▶ Terminated
///         │                       └──────────Timer H─────────────────────▶ ▲
///         └──2xx──▶ Accepted ──Timer L─────────────────────────────────────┘
public struct InviteServerTransaction: Sendable, Hashable {
    /// Where the machine stands, with the time it got there.
    public enum State: Sendable, Hashable {
        case proceeding
        case completed(since: Timestamp, status: UInt16)
        case confirmed(since: Timestamp)
        case accepted(since: Timestamp)
        case terminated
    }

    /// Where the machine stands.
    public private(set) var state = State.proceeding

    /// Begins with the INVITE.
    public init() {}

    /// The server sent a response.
    public mutating func response(_ status: UInt16, at time: Timestamp) -> TransactionEffect {
        switch (state, status) {
        case (.proceeding, ..<200):
            return .advanced
        case (.proceeding, 200...299):
            state = .accepted(since: time)
            return .advanced
        case (.proceeding, _):
            state = .completed(since: time, status: status)
            return .advanced
        case (.accepted, 200...299):
            return .retransmission
        case (.completed(_, let first), status):
            return first == status ? .retransmission : .unexpected
        case (.confirmed, 300...):
            return .retransmission
        default:
            return .unexpected
        }
    }

    /// An ACK passed; that of a 2xx is no part of the transaction (section 17.2.1, RFC 6026 section 7.1).
    public mutating func acknowledgement(at time: Timestamp) -> TransactionEffect {
        switch state {
        case .completed:
            state = .confirmed(since: time)
            return .advanced
        case .confirmed, .accepted, .terminated: return .retransmission
        case .proceeding: return .unexpected
        }
    }

    /// When the machine reaches Terminated if nothing more passes: Timer H, I or L; nil while no final was sent.
    public func deadline(_ timers: TimerValues, over transport: Transport = .udp) -> Timestamp? {
        switch state {
        case .completed(let since, _), .accepted(let since): since + timers.transactionTimeout
        case .confirmed(let since): since + timers.linger(timers.t4, over: transport)
        case .proceeding, .terminated: nil
        }
    }

    /// Lets time pass.
    public mutating func advance(to now: Timestamp, _ timers: TimerValues, over transport: Transport = .udp) {
        if let deadline = deadline(timers, over: transport), deadline <= now { state = .terminated }
    }
}
