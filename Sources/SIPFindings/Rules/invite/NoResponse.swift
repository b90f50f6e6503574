import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An INVITE that gets no response at all within Timer B (RFC 3261 section 17.1.1.2).
    ///
    /// A capture of one direction only looks the same, so there must be a sign that nothing came back: SIP from there
    /// was captured at other times, or the caller itself went on repeating, which the first response ends. An ACK, or a
    /// request inside of the dialog, tells of a response that went another way.
    static let noResponse = Rule("invite/no-response", .error, when: .init(methods: [.invite])) { exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.transactions.indices.compactMap { index in
            let invite = exchange.transactions[index]
            guard invite.method == .invite, let request = invite.request, !invite.hasResponse,
                exchange.observedUntil - invite.startTime >= context.timers.transactionTimeout,
                !exchange.hasUnseenResponse(index), !exchange.isSilentFurtherOn(index)
            else { return nil }
            let siblings = exchange.siblings(of: index)
            guard !siblings.contains(where: { (200...299).contains(exchange.transactions[$0].finalStatus) }) else {
                return nil
            }
            let client = exchange.endpoints[Int(invite.source)].address
            let server = exchange.endpoints[Int(invite.destination)].address
            let waited = invite.lastRequestTime - invite.startTime
            // Timer A sends at 0.5, 1.5, 3.5, 7.5, 15.5 and 31.5 s, which is 63*T1: whoever repeats then had no response.
            let keptRepeating = waited >= context.timers.t1 * 62
            guard keptRepeating || context.directions.contains(from: server, to: client) else { return nil }
            // Over UDP a client without a response repeats; one that does not had one, or the capture's clock jumped.
            let isCertain = invite.requestRepeats > 0 || invite.transport.isReliable
            let isGrave = isCertain && exchange.isLost(index, siblings, context.timers)
            return Evidence(
                confidence: isCertain ? .observed : .likely, severity: isGrave ? nil : .warning,
                messages: [request] + exchange.repeats(of: index),
                message: [
                    "request": .choice(invite.isInDialog ? "re-invite" : "invite"),
                    "client": .text(exchange.client(of: invite)), "server": .text(exchange.server(of: invite)),
                    "transport": .text(invite.transport.name), "repeats": .number(invite.requestRepeats, above: 0),
                    "over": .duration(waited), "wait": .duration(context.timers.transactionTimeout),
                ])
        }
    }
}

extension Exchange {
    /// The same request on other paths: to another server of the same client, or on a hop nearer to the caller.
    fileprivate func siblings(of index: TransactionIndex) -> [TransactionIndex] {
        transactions.indices.filter {
            $0 != index && isSameRequest($0, index) && transactions[$0].viaCount <= transactions[index].viaCount
        }
    }

    private func isSameRequest(_ first: TransactionIndex, _ second: TransactionIndex) -> Bool {
        transactions[first].method == transactions[second].method
            && transactions[first].cseq == transactions[second].cseq
            && transactions[first].leg == transactions[second].leg
            && transactions[first].isInDialog == transactions[second].isInDialog
    }

    /// Whether the server sent the request on, and got no response either: then the further hop tells more.
    fileprivate func isSilentFurtherOn(_ index: TransactionIndex) -> Bool {
        transactions.indices.contains {
            isSameRequest($0, index) && transactions[$0].viaCount > transactions[index].viaCount
                && endpoints[Int(transactions[$0].source)].address
                    == endpoints[Int(transactions[index].destination)].address
                && !transactions[$0].hasResponse
        }
    }

    /// Whether an ACK, or the dialog that it made, shows that the INVITE was answered on a way that was not captured.
    fileprivate func hasUnseenResponse(_ index: TransactionIndex) -> Bool {
        let invite = transactions[index]
        let clients = hops(of: index).map { endpoints[Int(transactions[$0].source)].address }
        let isAcknowledged = messages.contains { ack in
            guard ack.method == .ack, ack.isRequest, ack.cseq == invite.cseq,
                transactions.indices.contains(Int(ack.transaction))
            else { return false }
            let owner = transactions[Int(ack.transaction)]
            return owner.leg == invite.leg && owner.finalStatus < 300 && clients.contains(source(of: ack).address)
        }
        guard !isAcknowledged, !invite.isInDialog else { return isAcknowledged }
        return transactions.contains { $0.leg == invite.leg && $0.isInDialog }
    }

    /// Whether silence is what the call came to, not a detour on its way.
    fileprivate func isLost(_ index: TransactionIndex, _ siblings: [TransactionIndex], _ timers: TimerValues) -> Bool {
        let isDecidedElsewhere = siblings.contains {
            transactions[$0].viaCount == transactions[index].viaCount && transactions[$0].finalStatus != 0
        }
        return !isDecidedElsewhere
            && (transactions[index].isInDialog
                || result(ofLeg: transactions[index].leg, timers).outcome != .answered)
    }

    fileprivate func repeats(of index: TransactionIndex) -> [MessageIndex?] {
        messages.indices.filter { messages[$0].isRequest && Int(messages[$0].transaction) == index }
    }
}
