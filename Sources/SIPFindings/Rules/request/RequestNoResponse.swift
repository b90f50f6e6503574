import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A request other than INVITE that gets no response at all within Timer F (RFC 3261 section 17.1.2.2).
    ///
    /// A capture of one direction only looks the same, so the client must have repeated the request for long, or SIP
    /// from that server must have been captured at other times. A client that did not repeat over UDP had its answer.
    /// OPTIONS has a rule of its own. After a 2xx that nobody acknowledged the caller is gone, and so is who would
    /// answer BYE; a NOTIFY tells that its SUBSCRIBE or REFER was taken.
    static let requestNoResponse = Rule(
        "request/no-response", .warning,
        when: .init(
            methods: [.bye, .register, .subscribe, .notify, .refer, .publish, .message, .info, .update, .prack, .other])
    ) { exchange, context in
        guard !context.hasLoss else { return [] }
        let silent = exchange.transactions.indices.filter {
            exchange.transactions[$0].finalStatus == 0 && exchange.transactions[$0].method != .options
                && exchange.isMissed($0) && exchange.isUnanswered($0, context) && !exchange.isExplained($0)
                && (exchange.keptRepeating($0, context) || exchange.isBothWays(exchange.transactions[$0], context))
        }
        return exchange.groups(of: silent) { Culprit($0, $0.method.name) }.compactMap { group in
            guard let first = group.first else { return nil }
            let request = exchange.transactions[first]

            return Evidence(
                confidence: .observed, messages: [request.request] + exchange.repetitions(of: first),
                message: [
                    "method": exchange.requestMethod(of: request), "client": .text(exchange.client(of: request)),
                    "server": .text(exchange.server(of: request)), "transport": .text(request.transport.name),
                    "repeats": .number(Int(request.requestRepeats), above: 0),
                    "waited": .duration(request.lastRequestTime - request.startTime),
                    "limit": .duration(context.timers.transactionTimeout), "count": .number(group.count, above: 1),
                ])
        }
    }
}

extension Exchange {
    /// Whether another fault is the cause of the silence, or something shows that the request arrived.
    fileprivate func isExplained(_ index: TransactionIndex) -> Bool {
        let request = transactions[index]
        switch request.method {
        case .bye:
            return dialogs.contains { $0.leg == request.leg && $0.answerTime != nil && $0.acknowledgement == nil }
        case .subscribe, .refer:
            return transactions.contains { $0.method == .notify && $0.leg == request.leg }
        default: return false
        }
    }

    private static let repeatsShown = 16

    /// The repetitions of a request that are kept, the first few.
    func repetitions(of index: TransactionIndex) -> [MessageIndex?] {
        Array(
            messages.indices.lazy.filter { self.messages[$0].isRequest && Int(self.messages[$0].transaction) == index }
                .prefix(Self.repeatsShown))
    }
}
