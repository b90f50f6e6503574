import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A request that the client goes on repeating although a response to it has passed: the response gets lost, or is
    /// ignored, between the capture point and the client (RFC 3261 sections 17.1.1.2 and 17.1.2.2: a response ends the
    /// repetition).
    ///
    /// A repeat that comes less than T1 after the response crossed it.
    static let responseNotReceived = Rule("timer/response-not-received", .warning, when: .init(facts: .repeated)) {
        exchange, context in
        exchange.transactions.indices.compactMap { index in
            let transaction = exchange.transactions[index]
            guard transaction.repeatsAfterResponse > 0, transaction.request != nil else { return nil }
            let own = exchange.messages.indices.filter { Int(exchange.messages[$0].transaction) == index }
            guard let response = own.first(where: { !exchange.messages[$0].isRequest }) else { return nil }
            let answered = exchange.messages[response].time
            let late = own.filter {
                let record = exchange.messages[$0]
                return record.flags.contains(.responseLost) && record.time - answered >= context.timers.t1
            }
            guard let first = late.first else { return nil }
            let count = late.count == 1 ? "once more" : "\(late.count) times more"
            let status = exchange.messages[response].status
            return Evidence(
                confidence: .observed, messages: [transaction.request, response] + late.prefix(8).map { $0 },
                message: "\(exchange.client(of: transaction)) sent the \(transaction.method.name) \(count) although "
                    + "\(exchange.statusText(status, response)) from \(exchange.server(of: transaction)) had passed "
                    + "\(exchange.messages[first].time - answered) before: responses do not reach the client, or it does "
                    + "not take them for its own")
        }
    }
}
