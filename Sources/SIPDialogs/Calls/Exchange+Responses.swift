import SIPParsing
import TraceTypes

/// Taking in responses.
extension Exchange {
    mutating func addResponse(
        _ status: UInt16, _ message: Message, _ bytes: Span<UInt8>, _ keys: MessageKeys, leg: Int,
        _ context: TrackingContext
    ) -> TrackingEffect {
        let method = message.cseqMethod
        let index =
            findTransaction(method, keys, leg, context)
            ?? addTransaction(
                method, keys, viaCount: message.viaCount, leg,
                primaryTransaction(
                    ofResponseTo: method, keys, leg, viaCount: message.viaCount, context.limits),
                isFromResponse: true, context)
        var effect = TrackingEffect()
        if transactions[index].primary != nil { effect.flags.insert(.laterHop) }
        if transactions[index].isInDialog { effect.flags.insert(.inDialog) }
        // Only a reliable provisional response has a number.
        let number = method == .invite && (101...199).contains(status) ? message.first(.rSeq) : nil
        let seen = noteSeen(
            status, keys, number: number.flatMap { HeaderNumber.parse(bytes, $0) } ?? 0, index, context)
        if let flags = repeatFlags(seen, keys, index, context) {
            let original = seen.earlier?.message
            effect.flags.formUnion(flags)
            effect.message = record(
                message, bytes, flags: effect.flags, transaction: index, original: original, context)
            if !flags.contains(.duplicate) { seenResponses[seen.place].last.message = effect.message }
            return effect
        }
        effect.message = record(message, bytes, flags: effect.flags, transaction: index, context)
        seenResponses[seen.place].last.message = effect.message
        let result = transactions[index].response(status, at: context.header.time)
        let known = transactions[index].finalStatus
        noteIrregularities(result, status, message, bytes, keys, index, effect.message, context)
        if status < 200 {
            noteProvisional(status, index, effect.message, context)
        } else if known == 0 || (known >= 300 && status < 300) {
            noteFinal(status, message, bytes, index, &effect, context)
        }
        if method == .invite, keys.toTag != 0 { noteDialog(status, keys, index, effect.message, context) }
        return effect
    }

    /// A response with its place among those that were seen, and the one before it that it is like.
    private struct SeenAgain {
        let status: UInt16
        let sighting: Sighting
        let place: Int
        let earlier: Sighting?
    }

    /// Looks a response up among those that were seen, and adds it where it is new. One with another To tag is from
    /// another branch of a fork.
    private mutating func noteSeen(
        _ status: UInt16, _ keys: MessageKeys, number: UInt32, _ index: TransactionIndex, _ context: TrackingContext
    ) -> SeenAgain {
        let sighting = Sighting(keys, context)
        let known = seenResponses.indices.last {
            seenResponses[$0].transaction == index && seenResponses[$0].status == status
                && seenResponses[$0].toTag == keys.toTag && seenResponses[$0].number == number
        }
        if let known {
            return SeenAgain(status: status, sighting: sighting, place: known, earlier: seenResponses[known].last)
        }
        let place = seenResponses.append(
            SeenResponse(status, toTag: keys.toTag, number: number, transaction: index, sighting),
            keeping: context.limits.transactionsSearched, cursor: &responseCursor)
        return SeenAgain(status: status, sighting: sighting, place: place, earlier: nil)
    }

    /// Flags of a response that was there already, or nil for a new one. A provisional one is new again after a while
    /// (RFC 3261 section 13.3.1.1).
    private mutating func repeatFlags(
        _ seen: SeenAgain, _ keys: MessageKeys, _ index: TransactionIndex, _ context: TrackingContext
    ) -> MessageRecord.Flags? {
        guard let earlier = seen.earlier else { return nil }
        if seen.sighting.isCopy(of: earlier, context.limits) { return .duplicate }
        let time = seen.sighting.time
        seenResponses[seen.place].last = seen.sighting
        if seen.status < 200, time - earlier.time > Self.ringingRefresh { return nil }
        if seen.status >= 200 { transactions[index].finalAgain() }
        noteAnswerAgain(seen.status, keys, index, time)
        return .retransmission
    }

