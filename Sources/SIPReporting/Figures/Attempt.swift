import SIPDialogs
import SIPParsing
import TraceTypes

/// One try to set up a session, or to register: a request with its hops, and with what followed a challenge, a redirect
/// or a 503 to it.
struct Attempt {
    /// How an attempt ended.
    enum Ending: Sendable {
        case answered, failed, cancelled, unanswered, undetermined
    }

    /// The leg in which it began.
    let root: Int
    /// The transactions of all its requests on all their hops, in the order of the requests.
    private(set) var transactions: [TransactionIndex]
    /// Where in `transactions` its last request begins, or the set of those that were sent at a time.
    private(set) var roundStart = 0
    /// How it ended.
    var ending = Ending.undetermined
    /// The status that it ended with; 0 without one.
    var status: UInt16 = 0
    /// The transaction that decided, on the first hop that was captured.
    var decisive: TransactionIndex?

    /// Begins with a request.
    init(root: Int, _ first: TransactionIndex) {
        self.root = root
        transactions = [first]
    }

    /// Adds the last request on a further hop, or to another server, or one sent beside it.
    mutating func add(hop index: TransactionIndex) {
        transactions.append(index)
    }

    /// Adds a request that follows.
    mutating func add(retry index: TransactionIndex) {
        roundStart = transactions.count
        transactions.append(index)
    }

    /// The last request, on its hops.
    var round: ArraySlice<TransactionIndex> { transactions[roundStart...] }
}
