import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A nonce that is used again without a higher `nc`: to the server that is a replay (RFC 2617 section 3.2.2).
    ///
    /// The same request sent to another server may carry the same credentials, CANCEL repeats what its INVITE had, and
    /// a lower number may have been overtaken on the way.
    static let nonceCount = Rule(
        "auth/nonce-count", .warning, when: .init(headers: [.authorization, .proxyAuthorization])
    ) { exchange, _ in
        var offences = exchange.nonceOffences()
        let all = offences.count
        offences = Array(offences.prefix(1))
        return offences.map { offence in
            let again = exchange.transactions[offence.again]
            return Evidence(
                confidence: .proven,
                messages: [exchange.transactions[offence.first].request, again.request, again.final],
                message: [
                    "client": .text(exchange.client(of: again)), "again": "\(offence.count)",
                    "method": exchange.requestMethod(of: again), "earlier": "\(offence.known)",
                    "count": .number(all, above: 1),
                ])
        }
    }
}

/// A use of a nonce, and the earlier one that had a count as high.
private struct NonceOffence {
    let first: TransactionIndex
    let again: TransactionIndex
    let known: UInt32
    let count: UInt32
}

extension Exchange {
    /// Requests this close may change places on the way.
    private static let overtaking = TimeSpan.seconds(1)

    fileprivate func nonceOffences() -> [NonceOffence] {
        struct Key: Hashable {
            var sender: UInt8
            var nonce: UInt64
        }
        var last: [Key: (count: UInt32, index: TransactionIndex)] = [:]
        var offences: [NonceOffence] = []
        for index in firstHops where transactions[index].method != .cancel {
            for use in transactions[index].nonceUses {
                guard let count = use.count else { continue }
                let key = Key(sender: transactions[index].source, nonce: use.nonce)
                guard let known = last[key] else {
                    last[key] = (count, index)
                    continue
                }
                if isReplay(count, of: known.count, index, known.index) {
                    offences.append(NonceOffence(first: known.index, again: index, known: known.count, count: count))
                }
                if count > known.count { last[key] = (count, index) }
            }
        }
        return offences
    }

    private func isReplay(
        _ count: UInt32, of known: UInt32, _ index: TransactionIndex, _ earlier: TransactionIndex
    ) -> Bool {
        let first = transactions[earlier]
        let again = transactions[index]
        let isSameRequest = first.method == again.method && first.cseq == again.cseq && first.leg == again.leg
        guard count <= known, !isSameRequest else { return false }
        return count == known || again.startTime - first.startTime > Self.overtaking
    }
}
