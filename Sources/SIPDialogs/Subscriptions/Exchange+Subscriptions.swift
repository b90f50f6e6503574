import SIPParsing
import TraceTypes

/// Giving SUBSCRIBE, its response and NOTIFY to their subscription: Call-ID, the tags of both sides, and Event with its
/// `id` (RFC 6665 sections 4.4.1 and 8.2.1).
extension Exchange {
    mutating func addSubscribe(
        _ message: Message, _ bytes: Span<UInt8>, _ index: TransactionIndex, _ context: TrackingContext
    ) {
        let event = message.first(.event).flatMap { EventHeader(bytes, $0) }
        let subscribe = transactions[index]
        let time = context.header.time
        if event?.package == "refer", let transfer = transfer(askedBy: subscribe, eventID: event?.id) {
            return transfers[transfer].subscription.add(index, at: time)
        }
        let known = subscriptions.firstIndex {
            $0.leg == subscribe.leg && $0.subscriberTag == subscribe.fromTag && $0.package == event?.package ?? ""
                && $0.eventID == event?.id
                && (subscribe.toTag == 0 || $0.notifierTag == 0 || $0.notifierTag == subscribe.toTag)
        }
        if let known {
            if subscribe.toTag != 0 { subscriptions[known].notifierTag = subscribe.toTag }
            return subscriptions[known].add(index, at: time)
        }
        guard subscriptions.count < context.limits.partsPerExchange else { return }
        var subscription = Subscription(
            package: event?.package ?? "", eventID: event?.id, leg: subscribe.leg, subscriberTag: subscribe.fromTag,
            notifierTag: subscribe.toTag)
        subscription.add(index, at: time)
        subscriptions.append(subscription)
    }

    mutating func noteSubscribeResponse(
        _ status: UInt16, _ message: Message, _ bytes: Span<UInt8>, _ index: TransactionIndex,
        _ context: TrackingContext
    ) {
        let expires = message.first(.expires).flatMap { HeaderNumber.parse(bytes, $0) }
        for place in subscriptions.indices where subscriptions[place].requests.contains(index) {
            subscriptions[place].machine.response(status, expires: expires, at: context.header.time)
        }
        for place in transfers.indices where transfers[place].subscription.requests.contains(index) {
            transfers[place].subscription.machine.response(status, expires: expires, at: context.header.time)
        }
    }

    /// Gives a NOTIFY to a subscription: the one it names, a further one where a SUBSCRIBE forked, or one of which no
    /// SUBSCRIBE was seen.
    mutating func add(
        _ notification: Subscription.Notification, of notify: Transaction, _ event: EventHeader?,
        _ limits: TrackingLimits
    ) {
        let candidates = subscriptions.indices.filter {
            subscriptions[$0].leg == notify.leg && subscriptions[$0].subscriberTag == notify.toTag
                && (event == nil
                    || subscriptions[$0].package == event?.package && subscriptions[$0].eventID == event?.id)
        }
        let own = candidates.first { subscriptions[$0].notifierTag == notify.fromTag }
        if let place = own ?? candidates.first(where: { subscriptions[$0].notifierTag == 0 }) {
            return subscriptions[place].add(notification)
        }
        guard kind != .call || !subscriptions.isEmpty, subscriptions.count < limits.partsPerExchange else { return }
        var subscription = Subscription(
            package: event?.package ?? "", eventID: event?.id, leg: notify.leg, subscriberTag: notify.toTag,
            notifierTag: notify.fromTag)
        if let asked = candidates.first, let request = subscriptions[asked].requests.first {
            subscription.add(request, at: transactions[request].startTime)
            subscription.isFork = true
        }
        subscription.add(notification)
        subscriptions.append(subscription)
    }

    /// The transfer whose implicit subscription a SUBSCRIBE refreshes or ends (RFC 3515 section 2.4.6).
    private func transfer(askedBy subscribe: Transaction, eventID: String?) -> Int? {
        let candidates = transfers.indices.filter {
            transfers[$0].leg == subscribe.leg && transfers[$0].transferorTag == subscribe.fromTag
        }
        guard let eventID else { return candidates.first }
        return candidates.first { transfers[$0].cseq == UInt32(eventID) }
    }
}
