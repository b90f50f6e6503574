import SIPParsing
import TraceTypes

/// Driving the offer/answer model with the messages of a dialog.
extension Exchange {
    /// A message of a dialog that the offer/answer model has to do with, and what it does.
    public struct Negotiation: Sendable {
        /// The message.
        public let message: MessageIndex
        /// Who sent it.
        public let sender: DialogSide
        /// What it does.
        public let effect: OfferAnswerEffect
    }

    /// The offers and answers of a dialog, in order; messages without an effect are left out, as are repeats and further
    /// hops.
    public func negotiations(in dialog: Dialog) -> [Negotiation] {
        var model = OfferAnswer(hasSession: dialog.invite == nil)
        var steps: [Negotiation] = []
        for index in messages.indices {
            guard let event = event(of: index, in: dialog) else { continue }
            let effect = model.feed(event)
            if effect != .none { steps.append(Negotiation(message: index, sender: event.sender, effect: effect)) }
        }
        return steps
    }

    /// The session description in a message.
    public func sessionDescription(of message: MessageIndex) -> SessionDescription? {
        detail(.sessionDescription, of: message).flatMap { SessionDescription(text.span, $0) }
    }

    private func event(of index: MessageIndex, in dialog: Dialog) -> OfferAnswerEvent? {
        let message = messages[index]
        let place = Int(message.transaction)
        guard !message.isRepeat, !message.flags.contains(.laterHop), transactions.indices.contains(place),
            belongs(index, message, place, to: dialog), let kind = kind(of: index)
        else { return nil }
        let isByCaller = (transactions[place].fromTag == dialog.callerTag) == message.isRequest
        return OfferAnswerEvent(
            kind, from: isByCaller ? .caller : .callee, transaction: place, description(of: index), message: index)
    }

    /// Whether a message is in the dialog: an INVITE that forks is in each of its dialogs, a response to it in that of
    /// its To tag.
    private func belongs(
        _ index: MessageIndex, _ message: MessageRecord, _ place: TransactionIndex, to dialog: Dialog
    ) -> Bool {
        let transaction = transactions[place]
        guard transaction.leg == dialog.leg else { return false }
        guard place == dialog.invite else {
            return transaction.isInDialog && dialog.matches(transaction.fromTag, transaction.toTag)
        }
        let siblings = dialogs.count { $0.invite == place }
        if message.isRequest { return message.method != .ack || siblings == 1 || dialog.acknowledgement == index }
        if siblings == 1 || message.status >= 300 { return true }
        return message.dialog.map { dialogs[$0].calleeTag == dialog.calleeTag } ?? false
    }

    private func kind(of index: MessageIndex) -> OfferAnswerEvent.Kind? {
        let message = messages[index]
        switch (message.isRequest, message.method) {
        case (true, .invite): return .invite
        case (true, .prack): return .prack
        case (true, .update): return .update
        case (true, .ack): return .acknowledgement
        case (false, .invite) where message.status < 200:
            guard message.status > 100 else { return nil }
            return .provisional(isReliable: isReliable(index))
        case (false, .invite), (false, .prack), (false, .update):
            guard message.status >= 200 else { return nil }
            return message.status < 300 ? .success(of: message.method) : .failure(of: message.method)
        default: return nil
        }
    }

    private func isReliable(_ index: MessageIndex) -> Bool {
        guard header(.rSeq, of: index) != nil else { return false }
        return detail(.header(.require), of: index).flatMap { OptionTags(text.span, $0) }?.contains("100rel") == true
    }

    private func description(of index: MessageIndex) -> OfferAnswerEvent.Description {
        if detail(.sessionDescription, of: index) != nil { return .present }
        if messages[index].flags.contains(.truncated) { return .unknown }
        let hasBody = messages[index].details.contains { place in
            switch details[Int(place)].kind {
            case .body, .omittedBody: true
            default: false
            }
        }
        return hasBody ? .unknown : .absent
    }
}