    /// A callee repeats its provisional response every minute, so that proxies do not give up (RFC 3261 section
    /// 13.3.1.1): what comes after most of a minute is that, and no retransmission.
    private static let ringingRefresh = TimeSpan.seconds(40)

    private mutating func noteAnswerAgain(
        _ status: UInt16, _ keys: MessageKeys, _ index: TransactionIndex, _ time: Timestamp
    ) {
        guard (200...299).contains(status), transactions[index].method == .invite, transactions[index].primary == nil,
            let dialog = dialogs.firstIndex(where: { $0.invite == index && $0.calleeTag == keys.toTag })
        else { return }
        dialogs[dialog].answerRepeats += 1
        dialogs[dialog].lastAnswerTime = time
    }

    private mutating func noteProvisional(
        _ status: UInt16, _ index: TransactionIndex, _ message: MessageIndex?, _ context: TrackingContext
    ) {
        if status > 100, transactions[index].provisional == nil { transactions[index].provisional = message }
        transactions[index].lastProvisional = status
        transactions[index].lastProvisionalTime = context.header.time
    }

    private mutating func noteFinal(
        _ status: UInt16, _ message: Message, _ bytes: Span<UInt8>, _ index: TransactionIndex,
        _ effect: inout TrackingEffect, _ context: TrackingContext
    ) {
        transactions[index].final = effect.message
        transactions[index].finalStatus = status
        transactions[index].finalTime = context.header.time
        if status == 401 || status == 407 { noteChallenge(in: message, bytes, index, context) }
        if transactions[index].isInitialInvite, (300...399).contains(status) {
            effect.newRedirect = addRedirect(status, message, bytes, index, effect.message, context)
            effect.changesOutlook = true
        }
        guard transactions[index].primary == nil else { return }
        switch transactions[index].method {
        case .refer: noteReferResponse(status, message, bytes, index, effect.message, context)
        case .notify: noteNotifyAnswer(status, index)
        case .subscribe: noteSubscribeResponse(status, message, bytes, index, context)
        case .register: effect.registering = index
        case .invite where transactions[index].isInitialInvite && (status == 404 || status == 430 || status == 480):
            effect.registering = index
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
            let leg = transactions[index].leg
            let own = dialogs.firstIndex { $0.leg == leg && $0.matches(keys.fromTag, keys.toTag) }
            if let message { messages[message].dialog = own }
            for dialog in dialogs.indices
            where dialogs[dialog].state == .early && dialogs[dialog].invite == (transactions[index].primary ?? index)
                && transactions[index].primary == nil
            {
                dialogs[dialog].state = .terminated
            }
            return
        }
        guard let place = dialogPlace(keys.fromTag, keys.toTag, index, context.limits) else { return }
        if let message { messages[message].dialog = place }
        guard status >= 200 else { return }
        if dialogs[place].byeTime == nil { dialogs[place].state = .confirmed }
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
                invite: isKept(index, limits) ? transactions[index].primary ?? index : nil))
        if !transactions[index].isFromResponse, transactions[index].fromTag == callerTag {
            dialogs[dialogs.count - 1].callerSequence = .init(
                number: transactions[index].cseq, message: transactions[index].request)
        }
        return dialogs.count - 1
    }

    /// The dialog of a request with a To tag; made, as confirmed, when its INVITE passed before the capture began.
    mutating func dialog(of index: TransactionIndex) -> Int? {
        let leg = transactions[index].leg
        let fromTag = transactions[index].fromTag
        let toTag = transactions[index].toTag
        if let known = dialogs.firstIndex(where: { $0.leg == leg && $0.matches(fromTag, toTag) }) { return known }
        guard isPartial, dialogs.count < TrackingLimits.dialogsOfPartial else { return nil }
        dialogs.append(Dialog(state: .confirmed, leg: leg, callerTag: fromTag, calleeTag: toTag, invite: nil))
        return dialogs.count - 1
    }
}
