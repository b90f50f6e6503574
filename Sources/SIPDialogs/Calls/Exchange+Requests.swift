import SIPParsing
import TraceTypes

/// Taking in requests.
extension Exchange {
    mutating func addRequest(
        _ method: Method, _ message: Message, _ bytes: Span<UInt8>, leg: Int, _ context: TrackingContext
    ) -> TrackingEffect {
        let keys = MessageKeys(message, bytes, seed: context.seed)
        if method == .ack { return addAcknowledgement(message, bytes, keys, leg, context) }
        var effect = TrackingEffect()
        let time = context.header.time
        if let known = findTransaction(method, keys, leg, context.limits) {
            effect.flags = repeatFlags(known, context)
            if effect.flags.isEmpty {
                let result = transactions[known].requestAgain(at: time)
                effect.flags =
                    result == .retransmissionAfterResponse ? [.retransmission, .responseLost] : .retransmission
            }
            if transactions[known].isInDialog { effect.flags.insert(.inDialog) }
            effect.message = record(
                message, bytes, context.header, flags: effect.flags, transaction: known, context.limits)
            return effect
        }
        let primary = findSameRequest(method, keys, leg, context.limits)
        let index = addTransaction(method, keys, viaCount: message.viaCount, leg, primary, context)
        if keys.toTag != 0 { effect.flags.insert(.inDialog) }
        if primary != nil { effect.flags.insert(.laterHop) }
        effect.message = record(message, bytes, context.header, flags: effect.flags, transaction: index, context.limits)
        transactions[index].request = effect.message
        noteCredentials(of: message, bytes, index, context)
        guard primary == nil else {
            if transactions[index].isInitialInvite { effect.newInvite = index }
            return effect
        }
        act(on: method, message, bytes, index, &effect, context)
        return effect
    }

    /// What a request does when it is first seen.
    private mutating func act(
        on method: Method, _ message: Message, _ bytes: Span<UInt8>, _ index: TransactionIndex,
        _ effect: inout TrackingEffect, _ context: TrackingContext
    ) {
        switch method {
        case .invite where transactions[index].toTag == 0: effect.newInvite = index
        case .cancel: noteCancel(index, effect.message, context)
        case .bye: noteBye(index, effect.message, context)
        case .refer: effect.newTransfer = addTransfer(message, bytes, index, effect.message, context)
        case .notify: addNotification(message, bytes, index, effect.message, context)
        case .subscribe where subscription == nil:
            let package = message.first(.event).flatMap { EventHeader(bytes, $0)?.package }
            subscription = Subscription(package: package ?? "")
        default: break
        }
        if kind == .call, transactions[index].isInDialog { _ = dialog(of: index, isAnswered: true) }
    }

    /// The transaction that a request, or the responses to it, belong to (RFC 3261 sections 17.1.3 and 17.2.3).
    func findTransaction(
        _ method: Method, _ keys: MessageKeys, _ leg: Int, _ limits: TrackingLimits
    ) -> TransactionIndex? {
        for index in transactions.indices.suffix(limits.transactionsSearched).reversed() {
            let candidate = transactions[index]
            if candidate.branch == keys.branch, candidate.cseq == keys.cseq, candidate.method == method,
                candidate.leg == leg
            {
                return index
            }
        }
        return nil
    }

    /// The first transaction of a request that is now seen on a further hop: other branch, same tags and CSeq.
    private func findSameRequest(
        _ method: Method, _ keys: MessageKeys, _ leg: Int, _ limits: TrackingLimits
    ) -> TransactionIndex? {
        for index in transactions.indices.suffix(limits.transactionsSearched) {
            let candidate = transactions[index]
            if candidate.method == method, candidate.cseq == keys.cseq, candidate.fromTag == keys.fromTag,
                candidate.toTag == keys.toTag, candidate.leg == leg, candidate.primary == nil
            {
                return index
            }
        }
        return nil
    }

    mutating func addTransaction(
        _ method: Method, _ keys: MessageKeys, viaCount: Int, _ leg: Int, _ primary: TransactionIndex?,
        isFromResponse: Bool = false, _ context: TrackingContext
    ) -> TransactionIndex {
        let time = context.header.time
        let isInvite = method == .invite
        let machines: Transaction.Machines =
            isInvite
            ? .invite(client: InviteClientTransaction(at: time), server: InviteServerTransaction())
            : .nonInvite(client: NonInviteClientTransaction(at: time), server: NonInviteServerTransaction())
        let client = isFromResponse ? context.header.destination : context.header.source
        let server = isFromResponse ? context.header.source : context.header.destination
        transactions.append(
            Transaction(
                method: method, cseq: keys.cseq, leg: leg, viaCount: UInt8(clamping: viaCount), branch: keys.branch,
                fromTag: keys.fromTag, toTag: isFromResponse ? 0 : keys.toTag, source: place(of: client),
                destination: place(of: server), transport: context.header.transport, primary: primary,
                startTime: time, lastRequestTime: time, machines: machines))
        return transactions.count - 1
    }

