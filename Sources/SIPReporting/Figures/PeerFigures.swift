import SIPDialogs
import SIPParsing
import TraceTypes

/// What came of the INVITEs that went to one address, on any hop: each attempt that asked it is counted once.
public struct PeerFigures: Sendable {
    /// Codes that are counted apart for each peer.
    static let statusLimit = 24

    /// Attempts that sent it an INVITE.
    public private(set) var attempts = 0
    /// Attempts that it answered with 2xx.
    public private(set) var answered = 0
    /// Attempts to which it gave no final response by their deadline.
    public private(set) var unanswered = 0
    /// Attempts that it ended, or sent elsewhere, with another final response.
    public private(set) var failures = StatusCounts(limit: statusLimit)
    /// Of what it answered, from the first INVITE to its first provisional response other than 100, else to its 2xx.
    public private(set) var requestDelay = Distribution()

    /// Attempts whose end with it is not known.
    public var undetermined: Int { attempts - answered - unanswered - failures.total }

    /// Counts an attempt by what passed between it and this peer.
    mutating func add(_ exchange: Exchange, _ requests: some Collection<TransactionIndex>, _ timers: TimerValues) {
        guard let first = requests.first else { return }
        attempts += 1
        let transactions = exchange.transactions
        let accepted = requests.first { 200..<300 ~= transactions[$0].finalStatus }
        if let accepted {
            answered += 1
            let ringing = requests.lazy.compactMap { transactions[$0].provisional }.first
            let sign = ringing.flatMap { exchange.messages.indices.contains($0) ? exchange.messages[$0].time : nil }
            if let end = sign ?? transactions[accepted].finalTime {
                requestDelay.add(end - transactions[first].startTime)
            }
            return
        }
        var last = first
        for index in requests { last = index }
        let transaction = transactions[last]
        if transaction.finalStatus > 0 {
            failures.add(transaction.finalStatus)
        } else if !exchange.isEvicted, !transaction.hasResponse,
            exchange.observedUntil - transaction.startTime >= timers.transactionTimeout
        {
            unanswered += 1
        }
    }
}
