import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A request that is repeated over UDP much faster than the timers allow: the first repeat comes after T1 and each
    /// further one after at least as long (RFC 3261 sections 17.1.1.2 and 17.1.2.2).
    ///
    /// Two intervals of at most half of T1 are asked for, so that neither a network that delayed a packet nor another
    /// estimate of the round trip passes for it.
    static let tooFast = Rule("timer/too-fast", .warning, when: .init(facts: .repeated)) { exchange, context in
        exchange.transactions.indices.compactMap { index in
            let transaction = exchange.transactions[index]
            guard transaction.requestRepeats > 1, !transaction.transport.isReliable, transaction.primary == nil else {
                return nil
            }
            let sent = exchange.messages.indices.filter {
                let record = exchange.messages[$0]
                return Int(record.transaction) == index && record.isRequest && !record.flags.contains(.duplicate)
            }
            let times = sent.map { exchange.messages[$0].time }
            let intervals = zip(times, times.dropFirst()).map { $1 - $0 }
            let short = intervals.filter { $0 <= TimeSpan(nanoseconds: context.timers.t1.nanoseconds / 2) }
            guard short.count > 1, let shortest = short.min() else { return nil }
            return Evidence(
                confidence: .proven, messages: sent.prefix(8).map { $0 },
                message: "\(exchange.client(of: transaction)) repeated the \(transaction.method.name) to "
                    + "\(exchange.server(of: transaction)) \(transaction.requestRepeats) times, \(short.count) of them "
                    + "within half of T1 (\(context.timers.t1)) of the one before, the fastest after \(shortest)")
        }
    }
}
