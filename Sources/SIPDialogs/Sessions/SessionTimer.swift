import SIPParsing
import TraceTypes

/// The session timer of one dialog (RFC 4028 sections 7.2 and 9): each 2xx to an INVITE or UPDATE sets it anew, and one
/// without Session-Expires turns it off.
///
///     Off ──2xx with Session-Expires──▶ Running ──2xx with Session-Expires──▶ Running, from the new 2xx on
///      ▲                                   │
///      └──────2xx without Session-Expires──┘
///
/// All other responses leave it as it is (section 10).
public struct SessionTimer: Sendable, Hashable {
    /// A side of the dialog.
    public enum Side: Sendable, Hashable {
        /// Who sent the INVITE that made the dialog.
        case caller
        /// Who answered it.
        case callee

        /// The peer.
        public var other: Side { self == .caller ? .callee : .caller }
    }

    /// Whether a session expires, and when.
    public enum State: Sendable, Hashable {
        case off
        case running(interval: TimeSpan, refresher: Side?, since: Timestamp)
    }

    /// Whether the session expires, and when.
    public private(set) var state = State.off

    /// Begins without a timer.
    public init() {}

    /// A 2xx to an INVITE or UPDATE of one side passed.
    public mutating func answered(_ expires: SessionExpires?, requestOf side: Side, at time: Timestamp) {
        guard let expires, expires.interval > 0 else {
            state = .off
            return
        }
        let refresher: Side? =
            switch expires.refresher {
            case .uac: side
            case .uas: side.other
            case nil: nil
            }
        state = .running(interval: .seconds(Int64(expires.interval)), refresher: refresher, since: time)
    }

    /// The session interval; nil without a timer.
    public var interval: TimeSpan? {
        guard case .running(let interval, _, _) = state else { return nil }
        return interval
    }

    /// Who is to refresh the session; nil without a timer, and where the 2xx did not say.
    public var refresher: Side? {
        guard case .running(_, let refresher, _) = state else { return nil }
        return refresher
    }

    /// When the 2xx passed that set the timer.
    public var refreshTime: Timestamp? {
        guard case .running(_, _, let since) = state else { return nil }
        return since
    }

    /// When a refresh should be sent: after half the interval (section 7.2).
    public var refreshDue: Timestamp? {
        guard case .running(let interval, _, let since) = state else { return nil }
        return since + TimeSpan(nanoseconds: interval.nanoseconds / 2)
    }

    /// When the other side should hang up if no refresh has come: the smaller of 32 seconds and a third of the interval
    /// before the session expires (section 10).
    public var hangUpTime: Timestamp? {
        guard case .running(let interval, _, let since) = state else { return nil }
        let early = min(TimeSpan.seconds(32).nanoseconds, interval.nanoseconds / 3)
        return since + TimeSpan(nanoseconds: interval.nanoseconds - early)
    }

    /// When the session expires.
    public var expiry: Timestamp? {
        guard case .running(let interval, _, let since) = state else { return nil }
        return since + interval
    }
}
