import SIPParsing
import TraceTypes

/// Beginning an exchange, and giving each message to its leg.
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
        lead = max(.zero, lastTime - context.now)
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
}
