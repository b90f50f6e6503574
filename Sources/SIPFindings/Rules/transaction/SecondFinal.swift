import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// Two different final responses to one request on one hop, or a provisional response after the final one: a server
    /// transaction gives one final response and nothing else after it (RFC 3261 sections 17.2.1 and 17.2.2).
    ///
    /// Several 2xx with different To tags are a fork and right, and so is the 2xx of one device after the failure that a
    /// proxy passed on for another (section 16.7, step 5). A provisional response that arrives with the final one was
    /// overtaken on the way. A client that answers a challenge under the same branch made two requests of one itself.
    static let secondFinal = Rule("transaction/second-final", .error, when: .init(facts: .irregular)) {
        exchange, context in
        let cases = exchange.irregularities.filter { exchange.isSecond($0, context.timers) }
        guard let first = cases.first(where: { $0.kind == .secondFinal }) ?? cases.first,
            let message = exchange.record(first.message), let earlier = exchange.record(first.other),
            let index = first.transaction
        else { return [] }
        let transaction = exchange.transactions[index]
        return [
            Evidence(
                confidence: .observed, severity: first.kind == .secondFinal ? nil : .warning,
                messages: [transaction.request, first.other, first.message],
                message: [
                    "server": .text(exchange.server(of: transaction)),
                    "client": .text(exchange.client(of: transaction)),
                    "method": exchange.requestMethod(of: transaction),
                    "first": .text(exchange.statusText(earlier.status, first.other)),
                    "second": .text(exchange.statusText(message.status, first.message)),
                    "elapsed": .duration(message.time - earlier.time),
                ])
        ]
    }
}

extension Exchange {
    fileprivate func isSecond(_ irregularity: Irregularity, _ timers: TimerValues) -> Bool {
        guard let message = record(irregularity.message), let earlier = record(irregularity.other),
            message.time >= earlier.time
        else { return false }
        switch irregularity.kind {
        case .secondFinal:
            return message.status != earlier.status && earlier.status != 401 && earlier.status != 407
        case .provisionalAfterFinal: return message.time - earlier.time >= timers.t1
        default: return false
        }
    }
}
