import SIPDialogs
import SIPReporting
import TraceTypes

/// The entries of calls and registrations.
extension ExpectationWriter {
    /// The lines of a call.
    func call(_ judged: JudgedExchange, _ names: ExchangeNames) -> [String] {
        var lines = [names.match(judged)] + ending(judged)
        guard let exchange = judged.exchange else { return lines }
        let facts = CallFacts(exchange, report.timers)
        if let reason = reason(of: facts.result, exchange) { lines.append(reason) }
        if facts.dialog?.bye != nil {
            lines.append("ended-by: \(facts.dialog?.byeByCaller == true ? "caller" : "callee")")
        } else if facts.dialog?.answerTime != nil {
            lines.append("ended-by: nobody")
        }
        lines.append("legs: \(exchange.legs.count)")
        if let repeats = retransmissions(exchange) { lines.append(repeats) }
        let duration = facts.dialog?.byeTime.flatMap { bye in facts.dialog?.answerTime.map { bye - $0 } }
        lines += [
            time(.setup, facts.setupDelay), time(.postDial, facts.postDialDelay), time(.ring, facts.ringing),
            time(.duration, duration),
        ].compactMap { $0 }
        let codecs = facts.codecs.compactMap(WrittenMatcher.exact)
        if !codecs.isEmpty { lines.append("codecs: \(YAMLScalar.list(codecs))") }
        lines += list("transfers", exchange.transfers.map { transfer($0, of: exchange) })
        lines += list("redirects", exchange.redirects.map { redirect($0, of: exchange) })
        return lines
    }

    /// The lines of a registration.
    func registration(_ judged: JudgedExchange, _ names: ExchangeNames) -> [String] {
        [names.match(judged)] + ending(judged)
    }

    /// Outcome and status; of what the trace does not tell the end of, a status is not its last.
    private func ending(_ judged: JudgedExchange) -> [String] {
        let outcome = judged.summary.outcome
        let isKnown = outcome != CallOutcome.undetermined.rawValue
        return ["outcome: \(outcome)"] + (isKnown ? [status("status", judged.summary.status)].compactMap { $0 } : [])
    }

    private func reason(of result: AttemptResult, _ exchange: Exchange) -> String? {
        guard result.outcome != .undetermined, let phrase = exchange.detail(.reasonPhrase, of: result.final) else {
            return nil
        }
        return WrittenMatcher.exact(exchange.string(phrase)).map { "reason: \(YAMLScalar.text($0))" }
    }

    private func retransmissions(_ exchange: Exchange) -> String? {
        guard exchange.messageCount == exchange.messages.count else { return nil }
        let repeats = exchange.messages.count {
            !$0.flags.isDisjoint(with: [.retransmission, .responseLost]) && !$0.flags.contains(.duplicate)
        }
        return "retransmissions: \(repeats == 0 ? "0" : "<= \(repeats)")"
    }

    private func list(_ key: String, _ entries: [String]) -> [String] {
        entries.isEmpty ? [] : ["\(key):"] + entries.map { "  - \($0)" }
    }

    private func transfer(_ transfer: Transfer, of exchange: Exchange) -> String {
        let parts = [
            "kind: \(transfer.kind.rawValue)",
            WrittenMatcher.party(transfer.referTo).map { "target: \(YAMLScalar.text($0))" },
            status("response", transfer.responseStatus),
            exchange.finalStatus(of: transfer, report.timers).flatMap { status("final-status", $0) },
            "outcome: \(exchange.outcome(of: transfer, report.timers).rawValue)",
        ]
        return "{\(parts.compactMap { $0 }.joined(separator: ", "))}"
    }

    private func redirect(_ redirect: Redirect, of exchange: Exchange) -> String {
        let contacts = redirect.contacts.map(WrittenMatcher.contact)
        let isWhole = contacts.allSatisfy { $0 != nil }
        let leg = exchange.transactions[redirect.transaction].leg
        let isKnown =
            redirect.follower != nil || exchange.result(ofLeg: leg, report.timers).outcome != .undetermined
        let parts = [
            status("status", redirect.status),
            isWhole ? "contacts: \(YAMLScalar.list(contacts.compactMap { $0 }))" : nil,
            isKnown ? "followed: \(redirect.follower != nil)" : nil,
        ]
        return "{\(parts.compactMap { $0 }.joined(separator: ", "))}"
    }

    /// A status as far as the reader takes it; messages may have any three digits.
    private func status(_ key: String, _ status: UInt16) -> String? {
        (100...699).contains(status) ? "\(key): \(status)" : nil
    }

    /// A time may take up to the next full second that is twice as long, or longer.
    private func time(_ time: CallTime, _ span: TimeSpan?) -> String? {
        guard let span, span >= .zero else { return nil }
        let (twice, isOver) = span.nanoseconds.multipliedReportingOverflow(by: 2)
        guard !isOver else { return nil }
        let seconds = twice / 1_000_000_000 + (twice % 1_000_000_000 > 0 ? 1 : 0)
        return "\(time.rawValue): < \(max(1, seconds)) s"
    }
}
