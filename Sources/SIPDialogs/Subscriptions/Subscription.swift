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
        /// Hash of the notifier's tag: REFERs and SUBSCRIBEs that fork have several.
        let notifierTag: UInt64
        /// The final status of the answer to it; 0 before there is one.
        public internal(set) var answer: UInt16 = 0
    }

    /// The event package's name.
    public let package: String
    /// The `id` of Event, which tells apart several subscriptions to a package in a dialog.
    public let eventID: String?
    /// Hash of the subscriber's tag.
    let subscriberTag: UInt64
    /// Hash of the notifier's tag; 0 until a NOTIFY tells it.
    var notifierTag: UInt64
    /// The leg it belongs to.
    public internal(set) var leg: Int
    /// Its SUBSCRIBEs, in order; of a great many, the first ones and the last.
    public internal(set) var requests: [TransactionIndex] = []
    /// Whether it came about because its SUBSCRIBE forked, and another notifier answered first (RFC 6665 section 4.1.4).
    public internal(set) var isFork = false
    /// How it stands for the subscriber.
    public internal(set) var machine = SubscriptionMachine()
    /// The first NOTIFYs, one per request, in order; further hops and retransmissions are left out.
    public internal(set) var notifications: [Notification] = []
    /// How many NOTIFYs there were.
    public internal(set) var notificationCount = 0

    /// Begins without any message.
    init(package: String, eventID: String? = nil, leg: Int = 0, subscriberTag: UInt64 = 0, notifierTag: UInt64 = 0) {
        self.package = package
        self.eventID = eventID
        self.leg = leg
        self.subscriberTag = subscriberTag
        self.notifierTag = notifierTag
    }

    /// The last NOTIFY.
    public var last: Notification? { notifications.last }
    /// Whether a NOTIFY ended it.
    public var isTerminated: Bool { last?.state == .terminated }

    /// The NOTIFYs of a notifier that came after one of its own that said terminated and was accepted.
    public var notificationsAfterEnd: [(end: Notification, later: Notification)] {
        notifications.indices.dropFirst().compactMap { place in
            let later = notifications[place]
            let end = notifications[..<place].first {
                $0.state == .terminated && (200...299).contains($0.answer) && $0.notifierTag == later.notifierTag
            }
            return end.map { ($0, later) }
        }
    }

    /// Whether two share their dialog, which may hold several.
    public func sharesDialog(with other: Subscription) -> Bool {
        leg == other.leg && subscriberTag == other.subscriberTag
            && (notifierTag == other.notifierTag || notifierTag == 0 || other.notifierTag == 0)
    }

    /// Has all messages and transactions stand so many places further on.
    mutating func move(_ shift: Renumbering) {
        for index in notifications.indices { notifications[index].message += shift.messages }
        for index in requests.indices { requests[index] += shift.transactions }
        leg += shift.legs
    }

    /// Takes note of a NOTIFY; of a great many, the first ones and the last are kept.
    mutating func add(_ notification: Notification) {
        notificationCount += 1
        if notifications.count == TrackingLimits.notificationsKept { notifications.removeLast() }
        notifications.append(notification)
        if notifierTag == 0 { notifierTag = notification.notifierTag }
        machine.notify(notification.state, expires: notification.expires, at: notification.time)
    }

    /// Takes note of a SUBSCRIBE.
    mutating func add(_ request: TransactionIndex, at time: Timestamp) {
        if requests.count == TrackingLimits.notificationsKept { requests.removeLast() }
        requests.append(request)
        machine.subscribe(at: time)
    }

    /// Takes note of the final response to a NOTIFY.
    mutating func answer(to message: MessageIndex, _ status: UInt16) {
        guard let index = notifications.lastIndex(where: { $0.message == message }) else { return }
        notifications[index].answer = status
        machine.notifyResponse(status)
    }
}
