import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 2xx without the answer to the offer that its request carried (RFC 3261 section 13.2.1, RFC 3311 section 5.2): the
    /// other side does not know where to send its media.
    ///
    /// A description in a provisional response that is not reliable is not the answer, though many devices take it for
    /// one. An ACK without an answer is a case of its own.
    static let noAnswer = Rule("offer/no-answer", .warning, when: .init(facts: .session)) { exchange, context in
        guard !context.hasLoss else { return [] }
        for dialog in exchange.dialogs where exchange.isSeenFromInvite(dialog) {
            for step in exchange.negotiations(in: dialog) {
                guard case .answerMissing(let offer) = step.effect, exchange.isWhole(exchange.messages[step.message]),
                    !exchange.messages[step.message].isRequest
                else { continue }
                let record = exchange.messages[step.message]
                return [
                    Evidence(
                        confidence: .proven, messages: [offer, step.message],
                        message: [
                            "sender": "\(exchange.source(of: record))",
                            "offer-method": .text(exchange.messages[offer].method.name),
                            "status": "\(record.status)", "method": .text(record.method.name),
                        ])
                ]
            }
        }
        return []
    }
}
