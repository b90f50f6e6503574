import SIPParsing
import TraceTypes

/// Seeing what does not fit: between a response and its request, and between the requests of a dialog.
extension Exchange {
    mutating func noteIrregularities(
        _ result: TransactionEffect, _ status: UInt16, _ message: Message, _ bytes: Span<UInt8>, _ keys: MessageKeys,
        _ index: TransactionIndex, _ record: MessageIndex?, _ context: TrackingContext
    ) {
        guard !transactions[index].isFromResponse else {
            traits.facts.insert(.lostRequest)
            return
        }
        if transactions[index].source != context.destination, isMisdirected(message, bytes, index, context) {
            note(.misdirectedResponse, record, other: transactions[index].request, in: index, context.limits)
        }
        // What a snap length cut says nothing of what it lacks.
        guard !context.header.isTruncated, isSameHop(index, context) else { return }
        if result == .unexpected, !isAnswerElsewhere(status, keys, index) {
            let kind: Irregularity.Kind = status < 200 ? .provisionalAfterFinal : .secondFinal
            note(kind, record, other: transactions[index].final, in: index, context.limits)
        }
        let request = transactions[index].request
        if Int(transactions[index].viaCount) != min(message.viaCount, Int(UInt8.max)) {
            note(.viaCountChanged, record, other: request, in: index, context.limits)
        }
        if keys.fromTag != transactions[index].fromTag, transactions[index].fromTag != 0 {
            note(.fromTagChanged, record, other: request, in: index, context.limits)
        }
    }

    /// Whether a response goes from the server of its transaction to the client. Some back-to-back user agents give both
    /// their legs the same Call-ID and branch.
    private func isSameHop(_ index: TransactionIndex, _ context: TrackingContext) -> Bool {
        let transaction = transactions[index]
        return endpoints[Int(transaction.source)].address == context.header.destination.address
            && endpoints[Int(transaction.destination)].address == context.header.source.address
    }

    /// Whether a 2xx to an INVITE is from another device than the failure before it: a proxy that has passed on a failure
    /// passes on the 2xx of another branch all the same (RFC 3261 section 16.7, step 5).
    private func isAnswerElsewhere(_ status: UInt16, _ keys: MessageKeys, _ index: TransactionIndex) -> Bool {
        let first = transactions[index].finalStatus
        return transactions[index].method == .invite && (200...299).contains(status) && first >= 300
            && !seenResponses.contains {
                $0.transaction == index && $0.status == first && $0.toTag == keys.toTag
            }
    }

    /// Whether a response over UDP went elsewhere than to where its request came from, and than to where its topmost Via
    /// says: `received` or the host of sent-by, and `rport` or the port of sent-by (RFC 3261 section 18.2.2, RFC 3581
    /// section 4). Where sent-by is a name, nothing can be said.
    private func isMisdirected(
        _ message: Message, _ bytes: Span<UInt8>, _ index: TransactionIndex, _ context: TrackingContext
    ) -> Bool {
        guard context.header.transport == .udp, !context.header.isTruncated,
            context.source == transactions[index].destination,
            let value = message.first(.via), let via = Via.list(bytes, value).first, via.parameter("maddr") == nil,
            let address = IPAddress(host: via.received ?? via.host)
        else { return false }
        let target = context.header.destination
        return target.address != address || target.port != (via.rport ?? via.port ?? 5060)
    }

    /// Takes note of a request in a dialog: its dialog, and its place among the requests of its sender (RFC 3261 section
    /// 12.2.1.1). A request that was overtaken on the way is out of order by a moment: that is for a rule to weigh.
    mutating func noteSequence(_ index: TransactionIndex, _ message: MessageIndex?, _ context: TrackingContext) {
        let transaction = transactions[index]
        guard
            let place = dialogs.firstIndex(where: {
                $0.leg == transaction.leg && $0.matches(transaction.fromTag, transaction.toTag)
            })
        else { return }
        if let message { messages[message].dialog = place }
        guard transaction.method != .cancel, transaction.primary == nil, !context.header.isTruncated else { return }
        let isCaller = dialogs[place].callerTag == transaction.fromTag
        let last = isCaller ? dialogs[place].callerSequence : dialogs[place].calleeSequence
        if let last, transaction.cseq <= last.number {
            return note(.sequenceNotIncreased, message, other: last.message, in: index, context.limits)
        }
        let sequence = Dialog.Sequence(number: transaction.cseq, message: message)
        if isCaller { dialogs[place].callerSequence = sequence } else { dialogs[place].calleeSequence = sequence }
    }

    /// Takes note of a request that has the branch of another request of the same sender. CANCEL shares it by design, and
    /// so does the ACK of a failure (RFC 3261 section 8.1.1.7).
    mutating func noteBranch(_ index: TransactionIndex, _ message: MessageIndex?, _ context: TrackingContext) {
        let transaction = transactions[index]
        guard transaction.method != .cancel, transactions.count > 1, !context.header.isTruncated else { return }
        let other = transactions.indices.suffix(context.limits.transactionsSearched).first {
            $0 != index && transactions[$0].branch == transaction.branch && transactions[$0].method != .cancel
                && transactions[$0].source == transaction.source && !transactions[$0].isFromResponse
        }
        guard let other, message != nil else { return }
        note(.branchReused, message, other: transactions[other].request, in: index, context.limits)
    }
}
