import SIPParsing
import TraceTypes

/// The subscriber's view of a subscription (RFC 6665 section 4.1.2).
///
///     notifyWait ──NOTIFY──▶ pending ◀──NOTIFY──▶ active
///         │                     │                   │
///         └── Timer N, refusal ─┴── terminated, expiry, refused NOTIFY, Timer N of a refresh ──▶ terminated
///
/// It is driven by what passes the capture point. The subscription runs out at the earlier of what the last 2xx granted
/// and what the last NOTIFY announced: a NOTIFY may shorten it, and not lengthen it (section 4.2.2).
public struct SubscriptionMachine: Sendable, Hashable {
    /// Where the machine stands.
    public enum State: Sendable, Hashable {
        /// Asked for, and no NOTIFY has passed yet.
        case notifyWait
        /// A NOTIFY said that it is not decided yet.
        case pending
        /// A NOTIFY said that it was accepted.
        case active
        /// It is over.
        case terminated(Ending)
    }

    /// What ended a subscription.
    public enum Ending: Sendable, Hashable {
        /// No NOTIFY came before Timer N (section 4.1.2.4).
        case unconfirmed
        /// It was not refreshed in time.
        case expired
        /// The SUBSCRIBE, or one to refresh it, was refused.
        case refused(UInt16)
        /// A NOTIFY said so.
        case notified
        /// A NOTIFY was refused (section 4.2.2).
        case notifyRefused(UInt16)
    }

    /// Where the machine stands.
    public private(set) var state = State.notifyWait
    /// When the SUBSCRIBE passed that no NOTIFY has confirmed yet: the start of Timer N.
    public private(set) var unconfirmedSince: Timestamp?
    private var granted: Timestamp?
    private var announced: Timestamp?
    private var subscribed: Timestamp?
    private var notified: Timestamp?

    /// Begins with nothing asked for.
    public init() {}

    /// When the subscription runs out unless it is refreshed, as far as that is known.
    public var expiry: Timestamp? {
        guard let granted, let announced else { return granted ?? announced }
        return min(granted, announced)
    }

    /// A SUBSCRIBE passed: the first one, one with credentials, or one to refresh or to end the subscription.
    public mutating func subscribe(at time: Timestamp) {
        switch state {
        case .terminated(.refused): state = .notifyWait
        case .terminated: return
        case .notifyWait, .pending, .active: break
        }
        subscribed = time
        unconfirmedSince = time
    }

    /// A response to the SUBSCRIBE passed; `expires` is its Expires in seconds.
    public mutating func response(_ status: UInt16, expires: UInt32?, at time: Timestamp) {
        if case .terminated = state { return }
        switch status {
        case ..<200: return
        case 200...299:
            // The NOTIFY may have come first, and no NOTIFY comes after a 204 (RFC 5839 section 6.3).
            if status == 204 || isConfirmed { unconfirmedSince = nil }
            if !isConfirmed { announced = nil }
            granted = expires.flatMap { $0 == 0 ? nil : time + .seconds(Int64($0)) }
        default:
            unconfirmedSince = nil
            if state == .notifyWait || Self.endsSubscription(status) { state = .terminated(.refused(status)) }
        }
    }

    private var isConfirmed: Bool {
        guard let notified, let subscribed else { return false }
        return notified >= subscribed
    }

    /// A NOTIFY passed; `expires` is the parameter of its Subscription-State in seconds.
    public mutating func notify(_ told: SubscriptionState.State, expires: Int?, at time: Timestamp) {
        if case .terminated = state { return }
        notified = time
        unconfirmedSince = nil
        announced = expires.map { time + .seconds(Int64($0)) }
        switch told {
        case .pending: state = .pending
        case .active, .other: state = .active
        case .terminated: state = .terminated(.notified)
        }
    }

    /// A final response to a NOTIFY passed.
    public mutating func notifyResponse(_ status: UInt16) {
        if case .terminated = state { return }
        if Self.endsSubscription(status) { state = .terminated(.notifyRefused(status)) }
    }

    /// When the subscription ends if nothing more passes.
    public func deadline(_ timers: TimerValues) -> Timestamp? {
        let confirmation = unconfirmedSince.map { $0 + timers.transactionTimeout }
        switch state {
        case .terminated: return nil
        case .notifyWait: return confirmation
        case .pending, .active:
            guard let confirmation, let expiry else { return confirmation ?? expiry }
            return min(confirmation, expiry)
        }
    }

    /// Lets time pass.
    public mutating func advance(to now: Timestamp, _ timers: TimerValues) {
        guard let deadline = deadline(timers), deadline <= now else { return }
        let isExpiry = state != .notifyWait && deadline == expiry
        state = .terminated(isExpiry ? .expired : .unconfirmed)
    }

    /// Whether a failure of a NOTIFY, or of a SUBSCRIBE that refreshes, ends the subscription (RFC 6665 sections 4.1.2.2
    /// and 4.2.2).
    public static func endsSubscription(_ status: UInt16) -> Bool {
        switch status {
        case 404, 405, 410, 416, 480...485, 489, 501, 604: true
        default: false
        }
    }
}
