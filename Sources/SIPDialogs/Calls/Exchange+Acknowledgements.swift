import SIPParsing
import TraceTypes

/// Taking in ACKs: of a final response of 300 or above part of the INVITE's transaction and seen on each hop, of a 2xx a
/// request of its own (RFC 3261 sections 17.1.1.3 and 13.2.2.4).
extension Exchange {
    mutating func addAcknowledgement(
        _ message: Message, _ bytes: Span<UInt8>, _ keys: MessageKeys, leg: Int, _ context: TrackingContext
    ) -> TrackingEffect {
        let invite = findTransaction(.invite, keys, leg, context.limits)
        let seen = noteSeen(keys, leg: leg, viaCount: message.viaCount, context)
        if let invite, transactions[invite].finalStatus >= 300 {
            var effect = TrackingEffect(flags: seen.isDisjoint(with: Self.copies) ? [] : seen)
            if transactions[invite].primary != nil { effect.flags.insert(.laterHop) }
            effect.message = record(message, bytes, flags: effect.flags, transaction: invite, context)
            _ = transactions[invite].acknowledged(at: context.header.time)
            if transactions[invite].acknowledgement == nil { transactions[invite].acknowledgement = effect.message }
            return effect
        }
        let dialog = dialogs.firstIndex { $0.leg == leg && $0.matches(keys.fromTag, keys.toTag) }
        let begun = dialog.flatMap { dialogs[$0].invite }
        let owner =
            invite.map { transactions[$0].primary ?? $0 }
            ?? acknowledgedInvite(keys, leg, begun, context.limits) ?? begun
        var effect = TrackingEffect(flags: seen.union(.inDialog))
        effect.message = record(message, bytes, flags: effect.flags, transaction: owner ?? -1, context)
        if let dialog, owner == begun, dialogs[dialog].acknowledgement == nil {
            dialogs[dialog].acknowledgement = effect.message
        }
        if let owner, transactions[owner].acknowledgement == nil {
            transactions[owner].acknowledgement = effect.message
        }
        return effect
    }

    private static let copies: MessageRecord.Flags = [.retransmission, .duplicate]

    /// Flags of an ACK: none for one that was not seen before. Clients repeat the ACK of a 2xx with its branch or with
    /// another; one from elsewhere with a branch of its own is on a further hop.
    private mutating func noteSeen(
        _ keys: MessageKeys, leg: Int, viaCount: Int, _ context: TrackingContext
    ) -> MessageRecord.Flags {
        let seen = SeenAcknowledgement(
            keys: keys, leg: leg, viaCount: viaCount, source: context.source,
            destination: context.destination, time: context.header.time)
        if let same = acknowledgements.lastIndex(where: { $0.isSameTransaction(seen) }) {
            let last = acknowledgements[same]
            guard last.source == seen.source, last.destination == seen.destination else { return .duplicate }
            if seen.time - last.time < context.limits.duplicateWindow { return .duplicate }
            acknowledgements[same].time = seen.time
            return .retransmission
        }
        let other = acknowledgements.last { $0.isSameAcknowledgement(seen) }
        acknowledgements.append(seen, keeping: context.limits.transactionsSearched, cursor: &acknowledgementCursor)
        guard let other else { return [] }
        return other.viaCount == seen.viaCount && other.source == seen.source ? .retransmission : .laterHop
    }

    /// The INVITE that an ACK with a branch of its own is for: the one that made the dialog, or one inside of it.
    private func acknowledgedInvite(
        _ keys: MessageKeys, _ leg: Int, _ begun: TransactionIndex?, _ limits: TrackingLimits
    ) -> TransactionIndex? {
        if let begun, transactions[begun].cseq == keys.cseq, transactions[begun].fromTag == keys.fromTag {
            return begun
        }
        return transactions.indices.suffix(limits.transactionsSearched).last {
            transactions[$0].method == .invite && transactions[$0].cseq == keys.cseq
                && transactions[$0].fromTag == keys.fromTag && transactions[$0].leg == leg
                && transactions[$0].primary == nil
        }
    }
}
