import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A request in a dialog whose CSeq number is not above that of its sender's request before it (RFC 3261 section
    /// 12.2.1.1); the receiver rejects a lower one with 500 (section 12.2.2).
    ///
    /// Two requests that overtake each other on the way do so within a moment, and the same request to another server is
    /// no new one.
    static let sequenceNotIncreased = Rule("dialog/sequence-not-increased", .error, when: .init(facts: .irregular)) {
        exchange, context in
        let cases = exchange.irregularities.filter { exchange.isOutOfSequence($0, context.timers) }
        guard let first = cases.first, let message = exchange.record(first.message),
            let earlier = exchange.record(first.other)
        else { return [] }
        let more = cases.count > 1 ? "; \(cases.count - 1) more requests follow like that" : ""
        let answer = first.transaction.map { exchange.transactions[$0] }
            .flatMap {
                $0.finalStatus > 0 ? ", and was answered \(exchange.statusText($0.finalStatus, $0.final))" : nil
            }
        return [
            Evidence(
                confidence: .observed, messages: [first.other, first.message],
                message: "\(exchange.source(of: message)) sent \(message.method.name) with CSeq \(message.cseq) in the "
                    + "dialog, \(message.time - earlier.time) after its \(earlier.method.name) with CSeq "
                    + "\(earlier.cseq)\(answer ?? "")\(more)")
        ]
    }
}

extension Exchange {
    fileprivate func isOutOfSequence(_ irregularity: Irregularity, _ timers: TimerValues) -> Bool {
        guard irregularity.kind == .sequenceNotIncreased, let message = record(irregularity.message),
            let earlier = record(irregularity.other), message.time - earlier.time >= timers.t1
        else { return false }
        let isFailover =
            message.cseq == earlier.cseq && message.method == earlier.method
            && message.destination != earlier.destination
        return !isFailover
    }
}