    /// Flags of a request that is there already: a copy of the packet, the same packet behind an address translator, or
    /// none where the sender repeated it.
    private func repeatFlags(_ index: TransactionIndex, _ context: TrackingContext) -> MessageRecord.Flags {
        let known = transactions[index]
        let isSamePath =
            endpoints[Int(known.source)] == context.header.source
            && endpoints[Int(known.destination)] == context.header.destination
        guard isSamePath else { return .duplicate }
        return context.header.time - known.lastRequestTime < context.limits.duplicateWindow ? .duplicate : []
    }

    private mutating func addAcknowledgement(
        _ message: Message, _ bytes: Span<UInt8>, _ keys: MessageKeys, _ leg: Int, _ context: TrackingContext
    ) -> TrackingEffect {
        var effect = TrackingEffect(flags: .inDialog)
        let invite = findTransaction(.invite, keys, leg, context.limits)
        if let invite, transactions[invite].finalStatus >= 300 {
            let isFirst = transactions[invite].acknowledged(at: context.header.time) == .advanced
            effect.flags = isFirst ? [] : repeatedAcknowledgementFlags(invite, context)
            effect.message = record(
                message, bytes, context.header, flags: effect.flags, transaction: invite, context.limits)
            if isFirst { transactions[invite].acknowledgement = effect.message }
            return effect
        }
        let dialog = dialogs.firstIndex { $0.leg == leg && $0.matches(keys.fromTag, keys.toTag) }
        let owner = dialog.flatMap { dialogs[$0].invite } ?? invite ?? latestInvite(cseq: keys.cseq, leg)
        let seen = acknowledgements.contains(keys.branch)
        if seen {
            effect.flags.formUnion(repeatedAcknowledgementFlags(owner ?? -1, context))
        } else if acknowledgements.count < context.limits.transactionsSearched {
            acknowledgements.append(keys.branch)
        }
        effect.message = record(
            message, bytes, context.header, flags: effect.flags, transaction: owner ?? -1, context.limits)
        if let dialog, dialogs[dialog].acknowledgement == nil { dialogs[dialog].acknowledgement = effect.message }
        if let owner, transactions[owner].acknowledgement == nil {
            transactions[owner].acknowledgement = effect.message
        }
        return effect
    }

    /// Flags of an ACK that is there already: a copy of the packet, or sent again for a repeated response.
    private func repeatedAcknowledgementFlags(
        _ transaction: TransactionIndex, _ context: TrackingContext
    ) -> MessageRecord.Flags {
        let last = messages.last { $0.isRequest && $0.method == .ack && Int($0.transaction) == transaction }
        guard let last else { return .retransmission }
        let isSamePath =
            source(of: last) == context.header.source && destination(of: last) == context.header.destination
        let isCopy = !isSamePath || context.header.time - last.time < context.limits.duplicateWindow
        return isCopy ? .duplicate : .retransmission
    }

    private func latestInvite(cseq: UInt32, _ leg: Int) -> TransactionIndex? {
        transactions.lastIndex { $0.method == .invite && $0.cseq == cseq && $0.leg == leg }
    }

    private mutating func noteCancel(_ index: TransactionIndex, _ message: MessageIndex?, _ context: TrackingContext) {
        let cancel = transactions[index]
        for invite in transactions.indices
        where transactions[invite].method == .invite && transactions[invite].branch == cancel.branch
            && transactions[invite].cseq == cancel.cseq && transactions[invite].cancelTime == nil
        {
            transactions[invite].cancel = message
            transactions[invite].cancelTime = context.header.time
        }
    }

    private mutating func noteBye(_ index: TransactionIndex, _ message: MessageIndex?, _ context: TrackingContext) {
        let bye = transactions[index]
        if let dialog = dialog(of: index, isAnswered: true), dialogs[dialog].byeTime == nil {
            dialogs[dialog].bye = message
            dialogs[dialog].byeTime = context.header.time
            dialogs[dialog].byeByCaller = dialogs[dialog].callerTag == bye.fromTag
            dialogs[dialog].state = .terminated
        }
        for transfer in transfers.indices
        where transfers[transfer].leg == bye.leg && transfers[transfer].transferorTag == bye.fromTag
            && transfers[transfer].transferorByeTime == nil
        {
            transfers[transfer].transferorByeTime = context.header.time
        }
    }
}
