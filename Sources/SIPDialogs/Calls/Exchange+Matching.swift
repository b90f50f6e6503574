import SIPParsing
import TraceTypes

/// Finding the transaction of a message, and beginning new ones.
extension Exchange {
    /// The transaction that a request, or the responses to it, belong to (RFC 3261 sections 17.1.3 and 17.2.3). With
    /// another tag in From it must at least be between the same addresses: a back-to-back user agent may keep the rest.
    func findTransaction(
        _ method: Method, _ keys: MessageKeys, _ leg: Int, _ context: TrackingContext
    ) -> TransactionIndex? {
        for index in transactions.indices.suffix(context.limits.transactionsSearched).reversed()
        where transactions[index].branch == keys.branch && transactions[index].cseq == keys.cseq
            && transactions[index].method == method && transactions[index].leg == leg
            && (transactions[index].fromTag == keys.fromTag || isBetweenEnds(of: index, context.header))
        {
            return index
        }
        return nil
    }

    /// Whether a message goes from one of a transaction's addresses to the other.
    private func isBetweenEnds(of index: TransactionIndex, _ header: PayloadHeader) -> Bool {
        let client = endpoints[Int(transactions[index].source)].address
        let server = endpoints[Int(transactions[index].destination)].address
        return (client == header.source.address && server == header.destination.address)
            || (server == header.source.address && client == header.destination.address)
    }

    /// The first transaction of a request that is now seen with another branch on a further hop.
    ///
    /// The same request with another branch from the same sender and with as many Via values is no further hop: the
    /// client turned to another server (RFC 3263 section 4.3), or a proxy whose other side alone is captured forked it.
    func primaryTransaction(
        of method: Method, _ keys: MessageKeys, _ leg: Int, viaCount: Int, _ context: TrackingContext
    ) -> TransactionIndex? {
        var first: TransactionIndex?
        var previousHop: TransactionIndex?
        for index in transactions.indices.suffix(context.limits.transactionsSearched)
        where transactions[index].cseq == keys.cseq && transactions[index].method == method
            && transactions[index].fromTag == keys.fromTag && transactions[index].toTag == keys.toTag
            && transactions[index].leg == leg
        {
            if Int(transactions[index].viaCount) == viaCount, isSender(of: index, context.header) {
                return transactions[index].primary
            }
            if first == nil { first = index }
            if endpoints[Int(transactions[index].destination)].address == context.header.source.address {
                previousHop = index
            }
        }
        guard let known = previousHop ?? first else { return nil }
        return transactions[known].primary ?? known
    }

    /// The first transaction of the request that a response answers, when the request was not seen on this hop.
    func primaryTransaction(
        ofResponseTo method: Method, _ keys: MessageKeys, _ leg: Int, viaCount: Int, _ limits: TrackingLimits
    ) -> TransactionIndex? {
        for index in transactions.indices.suffix(limits.transactionsSearched)
        where transactions[index].cseq == keys.cseq && transactions[index].method == method
            && transactions[index].fromTag == keys.fromTag && Int(transactions[index].viaCount) != viaCount
            && (transactions[index].toTag == 0 || transactions[index].toTag == keys.toTag)
            && transactions[index].leg == leg
        {
            return transactions[index].primary ?? index
        }
        return nil
    }

    private func isSender(of index: TransactionIndex, _ header: PayloadHeader) -> Bool {
        let known = endpoints[Int(transactions[index].source)]
        return known.address == header.source.address
            && (known.port == header.source.port || header.transport.isReliable)
    }

    /// Begins a transaction. Over the limit, it takes the place of the oldest of those that no kept message belongs to.
    mutating func addTransaction(
        _ method: Method, _ keys: MessageKeys, viaCount: Int, _ leg: Int, _ primary: TransactionIndex?,
        isFromResponse: Bool = false, _ context: TrackingContext
    ) -> TransactionIndex {
        let transaction = Transaction(
            method: method, keys, leg: leg, viaCount: viaCount,
            source: isFromResponse ? context.destination : context.source,
            destination: isFromResponse ? context.source : context.destination, transport: context.header.transport,
            primary: primary,
            isFromResponse: isFromResponse, Sighting(keys, context))
        let limit = context.limits.messagesPerExchange + max(1, context.limits.transactionsSearched)
        guard transactions.count >= limit else {
            transactions.append(transaction)
            if method == .invite { watch(transactions.count - 1, context) }
            return transactions.count - 1
        }
        let index = context.limits.messagesPerExchange + recycled
        recycled = index + 1 < transactions.count ? recycled + 1 : 0
        seenResponses.removeAll { $0.transaction == index }
        transactions[index] = transaction
        if method == .invite { watch(index, context) }
        return index
    }

    /// Whether a transaction keeps its place in the list for good.
    func isKept(_ index: TransactionIndex, _ limits: TrackingLimits) -> Bool {
        index < limits.messagesPerExchange
    }
}
