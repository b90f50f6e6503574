import SIPParsing
import TraceTypes

/// Beginning an exchange, giving each message to its leg, and knowing when it is over.
extension Exchange {
    /// Begins with a message, in the place of a spent exchange.
    mutating func begin(id: Int, for message: Message, at time: Timestamp) {
        let method = message.method ?? message.cseqMethod
        let isBegun = message.method == nil || message.toTag != nil || method == .ack || method == .cancel
        begin(id: id, kind: Self.kind(method, message), isPartial: isBegun, at: time)
    }

    /// What a message is for that is the first of an exchange.
    private static func kind(_ method: Method, _ message: Message) -> Kind {
        switch method {
        case .invite, .ack, .bye, .cancel, .prack: .call
        case .update, .info: message.toTag == nil ? .request : .call
        case .refer: message.method != nil && message.toTag != nil ? .call : .request
        case .register: .registration
        case .subscribe, .notify: .subscription
        default: .request
        }
    }

    /// Takes in a message of this exchange.
    mutating func add(
        _ message: Message, _ bytes: Span<UInt8>, _ keys: MessageKeys, key: UInt64, _ context: inout TrackingContext
    ) -> TrackingEffect {
        lastTime = max(lastTime, context.header.time)
        observedUntil = lastTime
        context.source = place(of: context.header.source)
        context.destination = place(of: context.header.destination)
        let leg = leg(message, bytes, key, keys, context)
        guard let method = message.method else {
            return addResponse(message.status ?? 0, message, bytes, keys, leg: leg, context)
        }
        if kind != .call, Self.kind(method, message) == .call {
            kind = .call
            if method != .invite || keys.toTag != 0 { isPartial = true }
        }
        return method == .ack
            ? addAcknowledgement(message, bytes, keys, leg: leg, context)
            : addRequest(method, message, bytes, keys, leg: leg, context)
    }

    private mutating func leg(
        _ message: Message, _ bytes: Span<UInt8>, _ key: UInt64, _ keys: MessageKeys, _ context: TrackingContext
    ) -> Int {
        if key == firstKey { return 0 }
        if let known = legs.firstIndex(where: { $0.key == key }) { return known }
        if legs.isEmpty { firstKey = key }
        let from = message.from.map { keep(bytes, URIKey.uri(bytes, $0), context.limits) }
        let to = message.to.map { keep(bytes, URIKey.uri(bytes, $0), context.limits) }
        legs.append(
            Leg(
                origin: pendingOrigin, callID: keep(bytes, message.callID ?? .empty, context.limits),
                from: from ?? .empty, to: to ?? .empty, key: key,
                callerTag: keys.fromTag))
        return legs.count - 1
    }

    /// Notes that an INVITE is the one that a REFER asked for, or follows a redirect, when its leg came about that way.
    mutating func linkReferred(_ invite: TransactionIndex) {
        switch legs[transactions[invite].leg].origin {
        case .transfer(let index) where transfers.indices.contains(index) && transfers[index].referredInvite == nil:
            transfers[index].referredInvite = invite
            transfers[index].evidence = pendingEvidence
        case .redirect(let index) where redirects.indices.contains(index) && redirects[index].follower == nil:
            redirects[index].follower = invite
        default: break
        }
    }

    /// Whether the last INVITE was challenged or redirected, so that its caller may try again after asking its user.
    private var mayGoOn: Bool {
        guard let last = transactions.last(where: { $0.method == .invite && $0.primary == nil }) else { return false }
        return last.finalStatus == 401 || last.finalStatus == 407 || 300..<400 ~= last.finalStatus
    }

    /// Whether a call is up and nothing but its end is to come, so that no deadline can pass. Mutating, as `endTime` is.
    mutating func isQuiet() -> Bool {
        kind == .call && transfers.isEmpty && !transactions.contains { $0.finalStatus == 0 }
            && dialogs.contains { $0.state == .confirmed }
            && dialogs.allSatisfy { $0.acknowledgement != nil || $0.answerTime == nil }
    }

    /// When the next deadline passes after which something can be said never to have happened; nil where none is open.
    /// Mutating, as `endTime` is.
    mutating func nextDeadline(after now: Timestamp, _ timers: TimerValues) -> Timestamp? {
        var next: Timestamp?
        func note(_ time: Timestamp) {
            if time > now, next.map({ time < $0 }) ?? true { next = time }
        }
        for dialog in dialogs where dialog.acknowledgement == nil {
            if let answered = dialog.answerTime { note(answered + timers.transactionTimeout) }
        }
        for index in transactions.indices
        where transactions[index].method == .invite && !transactions[index].hasResponse {
            note(transactions[index].startTime + timers.transactionTimeout)
        }
        for transfer in transfers where transfer.isAccepted { note(finalNotifyDeadline(of: transfer, timers)) }
        for redirect in redirects where redirect.follower == nil { note(redirect.time + Self.reactionTime) }
        return next
    }

    /// When the exchange is over if nothing more passes. Mutating, though it changes nothing: so the tracker reads the
    /// exchange in its slot, and does not copy it first.
    mutating func endTime(_ timers: TimerValues, _ limits: TrackingLimits) -> Timestamp {
        let linger = lastTime + timers.transactionTimeout
        if dialogs.contains(where: { $0.state == .confirmed }) { return lastTime + limits.idleDialog }
        var end = linger
        if kind == .call, mayGoOn { end = lastTime + timers.timerC }
        for index in transactions.indices
        where transactions[index].method == .invite && transactions[index].isPending(at: lastTime, timers) {
            if transactions[index].hasResponse { return lastTime + limits.idleProceeding }
            // Its answer may pass elsewhere; until it has rung for as long as a proxy lets it, an ACK may tell.
            end = max(end, lastTime + timers.timerC)
        }
        if let expiry = subscription.flatMap({ $0.isTerminated ? nil : $0.last })?.expires {
            return min(lastTime + .seconds(Int64(expiry)) + timers.transactionTimeout, lastTime + limits.idleDialog)
        }
        for transfer in transfers { end = max(end, endTime(of: transfer, timers, limits)) }
        return end
    }

    /// When no more is to be expected of a transfer: a notifier that said how long it goes on may report the end of a
    /// call that rings for long.
    private func endTime(of transfer: Transfer, _ timers: TimerValues, _ limits: TrackingLimits) -> Timestamp {
        let deadline = finalNotifyDeadline(of: transfer, timers)
        guard transfer.reported == nil, let last = transfer.subscription.last, last.state != .terminated,
            let expiry = last.expires
        else { return deadline }
        return max(deadline, last.time + min(.seconds(Int64(expiry)), limits.idleProceeding))
    }
}
