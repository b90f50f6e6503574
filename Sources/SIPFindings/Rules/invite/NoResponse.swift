import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An INVITE that gets no response at all within Timer B (RFC 3261 section 17.1.1.2).
    ///
    /// A capture of one direction only looks the same, so there must be a sign that nothing came back: SIP from there
    /// was captured at other times, or the caller itself went on repeating, which the first response ends.
    static let noResponse = Rule("invite/no-response", .error) { exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.transactions.indices.compactMap { index in
            let invite = exchange.transactions[index]
            guard invite.method == .invite, let request = invite.request, !invite.hasResponse,
                exchange.observedUntil - invite.startTime >= context.timers.transactionTimeout,
                !exchange.hasAnsweringSibling(of: index)
            else { return nil }
            let client = exchange.endpoints[Int(invite.source)].address
            let server = exchange.endpoints[Int(invite.destination)].address
            let waited = invite.lastRequestTime - invite.startTime
            // Timer A sends at 0.5, 1.5, 3.5, 7.5, 15.5 and 31.5 s: five repeats at least take 15.5 s, which is 31*T1.
            let keptRepeating = waited >= context.timers.t1 * 31
            guard keptRepeating || context.directions.contains(from: server, to: client) else { return nil }
            let repeats =
                invite.requestRepeats > 0
                ? ", repeated \(invite.requestRepeats) \(invite.requestRepeats == 1 ? "time" : "times") over \(waited),"
                : ""
            return Evidence(
                confidence: .observed, messages: [request] + exchange.repeats(of: index),
                message: "the INVITE from \(exchange.client(of: invite)) to \(exchange.server(of: invite)) over "
                    + "\(invite.transport.name)\(repeats) got no response of any kind within "
                    + "\(context.timers.transactionTimeout) (Timer B)")
        }
    }
}

extension Exchange {
    /// Whether the same request, sent to another server or on another hop nearer to the caller, was answered by a 2xx.
    fileprivate func hasAnsweringSibling(of index: TransactionIndex) -> Bool {
        let primary = transactions[index].primary ?? index
        return transactions.indices.contains { other in
            other != index && (other == primary || transactions[other].primary == primary)
                && (200...299).contains(transactions[other].finalStatus)
        }
    }

    fileprivate func repeats(of index: TransactionIndex) -> [MessageIndex?] {
        messages.indices.filter { messages[$0].isRequest && Int(messages[$0].transaction) == index }
    }
}
