import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// OPTIONS that a server leaves without any response (RFC 3261 sections 11 and 17.1.2.2): as a ping, any final
    /// response shows that it is there, and only silence that it is not.
    ///
    /// Where pings share a Call-ID the gap between two answers is told. A single one counts where the client went on
    /// repeating it and SIP from that server was captured at other times.
    static let optionsOutage = Rule("options/outage", .warning, when: .init(methods: [.options])) {
        exchange, context in
        guard !context.hasLoss else { return [] }
        let pings = exchange.transactions.indices.filter {
            exchange.transactions[$0].method == .options && exchange.transactions[$0].request != nil
        }
        return exchange.groups(of: pings) { Culprit($0) }.flatMap { series in
            series.split { exchange.transactions[$0].hasResponse }.compactMap { gap in
                // The last ones may still be answered when the capture ends.
                exchange.outage(gap.prefix { exchange.isUnanswered($0, context) }, in: series, context)
            }
        }
    }
}

extension Exchange {
    /// What is to be said of OPTIONS of one client and server that got no response and that follow one another.
    fileprivate func outage(
        _ gap: ArraySlice<TransactionIndex>, in series: [TransactionIndex], _ context: RuleContext
    ) -> Evidence? {
        guard let first = gap.first, let last = gap.last else { return nil }
        let request = transactions[first]
        let before = series.last { $0 < first }.flatMap { transactions[$0].finalTime }
        let after = series.first { $0 > last }.flatMap { transactions[$0].finalTime }
        let wasThere = before != nil || isBothWays(request, context)
        guard wasThere, gap.count > 1 || isMissed(first) else { return nil }
        var values: PhraseValues = [
            "server": .text(server(of: request)), "count": .number(gap.count), "client": .text(client(of: request)),
            "transport": .text(request.transport.name),
        ]
        let variant: String
        if let before, let after {
            variant = "between"
            values["gap"] = .duration(after - before)
        } else if let after {
            variant = "before"
            values["after"] = .duration(after - request.startTime)
        } else {
            variant = ""
            values["limit"] = .duration(context.timers.transactionTimeout)
        }
        return Evidence(
            confidence: .observed, messages: gap.map { transactions[$0].request },
            message: .init(variant, values))
    }
}
