import SIPParsing
import TraceTypes

/// REFER, its answer and its NOTIFYs (RFC 3515, RFC 4488, RFC 7614, RFC 7647).
extension Exchange {
    mutating func addTransfer(
        _ message: Message, _ bytes: Span<UInt8>, _ index: TransactionIndex, _ record: MessageIndex?,
        _ context: TrackingContext
    ) -> Int? {
        guard let record else { return nil }
        let referTo = message.first(.referTo).flatMap { ReferTo(bytes, $0) }
        let referredBy = message.first(.referredBy).flatMap { NameAddress(bytes, $0)?.uri.text }
        let required = message.first(.require).flatMap { OptionTags(bytes, $0) }
        let seed = context.seed
        var transfer = Transfer(
            kind: referTo?.replaces == nil ? .blind : .attended, leg: transactions[index].leg, transaction: index,
            refer: record, time: context.header.time, cseq: transactions[index].cseq,
            referTo: referTo?.target.text ?? "", replaces: referTo?.replaces, referredBy: referredBy,
            transferorTag: transactions[index].fromTag,
            targetKey: URIKey.make(referTo?.target.text ?? "", seed: seed),
            referredByKey: URIKey.make(referredBy ?? "", seed: seed),
            replacesKey: referTo?.replaces.map { URIKey.callID($0.callID, seed: seed) } ?? 0,
            isSilent: required?.contains("nosub") == true || required?.contains("explicitsub") == true)
        transfer.subscription.machine.subscribe(at: context.header.time)
        if let again = transfers.lastIndex(where: { isRepeated($0, by: transfer) }) {
            transfers[again] = transfer
            return again
        }
        guard transfers.count < context.limits.partsPerExchange else { return nil }
        transfers.append(transfer)
        return transfers.count - 1
    }

    /// Whether a REFER is another attempt at the same transfer: with credentials after a challenge (RFC 3261 section
    /// 22.2), or the same request to another server (RFC 3263 section 4.3).
    private func isRepeated(_ earlier: Transfer, by transfer: Transfer) -> Bool {
        earlier.leg == transfer.leg && earlier.transferorTag == transfer.transferorTag
            && earlier.referTo == transfer.referTo && earlier.referredInvite == nil
            && earlier.subscription.notificationCount == 0
            && (earlier.responseStatus == 401 || earlier.responseStatus == 407
                || (earlier.cseq == transfer.cseq && !(200...299).contains(earlier.responseStatus)))
    }

    mutating func noteReferResponse(
        _ status: UInt16, _ message: Message, _ bytes: Span<UInt8>, _ index: TransactionIndex, _ record: MessageIndex?,
        _ context: TrackingContext
    ) {
        guard let transfer = transfers.firstIndex(where: { $0.transaction == index }) else { return }
        transfers[transfer].responseStatus = status
        transfers[transfer].response = record
        transfers[transfer].responseTime = context.header.time
        if let value = message.first(.referSub), ReferSub.parse(bytes, value) == false {
            transfers[transfer].isSilent = true
        }
    }

    /// Gives a NOTIFY to the transfer it belongs to: Call-ID, the transferor's tag, and the `id` of Event, which names
    /// the REFER by its CSeq and may be left out for the first one (RFC 3515 section 2.4.6). The NOTIFY may come before
    /// the answer to the REFER (section 2.4.4), and after a BYE (RFC 6665 section 4.5.2).
    mutating func addNotification(
        _ message: Message, _ bytes: Span<UInt8>, _ index: TransactionIndex, _ record: MessageIndex?,
        _ context: TrackingContext
    ) {
        guard let record else { return }
        let event = message.first(.event).flatMap { EventHeader(bytes, $0) }
        let state = message.first(.subscriptionState).flatMap { SubscriptionState(bytes, $0) }
        let sipfrag = message.bodyPart("message/sipfrag", in: bytes).flatMap { Sipfrag(bytes, $0) }
        let notification = Subscription.Notification(
            message: record, time: context.header.time, state: state?.state ?? .other, expires: state?.expires,
            sipfragStatus: sipfrag?.status, notifierTag: transactions[index].fromTag)
        let notify = transactions[index]
        let candidates = transfers.indices.filter {
            transfers[$0].leg == notify.leg && transfers[$0].transferorTag == notify.toTag
        }
        let isUnnamed = event == nil && !subscriptions.contains { $0.subscriberTag == notify.toTag }
        guard event?.package == "refer" || isUnnamed, let latest = candidates.last else {
            return add(notification, of: notify, event, context.limits)
        }
        if let transfer = transfer(among: candidates, eventID: event?.id) {
            transfers[transfer].subscription.add(notification)
        } else {
            note(.unknownEventID, record, other: transfers[latest].refer, in: index, context.limits)
        }
    }

    private func transfer(among candidates: [Int], eventID: String?) -> Int? {
        if let eventID { return candidates.first { transfers[$0].cseq == UInt32(eventID) } }
        return candidates.first { !transfers[$0].subscription.isTerminated } ?? candidates.first
    }

    mutating func noteNotifyAnswer(_ status: UInt16, _ index: TransactionIndex) {
        guard let message = transactions[index].request else { return }
        for transfer in transfers.indices {
            transfers[transfer].subscription.answer(to: message, status)
        }
        for place in subscriptions.indices { subscriptions[place].answer(to: message, status) }
    }
}

extension URIKey {
    /// The key of a Call-ID; another one than that of a URI with the same text.
    static func callID(_ text: String, seed: UInt64) -> UInt64 {
        let bytes = Array(text.utf8)
        return bytes.span.hash(of: ByteRange(0..<bytes.count), seed: ~seed)
    }
}
