import SIPParsing
import TraceTypes

/// Taking in requests other than ACK.
extension Exchange {
    mutating func addRequest(
        _ method: Method, _ message: Message, _ bytes: Span<UInt8>, _ keys: MessageKeys, leg: Int,
        _ context: TrackingContext
    ) -> TrackingEffect {
        var effect = TrackingEffect()
        let index: TransactionIndex
        if let known = findTransaction(method, keys, leg, context) {
            guard transactions[known].isFromResponse else {
                return addRepeatedRequest(known, message, bytes, keys, context)
            }
            index = known
            transactions[index].adopt(toTag: keys.toTag, Sighting(keys, context))
            if transactions[index].isInitialInvite { isPartial = false }
        } else {
            let primary = primaryTransaction(of: method, keys, leg, viaCount: message.viaCount, context)
            index = addTransaction(method, keys, viaCount: message.viaCount, leg, primary, context)
        }
        let isLaterHop = transactions[index].primary != nil
        if keys.toTag != 0 { effect.flags.insert(.inDialog) }
        if isLaterHop { effect.flags.insert(.laterHop) }
        effect.message = record(message, bytes, flags: effect.flags, transaction: index, context)
        transactions[index].request = effect.message
        transactions[index].lastRequest.message = effect.message
        if keys.toTag != 0 { noteSequence(index, effect.message, context) }
        noteBranch(index, effect.message, context)
        noteCredentials(of: message, bytes, index, context)
        if method == .cancel { noteCancel(index, effect.message, context) }
        if method == .invite, keys.toTag == 0, effect.message != nil { effect.newInvite = index }
        if !isLaterHop { act(on: method, message, bytes, index, &effect, context) }
        return effect
    }

    private mutating func addRepeatedRequest(
        _ known: TransactionIndex, _ message: Message, _ bytes: Span<UInt8>, _ keys: MessageKeys,
        _ context: TrackingContext
    ) -> TrackingEffect {
        var flags = MessageRecord.Flags.duplicate
        let sighting = Sighting(keys, context)
        let original = transactions[known].lastRequest.message
        let isCopy = sighting.isCopy(of: transactions[known].lastRequest, context.limits)
        if !isCopy {
            let result = transactions[known].requestAgain(sighting)
            flags = result == .retransmissionAfterResponse ? [.retransmission, .responseLost] : .retransmission
        }
        if transactions[known].isInDialog { flags.insert(.inDialog) }
        if transactions[known].primary != nil { flags.insert(.laterHop) }
        let index = record(message, bytes, flags: flags, transaction: known, original: original, context)
        if !isCopy { transactions[known].lastRequest.message = index }
        return TrackingEffect(message: index, flags: flags)
    }

    /// What a request does when it is first seen.
    private mutating func act(
        on method: Method, _ message: Message, _ bytes: Span<UInt8>, _ index: TransactionIndex,
        _ effect: inout TrackingEffect, _ context: TrackingContext
    ) {
        switch method {
        case .bye: effect.changesOutlook = noteBye(index, effect.message, context)
        case .invite:
            effect.changesOutlook = transactions[index].isInDialog
            noteReplacement(message, bytes, index, context)
        case .refer:
            effect.newTransfer = addTransfer(message, bytes, index, effect.message, context)
            effect.changesOutlook = true
        case .register: effect.registering = index
        case .notify: addNotification(message, bytes, index, effect.message, context)
        case .subscribe: addSubscribe(message, bytes, index, context)
        default: break
        }
        if kind == .call, isPartial, transactions[index].isInDialog { _ = dialog(of: index) }
    }

    /// Notes a CANCEL with the INVITE of its hop: the one of the same branch (RFC 3261 section 9.2).
    private mutating func noteCancel(_ index: TransactionIndex, _ message: MessageIndex?, _ context: TrackingContext) {
        let branch = transactions[index].branch
        let cseq = transactions[index].cseq
        let leg = transactions[index].leg
        for invite in transactions.indices.suffix(context.limits.transactionsSearched)
        where transactions[invite].method == .invite && transactions[invite].branch == branch
            && transactions[invite].cseq == cseq && transactions[invite].leg == leg
            && transactions[invite].cancelTime == nil
        {
            transactions[invite].cancel = message
            transactions[invite].cancelTime = context.header.time
        }
    }

    /// Notes a BYE; whether it ended a dialog.
    private mutating func noteBye(
        _ index: TransactionIndex, _ message: MessageIndex?, _ context: TrackingContext
    ) -> Bool {
        let fromTag = transactions[index].fromTag
        let leg = transactions[index].leg
        var isFirst = false
        if let dialog = dialog(of: index), dialogs[dialog].byeTime == nil {
            dialogs[dialog].bye = message
            dialogs[dialog].byeTime = context.header.time
            dialogs[dialog].byeByCaller = dialogs[dialog].callerTag == fromTag
            dialogs[dialog].state = .terminated
            isFirst = true
        }
        for transfer in transfers.indices
        where transfers[transfer].leg == leg && transfers[transfer].transferorTag == fromTag
            && transfers[transfer].transferorByeTime == nil
        {
            transfers[transfer].transferorByeTime = context.header.time
        }
        return isFirst
    }
}
