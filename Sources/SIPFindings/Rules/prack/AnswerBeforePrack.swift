import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 2xx to the INVITE while a reliable provisional response with a session description waits for its PRACK (RFC
    /// 3262 sections 3 and 5): offer and answer may get out of step.
    ///
    /// Without a session description the callee need not wait. A callee that answers after it has waited in vain is
    /// told of as the PRACK that is missing.
    static let answerBeforePrack = Rule("prack/answer-before-prack", .error, when: .init(headers: [.rSeq])) {
        exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.reliableInvites.compactMap { reliable -> Evidence? in
            let invite = exchange.transactions[reliable.invite]
            guard reliable.strays.isEmpty, exchange.allowsReliable(invite),
                exchange.unansweredProvisional(of: reliable, context) == nil,
                let answer = exchange.newMessages.first(where: { exchange.isAnswer($0, of: reliable) })
            else { return nil }
            let answered = exchange.messages[answer].time
            let waiting = reliable.provisionals.unacknowledged(at: answered).first { response in
                guard response.hasSession, answered - response.time >= Exchange.reordering else { return false }
                if let prack = response.acknowledgedTime { return prack - answered >= Exchange.reordering }
                return exchange.prackWouldPass(invite, response.message)
                    && exchange.isShown(until: answered + context.timers.transactionTimeout, context)
            }
            guard let waiting else { return nil }
            return Evidence(
                confidence: .observed, messages: [waiting.message, answer],
                message: [
                    "server": .text(exchange.server(of: invite)),
                    "status": .text(exchange.statusText(exchange.messages[answer].status, answer)),
                    "elapsed": .duration(answered - waiting.time),
                    "provisional": .text(exchange.provisionalStatus(waiting)),
                    "rseq": "\(waiting.number)", "prack": .choice(waiting.acknowledgedTime == nil ? "never" : "late"),
                    "delay": waiting.acknowledgedTime.map { .duration($0 - answered) },
                ])
        }
    }
}

extension Exchange {
    fileprivate func isAnswer(_ index: MessageIndex, of reliable: ReliableInvite) -> Bool {
        let record = messages[index]
        return !record.isRequest && (200...299).contains(record.status) && record.dialog == reliable.dialog
            && Int(record.transaction) == reliable.invite
    }
}
