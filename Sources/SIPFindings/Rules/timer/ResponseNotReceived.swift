import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A request that the client goes on repeating although a response to it has passed: the response gets lost, or is
    /// ignored, between the capture point and the client (RFC 3261 sections 17.1.1.2 and 17.1.2.2: a response ends the
    /// repetition, of a request that is no INVITE the final one).
    ///
    /// A repeat that comes less than T1 after the response crossed it, and a single one is a packet that got lost.
    static let responseNotReceived = Rule("timer/response-not-received", .warning, when: .init(facts: .repeated)) {
        exchange, context in
        let unheard = exchange.transactions.indices.compactMap { exchange.unheardResponse(to: $0, context.timers) }
        let clients = unheard.map { exchange.source(of: exchange.messages[$0.request]).address }
        return unheard.indices.compactMap { place in
            guard clients.firstIndex(of: clients[place]) == place,
                let transaction = exchange.transaction(of: exchange.messages[unheard[place].request])
            else { return nil }
            let (request, response, repeats) = unheard[place]
            let record = exchange.messages[response]
            let last = repeats.last.map { exchange.messages[$0].time } ?? record.time
            let rest = clients.count { $0 == clients[place] } - 1
            return Evidence(
                confidence: .observed, messages: [request, response] + repeats.prefix(8).map { $0 },
                message: [
                    "client": .text(exchange.client(of: transaction)),
                    "server": .text(exchange.server(of: transaction)),
                    "method": exchange.requestMethod(of: transaction), "repeats": .number(repeats.count),
                    "over": .duration(last - record.time),
                    "status": .text(exchange.statusText(record.status, response)),
                    "more": .number(rest, above: 0),
                ])
        }
    }
}

extension Exchange {
    /// A request, the response that should have ended its repetition, and two or more repeats that came T1 or later after
    /// that; nil where there is nothing like it, or where the hop nearer to the client shows the same.
    func unheardResponse(
        to index: TransactionIndex, _ timers: TimerValues
    ) -> (request: MessageIndex, response: MessageIndex, repeats: [MessageIndex])? {
        let isNearest = !hops(of: index).contains {
            transactions[$0].viaCount < transactions[index].viaCount && lateRepeats(of: $0, timers) != nil
        }
        guard isNearest, let request = transactions[index].request,
            let (response, repeats) = lateRepeats(of: index, timers)
        else { return nil }
        return (request, response, repeats)
    }

    private func lateRepeats(
        of index: TransactionIndex, _ timers: TimerValues
    ) -> (response: MessageIndex, repeats: [MessageIndex])? {
        guard transactions[index].repeatsAfterResponse > 1 else { return nil }
        let isFinal = transactions[index].method != .invite
        let own = messages.indices.filter { Int(messages[$0].transaction) == index }
        let response = own.first { !messages[$0].isRequest && messages[$0].status >= (isFinal ? 200 : 100) }
        guard let response else { return nil }
        let late = own.filter {
            messages[$0].flags.contains(.responseLost) && messages[$0].time - messages[response].time >= timers.t1
        }
        return late.count > 1 ? (response, late) : nil
    }
}
