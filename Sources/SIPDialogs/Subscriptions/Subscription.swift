import SIPParsing
import TraceTypes

/// A subscription: of SUBSCRIBE (RFC 6665), or the implicit one of a REFER (RFC 3515).
public struct Subscription: Sendable {
    /// A NOTIFY of the subscription.
    public struct Notification: Sendable {
        /// The message.
        public internal(set) var message: MessageIndex
        /// When it passed.
        public let time: Timestamp
        /// What its Subscription-State said.
        public let state: SubscriptionState.State
        /// The `expires` of Subscription-State, in seconds.
        public let expires: Int?
        /// The status of its message/sipfrag body.
        public let sipfragStatus: UInt16?
        /// The final status of the answer to it; 0 before there is one.
        public internal(set) var answer: UInt16 = 0
    }

    /// The event package's name.
    public let package: String
    /// The first NOTIFYs, one per request, in order; further hops and retransmissions are left out.
    public internal(set) var notifications: [Notification] = []
    /// How many NOTIFYs there were.
    public internal(set) var notificationCount = 0

    /// The last NOTIFY.
    public var last: Notification? { notifications.last }
    /// Whether a NOTIFY ended it.
    public var isTerminated: Bool { last?.state == .terminated }

    /// Has all messages stand so many places further on.
    mutating func move(messages count: Int) {
        for index in notifications.indices { notifications[index].message += count }
    }

    /// Takes note of a NOTIFY; of a great many, the first ones and the last are kept.
    mutating func add(_ notification: Notification) {
        notificationCount += 1
        if notifications.count == TrackingLimits.notificationsKept { notifications.removeLast() }
        notifications.append(notification)
    }
}
