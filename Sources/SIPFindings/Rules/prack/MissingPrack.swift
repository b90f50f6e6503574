import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A reliable provisional response that the caller does not acknowledge with PRACK (RFC 3262 section 4).
    ///
    /// The callee repeats the response until the PRACK arrives (section 3). So where the PRACK need not pass the
    /// capture point, only a callee that goes on repeating for long shows that there was none. A response that is out
    /// of order must not be acknowledged, and after the final response the caller need not.
    static let missingPrack = Rule("prack/missing", .error, when: .init(headers: [.rSeq])) { exchange, context in
        var seen: Set<TransactionIndex> = []
        return exchange.reliableInvites.compactMap { reliable -> Evidence? in
            guard !seen.contains(reliable.invite), let response = exchange.unansweredProvisional(of: reliable, context)
            else { return nil }
            seen.insert(reliable.invite)
            let invite = exchange.transactions[reliable.invite]
            let repeats = response.repeats
            return Evidence(
                confidence: repeats > 0 ? .observed : .likely,
                messages: [invite.request, response.message, invite.final],
                message: [
                    "server": .text(exchange.server(of: invite)), "client": .text(exchange.client(of: invite)),
                    "provisional": .text(exchange.provisionalStatus(response)), "rseq": "\(response.number)",
                    "repeats": .number(repeats, above: 0), "over": .duration(response.lastTime - response.time),
                    "wait": .duration(context.timers.transactionTimeout),
                    "status": .text(exchange.statusText(invite.finalStatus, invite.final)),
                    "elapsed": invite.finalTime.map { .duration($0 - response.time) },
                ])
        }
    }
}

extension Exchange {
    /// The first reliable provisional response for which no PRACK came, where one would have been seen.
    func unansweredProvisional(
        of reliable: ReliableInvite, _ context: RuleContext
    ) -> ReliableProvisionals.Response? {
        let invite = transactions[reliable.invite]
        guard reliable.strays.isEmpty, allowsReliable(invite) else { return nil }
        return reliable.provisionals.responses.first { response in
            let deadline = reliable.provisionals.deadline(of: response, context.timers)
            guard response.acknowledgedTime == nil, reliable.provisionals.isInOrder(response),
                isShown(until: deadline, context)
            else { return false }
            // Four sendings of the response, after 0.5, 1.5 and 3.5 s; 31*T1 are two more.
            let end = [deadline, invite.finalTime, invite.cancelTime].compactMap { $0 }.min() ?? deadline
            guard end - response.time >= context.timers.t1 * 7 else { return false }
            return response.lastTime - response.time >= context.timers.t1 * 31
                || prackWouldPass(invite, response.message)
        }
    }
}
