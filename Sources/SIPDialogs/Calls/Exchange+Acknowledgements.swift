import SIPParsing
import TraceTypes

/// Taking in ACKs: of a final response of 300 or above part of the INVITE's transaction and seen on each hop, of a 2xx a
/// request of its own (RFC 3261 sections 17.1.1.3 and 13.2.2.4).
extension Exchange {
    mutating func addAcknowledgement(
        _ message: Message, _ bytes: Span<UInt8>, _ keys: MessageKeys, leg: Int, _ context: TrackingContext
    ) -> TrackingEffect {
        let invite = findTransaction(.invite, keys, leg, context)
        let seen = noteSeen(keys, leg: leg, viaCount: message.viaCount, context)
        if let invite, transactions[invite].finalStatus >= 300 {
            var effect = TrackingEffect(flags: seen.flags.isDisjoint(with: Self.copies) ? [] : seen.flags)
            if transactions[invite].primary != nil { effect.flags.insert(.laterHop) }
            effect.message = recordAcknowledgement(message, bytes, seen, effect.flags, invite, context)
            _ = transactions[invite].acknowledged(at: context.header.time)
            if transactions[invite].acknowledgement == nil { transactions[invite].acknowledgement = effect.message }
            return effect
        }
        let dialog = dialogs.firstIndex { $0.leg == leg && $0.matches(keys.fromTag, keys.toTag) }
        let begun = dialog.flatMap { dialogs[$0].invite }
        let owner =
            invite.map { transactions[$0].primary ?? $0 }
            ?? acknowledgedInvite(keys, leg, begun, context.limits) ?? begun
        var effect = TrackingEffect(flags: seen.flags.union(.inDialog))
        effect.message = recordAcknowledgement(message, bytes, seen, effect.flags, owner ?? -1, context)
        if let dialog, let message = effect.message { messages[message].dialog = dialog }
        noteIrregularities(of: keys, invite, owner, seen, effect.message, context)
        if let dialog, owner == begun, dialogs[dialog].acknowledgement == nil {
            dialogs[dialog].acknowledgement = effect.message
        }
        if let owner, transactions[owner].acknowledgement == nil {
            transactions[owner].acknowledgement = effect.message
        }
        return effect
    }

    /// Sees what is wrong with the first ACK to a 2xx: the branch of the INVITE, or the CSeq number of none.
    private mutating func noteIrregularities(
        of keys: MessageKeys, _ invite: TransactionIndex?, _ owner: TransactionIndex?, _ seen: SeenAgain,
        _ message: MessageIndex?, _ context: TrackingContext
    ) {
        guard seen.flags.isEmpty, !isPartial else { return }
        if let invite, transactions[invite].isAnswered {
            note(
                .acknowledgementReusesBranch, message, other: transactions[invite].request, in: invite, context.limits)
        }
        if let owner, transactions[owner].cseq != keys.cseq, transactions[owner].fromTag == keys.fromTag {
            note(.acknowledgementOfNothing, message, other: transactions[owner].final, in: owner, context.limits)
        }
    }

    private mutating func recordAcknowledgement(
        _ message: Message, _ bytes: Span<UInt8>, _ seen: SeenAgain, _ flags: MessageRecord.Flags,
        _ transaction: TransactionIndex, _ context: TrackingContext
    ) -> MessageIndex? {
        let index = record(
            message, bytes, flags: flags, transaction: transaction, original: seen.original, context)
        if !flags.contains(.duplicate) { acknowledgements[seen.place].last.message = index }
        return index
    }

    private static let copies: MessageRecord.Flags = [.retransmission, .duplicate]

    /// What an ACK is to those that were seen before: its flags, its place among them, and what it is a copy of.
    private struct SeenAgain {
        var flags: MessageRecord.Flags
        var place: Int
        var original: MessageIndex?
    }

    /// Looks an ACK up among those that were seen, and adds it where it is new. Clients repeat the ACK of a 2xx with its
    /// branch or with another; one from elsewhere with a branch of its own is on a further hop.
    private mutating func noteSeen(
        _ keys: MessageKeys, leg: Int, viaCount: Int, _ context: TrackingContext
    ) -> SeenAgain {
        let sighting = Sighting(keys, context)
        let seen = SeenAcknowledgement(keys: keys, leg: leg, viaCount: viaCount, last: sighting)
        if let same = acknowledgements.lastIndex(where: { $0.isSameTransaction(seen) }) {
            let last = acknowledgements[same].last
            if sighting.isCopy(of: last, context.limits) {
                return SeenAgain(flags: .duplicate, place: same, original: last.message)
            }
            acknowledgements[same].last = sighting
            return SeenAgain(flags: .retransmission, place: same)
        }
        let other = acknowledgements.last { $0.isSameAcknowledgement(seen) }
        let place = acknowledgements.append(
            seen, keeping: context.limits.transactionsSearched, cursor: &acknowledgementCursor)
        guard let other else { return SeenAgain(flags: [], place: place) }
        let isSameHop = other.viaCount == seen.viaCount && other.last.source == sighting.source
        return SeenAgain(flags: isSameHop ? .retransmission : .laterHop, place: place)
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
