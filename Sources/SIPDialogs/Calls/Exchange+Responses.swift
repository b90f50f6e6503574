import SIPParsing
import TraceTypes

/// Taking in responses.
extension Exchange {
    mutating func addResponse(
        _ status: UInt16, _ message: Message, _ bytes: Span<UInt8>, leg: Int, _ context: TrackingContext
    ) -> TrackingEffect {
        let keys = MessageKeys(message, bytes, seed: context.seed)
        let method = message.cseqMethod
        let index =
            findTransaction(method, keys, leg, context.limits)
            ?? addTransaction(
                method, keys, viaCount: message.viaCount, leg, nil, isFromResponse: true, context)
        var effect = TrackingEffect()
        if transactions[index].primary != nil { effect.flags.insert(.laterHop) }
        if transactions[index].isInDialog { effect.flags.insert(.inDialog) }
        if let flags = repeatFlags(status, keys, index, context) {
            effect.flags.formUnion(flags)
            effect.message = record(
                message, bytes, context.header, flags: effect.flags, transaction: index, context.limits)
            return effect
        }
        effect.message = record(message, bytes, context.header, flags: effect.flags, transaction: index, context.limits)
        let result = transactions[index].response(status, at: context.header.time)
        if status < 200 {
            noteProvisional(status, index, effect.message, context)
        } else if transactions[index].finalStatus == 0 || (result == .unexpected && status < 300) {
            noteFinal(status, message, bytes, keys, index, &effect, context)
        }
        if method == .invite, keys.toTag != 0 { noteDialog(status, keys, index, effect.message, context) }
        return effect
    }

    /// Flags of a response that was there already, or nil for a new one. The same status is new again with another To
    /// tag, that is, from another branch of a fork, and a provisional one after a while (RFC 3261 section 13.3.1.1).
    private mutating func repeatFlags(
        _ status: UInt16, _ keys: MessageKeys, _ index: TransactionIndex, _ context: TrackingContext
    ) -> MessageRecord.Flags? {
        let time = context.header.time
        let source = place(of: context.header.source)
        let destination = place(of: context.header.destination)
        let known = seenResponses.indices.suffix(context.limits.transactionsSearched).last {
            seenResponses[$0].transaction == index && seenResponses[$0].status == status
                && seenResponses[$0].toTag == keys.toTag
        }
        guard let known else {
            seenResponses.append(
                SeenResponse(
                    transaction: index, status: status, toTag: keys.toTag, source: source, destination: destination,
                    time: time))
            return nil
        }
        let last = seenResponses[known]
        if last.source != source || last.destination != destination { return .duplicate }
        if time - last.time < context.limits.duplicateWindow { return .duplicate }
        seenResponses[known].time = time
        if status < 200, time - last.time > .seconds(40) { return nil }
        if status >= 200 { transactions[index].finalRepeats += 1 }
        if let dialog = dialogs.firstIndex(where: {
            $0.invite == (transactions[index].primary ?? index) && $0.calleeTag == keys.toTag
        }), (200...299).contains(status), transactions[index].primary == nil {
            dialogs[dialog].answerRepeats += 1
            dialogs[dialog].lastAnswerTime = time
        }
        return .retransmission
    }

    private mutating func noteProvisional(
        _ status: UInt16, _ index: TransactionIndex, _ message: MessageIndex?, _ context: TrackingContext
    ) {
        if status > 100, transactions[index].provisional == nil { transactions[index].provisional = message }
        transactions[index].lastProvisional = status
        transactions[index].lastProvisionalTime = context.header.time
    }

    private mutating func noteFinal(
        _ status: UInt16, _ message: Message, _ bytes: Span<UInt8>, _ keys: MessageKeys, _ index: TransactionIndex,
        _ effect: inout TrackingEffect, _ context: TrackingContext
    ) {
        transactions[index].final = effect.message
        transactions[index].finalStatus = status
        transactions[index].finalTime = context.header.time
        if status == 401 || status == 407 { noteChallenge(in: message, bytes, index, context) }
        if transactions[index].isInitialInvite, (300...399).contains(status) {
            effect.newRedirect = addRedirect(status, message, bytes, index, effect.message, context)
        }
        guard transactions[index].primary == nil else { return }
        switch transactions[index].method {
        case .refer: noteReferResponse(status, message, bytes, index, effect.message, context)
        case .notify: noteNotifyAnswer(status, index)
        default: break
        }
    }

    /// Makes, confirms or ends the dialog of a response with a To tag (RFC 3261 section 12.1).
    private mutating func noteDialog(
        _ status: UInt16, _ keys: MessageKeys, _ index: TransactionIndex, _ message: MessageIndex?,
        _ context: TrackingContext
    ) {
        guard status > 100 else { return }
        if status >= 300 {
            for dialog in dialogs.indices
            where dialogs[dialog].state == .early && dialogs[dialog].invite == (transactions[index].primary ?? index)
                && transactions[index].primary == nil
            {
                dialogs[dialog].state = .terminated
            }
            return
        }
        guard let place = dialogPlace(keys.fromTag, keys.toTag, index, context.limits) else { return }
        guard status >= 200 else { return }
        if dialogs[place].state == .early { dialogs[place].state = .confirmed }
        if dialogs[place].answerTime == nil {
            dialogs[place].answer = message
            dialogs[place].answerTime = context.header.time
            dialogs[place].lastAnswerTime = context.header.time
        }
    }

    private mutating func dialogPlace(
        _ callerTag: UInt64, _ calleeTag: UInt64, _ index: TransactionIndex, _ limits: TrackingLimits
    ) -> Int? {
        let leg = transactions[index].leg
        if let known = dialogs.firstIndex(where: { $0.leg == leg && $0.matches(callerTag, calleeTag) }) { return known }
        guard dialogs.count < limits.partsPerExchange else { return nil }
        dialogs.append(
            Dialog(
                state: .early, leg: leg, callerTag: callerTag, calleeTag: calleeTag,
                invite: transactions[index].primary ?? index))
        return dialogs.count - 1
    }

    /// The dialog of a request with a To tag; made, as confirmed, when its INVITE passed before the capture began.
    mutating func dialog(of index: TransactionIndex, isAnswered: Bool) -> Int? {
        let request = transactions[index]
        if let known = dialogs.firstIndex(where: {
            $0.leg == request.leg && $0.matches(request.fromTag, request.toTag)
        }) {
            return known
        }
        guard isPartial, isAnswered, dialogs.count < TrackingLimits.dialogsOfPartial else { return nil }
        dialogs.append(
            Dialog(
                state: .confirmed, leg: request.leg, callerTag: request.fromTag, calleeTag: request.toTag, invite: nil))
        return dialogs.count - 1
    }
}
