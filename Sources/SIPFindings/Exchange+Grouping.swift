import SIPDialogs
import SIPParsing
import TraceTypes

/// Telling repeated offences of one party once.
extension Exchange {
    /// Transactions that share a key, in the order of the first of each; those without a key are left out.
    func groups<Key: Hashable>(of indices: [TransactionIndex], by key: (Transaction) -> Key?) -> [[TransactionIndex]] {
        var groups: [[TransactionIndex]] = []
        var places: [Key: Int] = [:]
        for index in indices {
            guard let key = key(transactions[index]) else { continue }
            if let place = places[key] {
                groups[place].append(index)
            } else {
                places[key] = groups.count
                groups.append([index])
            }
        }
        return groups
    }

    /// The transactions as they were first seen, in order.
    var firstHops: [TransactionIndex] {
        transactions.indices.filter { transactions[$0].primary == nil }
    }
}

/// Client, server and what else tells two causes apart.
struct Culprit: Hashable {
    var client: UInt8
    var server: UInt8
    var what = ""

    init(_ transaction: Transaction, _ what: String = "") {
        client = transaction.source
        server = transaction.destination
        self.what = what
    }
}
