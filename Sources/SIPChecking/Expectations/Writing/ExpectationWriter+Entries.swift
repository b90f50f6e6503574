import SIPDialogs
import SIPFindings
import SIPReporting
import TraceTypes
import YAMLReading

/// The entries of calls and registrations.
extension ExpectationWriter {
    /// The lines of a call.
    func call(_ judged: JudgedExchange, _ names: ExchangeNames) -> [String] {
        var lines = [names.match(judged)] + ending(judged)
        if let exchange = judged.exchange { lines += aspects(exchange) }
        let rules = judged.findings.map(\.rule)
        return rules.isEmpty ? lines : lines + ["findings:", "  required:"] + rules.map { "    - \($0)" }
    }

    private func aspects(_ exchange: Exchange) -> [String] {
        var lines: [String] = []
        let facts = CallFacts(exchange, report.timers)
        if let reason = reason(of: facts.result, exchange) { lines.append(reason) }
        if facts.dialog?.bye != nil {
            lines.append("ended-by: \(facts.dialog?.byeByCaller == true ? "caller" : "callee")")
        } else if facts.result.outcome == .answered, facts.isOpenAtEnd(of: exchange) {
            lines.append("ended-by: open")
        }
        // Of a call that began before the trace, nobody knows how much there was of anything.
        if !exchange.isPartial {
            lines.append("legs: \(exchange.legs.count)")
            if let repeats = retransmissions(exchange) { lines.append(repeats) }
        }
        let duration = facts.dialog?.byeTime.flatMap { bye in facts.dialog?.answerTime.map { bye - $0 } }
        lines += [
            time(.setup, facts.setupDelay), time(.postDial, facts.postDialDelay), time(.ring, facts.ringing),
            time(.duration, duration),
        ].compactMap { $0 }
        let codecs = facts.codecs.compactMap(WrittenMatcher.exact)
        if !codecs.isEmpty { lines.append("codecs: \(YAMLText.list(codecs))") }
        guard !exchange.isPartial else { return lines }
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
        guard isKnown else { return ["outcome: \(outcome)  \(doubt(judged.exchange))"] }
        return ["outcome: \(outcome)"] + [status("status", judged.summary.status)].compactMap { $0 }
    }

    /// What to do about an outcome that the trace does not tell.
    private func doubt(_ exchange: Exchange?) -> String {
        let why = exchange?.isPartial == true ? "begins too late" : "ends too early"
        return "# The trace \(why) to tell: record again, or delete this entry."
    }

    private func reason(of result: AttemptResult, _ exchange: Exchange) -> String? {
        guard result.outcome != .undetermined, let phrase = exchange.detail(.reasonPhrase, of: result.final) else {
            return nil
        }
        return WrittenMatcher.exact(exchange.string(phrase)).map { "reason: \(YAMLText.scalar($0))" }
    }

    private func retransmissions(_ exchange: Exchange) -> String? {
        guard exchange.messageCount == exchange.messages.count else { return nil }
        let repeats = exchange.messages.count(where: \.isSentAgain)
        return "retransmissions: \(repeats == 0 ? "0" : "<= \(repeats)")"
    }

    private func list(_ key: String, _ entries: [String]) -> [String] {
        entries.isEmpty ? [] : ["\(key):"] + entries.map { "  - \($0)" }
    }

    private func transfer(_ transfer: Transfer, of exchange: Exchange) -> String {
        let outcome = exchange.outcome(of: transfer, report.timers)
        let parts = [
            "kind: \(transfer.kind.rawValue)",
            WrittenMatcher.party(transfer.referTo).map { "target: \(YAMLText.scalar($0))" },
            status("response", transfer.responseStatus),
            exchange.finalStatus(of: transfer, report.timers).flatMap { status("final-status", $0) },
            "outcome: \(outcome.rawValue)",
        ]
        let entry = "{\(parts.compactMap { $0 }.joined(separator: ", "))}"
        return outcome == .undetermined ? "\(entry)  \(doubt(exchange))" : entry
    }

    private func redirect(_ redirect: Redirect, of exchange: Exchange) -> String {
        let contacts = redirect.contacts.map(WrittenMatcher.contact)
        let isWhole = contacts.allSatisfy { $0 != nil }
        let leg = exchange.transactions[redirect.transaction].leg
        let isKnown =
            redirect.follower != nil || exchange.result(ofLeg: leg, report.timers).outcome != .undetermined
        let parts = [
            status("status", redirect.status),
            isWhole ? "contacts: \(YAMLText.list(contacts.compactMap { $0 }))" : nil,
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
