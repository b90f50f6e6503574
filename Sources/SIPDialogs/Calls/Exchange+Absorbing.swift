import SIPParsing
import TraceTypes

/// Taking over the whole of another exchange that turned out to be part of the same call. Its messages come behind those
/// that are there, so that the list is in the order of the capture for each leg, and no longer for all together.
extension Exchange {
    /// Whether there is room for all of another exchange.
    func hasRoom(for other: Exchange, _ limits: TrackingLimits) -> Bool {
        legs.count + other.legs.count <= limits.partsPerExchange
            && dialogs.count + other.dialogs.count <= limits.partsPerExchange
            && transactions.count + other.transactions.count <= limits.messagesPerExchange
            && messages.count + other.messages.count <= limits.messagesPerExchange
            && text.count + other.text.count <= limits.textPerExchange
            && endpoints.count + other.endpoints.count <= 200
    }

    /// Takes over another exchange, whose first leg gets `relation`.
    mutating func absorb(_ other: Exchange, as relation: Leg.Relation) {
        let shift = Renumbering(appending: other, to: &self)
        text += other.text
        details += other.details.map { MessageDetail(kind: $0.kind, text: shift.text($0.text)) }
        messages += other.messages.map { $0.moved(shift) }
        messageCount += other.messageCount
        legs += other.legs.map { $0.moved(shift, relation) }
        transactions += other.transactions.map { $0.moved(shift) }
        dialogs += other.dialogs.map { $0.moved(shift) }
        transfers += other.transfers.map { $0.moved(shift) }
        redirects += other.redirects.map { $0.moved(shift) }
        subscriptions += other.subscriptions.map { $0.moved(shift) }
        replacements += other.replacements.map { $0.moved(shift) }
        registrationNotes += other.registrationNotes.map { $0.moved(shift) }
        irregularities += other.irregularities.map { $0.moved(shift) }
        seenResponses += other.seenResponses.map { $0.moved(shift) }
        acknowledgements += other.acknowledgements.map { $0.moved(shift) }
        openInvites += other.openInvites.map { $0 + shift.transactions }
        traits.formUnion(other.traits)
        traits.facts.insert(.severalLegs)
        startTime = min(startTime, other.startTime)
        lastTime = max(lastTime, other.lastTime)
        hasLoss = hasLoss || other.hasLoss
        lossesBefore = min(lossesBefore, other.lossesBefore)
    }
}

extension Leg {
    fileprivate func moved(_ shift: Renumbering, _ relation: Relation) -> Leg {
        var leg = self
        leg.callID = shift.text(callID)
        leg.from = shift.text(from)
        leg.to = shift.text(to)
        leg.origin =
            switch origin {
            case .first: .related(relation)
            case .redirect(let index): .redirect(index + shift.redirects)
            case .transfer(let index): .transfer(index + shift.transfers)
            case .related: origin
            }
        return leg
    }
}

extension Dialog {
    fileprivate func moved(_ shift: Renumbering) -> Dialog {
        var dialog = self
        dialog.leg = leg + shift.legs
        dialog.invite = shift.transaction(invite)
        dialog.answer = shift.message(answer)
        dialog.acknowledgement = shift.message(acknowledgement)
        dialog.bye = shift.message(bye)
        dialog.callerSequence?.message = shift.message(callerSequence?.message)
        dialog.calleeSequence?.message = shift.message(calleeSequence?.message)
        return dialog
    }
}

extension Redirect {
    fileprivate func moved(_ shift: Renumbering) -> Redirect {
        var redirect = self
        redirect.transaction = transaction + shift.transactions
        redirect.message = message + shift.messages
        redirect.follower = shift.transaction(follower)
        return redirect
    }
}

extension Transfer {
    fileprivate func moved(_ shift: Renumbering) -> Transfer {
        var transfer = self
        transfer.leg = leg + shift.legs
        transfer.transaction = transaction + shift.transactions
        transfer.refer = refer + shift.messages
        transfer.response = shift.message(response)
        transfer.referredInvite = shift.transaction(referredInvite)
        transfer.subscription.move(shift)
        return transfer
    }
}

extension Subscription {
    fileprivate func moved(_ shift: Renumbering) -> Subscription {
        var subscription = self
        subscription.move(shift)
        return subscription
    }
}

extension Replacement {
    fileprivate func moved(_ shift: Renumbering) -> Replacement {
        var replacement = self
        replacement.invite += shift.transactions
        replacement.dialog += shift.dialogs
        return replacement
    }
}

extension Irregularity {
    fileprivate func moved(_ shift: Renumbering) -> Irregularity {
        Irregularity(
            kind: kind, message: shift.message(message), other: shift.message(other),
            transaction: shift.transaction(transaction))
    }
}

extension SeenResponse {
    fileprivate func moved(_ shift: Renumbering) -> SeenResponse {
        SeenResponse(
            status, toTag: toTag, number: number, transaction: transaction + shift.transactions, shift.sighting(last))
    }
}

extension SeenAcknowledgement {
    fileprivate func moved(_ shift: Renumbering) -> SeenAcknowledgement {
        SeenAcknowledgement(keys: keys, leg: leg + shift.legs, viaCount: viaCount, last: shift.sighting(last))
    }
}
