import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// Two devices that answered one INVITE, both acknowledged, and neither hung up on: a caller that wants one session
    /// ends the others with BYE (RFC 3261 section 13.2.2.4).
    static let extraAnswerKept = Rule("fork/extra-answer-kept", .warning, when: .init(methods: [.invite])) {
        exchange, context in
        guard exchange.dialogs.count > 1 else { return [] }
        return exchange.requests(.invite).compactMap { index in
            let answered = exchange.dialogs.filter {
                $0.invite == index && $0.answerTime != nil && $0.acknowledgement != nil
            }
            let kept = answered.filter { $0.byeTime == nil }
            guard kept.count > 1, let last = kept.compactMap(\.answerTime).max(),
                exchange.isShown(until: last + context.timers.transactionTimeout, context)
            else { return nil }
            let transaction = exchange.transactions[index]
            return Evidence(
                confidence: .observed,
                messages: [transaction.request] + kept.flatMap { [$0.answer, $0.acknowledgement] },
                message: "\(kept.count) devices answered the INVITE of \(exchange.client(of: transaction)), which "
                    + "acknowledged each and hung up on none in the \(exchange.observedUntil - last) after that")
        }
    }
}
