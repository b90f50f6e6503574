import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A request that is repeated over UDP much faster than the timers allow and without waiting longer each time: the
    /// first repeat comes after T1, and whatever T1 is, the intervals double (RFC 3261 sections 17.1.1.2 and 17.1.2.2).
    ///
    /// A client whose T1 is shorter, as a closed network may have it, still backs off. Packets that were held up on the
    /// way arrive together, within milliseconds.
    static let tooFast = Rule("timer/too-fast", .warning, when: .init(facts: .repeated)) { exchange, context in
        exchange.transactions.indices.compactMap { index in
            let transaction = exchange.transactions[index]
            guard transaction.requestRepeats > 1, !transaction.transport.isReliable, transaction.primary == nil else {
                return nil
            }
            let sent = exchange.messages.indices.filter {
                let record = exchange.messages[$0]
                return Int(record.transaction) == index && record.isRequest && record.method == transaction.method
                    && !record.flags.contains(.duplicate) && record.source == transaction.source
                    && record.destination == transaction.destination
            }
            let times = sent.map { exchange.messages[$0].time }
            let intervals = zip(times, times.dropFirst()).map { $1 - $0 }
            let limit = TimeSpan(nanoseconds: context.timers.t1.nanoseconds / 2)
            guard let fastest = hurry(intervals, limit) else { return nil }
            return Evidence(
                confidence: .observed, messages: sent.prefix(8).map { $0 },
                message: [
                    "client": .text(exchange.client(of: transaction)),
                    "server": .text(exchange.server(of: transaction)),
                    "method": exchange.requestMethod(of: transaction), "repeats": .number(sent.count - 1),
                    "shortest": .duration(fastest), "t1": .duration(context.timers.t1),
                ])
        }
    }

    /// The shortest of the intervals up to a limit after which the next one was no longer; nil where each was.
    private static func hurry(_ intervals: [TimeSpan], _ limit: TimeSpan) -> TimeSpan? {
        zip(intervals, intervals.dropFirst())
            .filter { jam < $0 && jam < $1 && $0 <= limit && $1.nanoseconds / 5 < $0.nanoseconds / 4 }
            .map { min($0, $1) }.min()
    }

    /// What comes closer together was held up.
    private static let jam = TimeSpan.milliseconds(10)
}
