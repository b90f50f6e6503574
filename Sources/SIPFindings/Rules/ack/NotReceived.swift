import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 2xx to an INVITE that the callee goes on repeating after the ACK has passed (RFC 3261 section 13.3.1.4): the ACK
    /// is lost, or sent to the wrong place, between the capture point and the callee.
    ///
    /// A repeat that comes less than T1 after the ACK crossed it.
    static let ackNotReceived = Rule("ack/not-received", .error, when: .init(facts: .repeated)) { exchange, context in
        exchange.dialogs.compactMap { dialog in
            guard dialog.answerRepeats > 0, let index = dialog.invite, let ack = exchange.record(dialog.acknowledgement)
            else { return nil }
            let late = exchange.messages.indices.filter {
                let record = exchange.messages[$0]
                return Int(record.transaction) == index && (200...299).contains(record.status)
                    && record.flags.contains(.retransmission) && record.time - ack.time >= context.timers.t1
            }
            guard late.count > 1, let last = late.last else { return nil }
            return Evidence(
                confidence: .observed, messages: [dialog.answer, dialog.acknowledgement] + late.prefix(8).map { $0 },
                message: "\(exchange.server(of: exchange.transactions[index])) repeated its "
                    + "\(exchange.messages[last].status) \(late.count) times after the ACK to "
                    + "\(exchange.destination(of: ack)) had passed, for \(exchange.messages[last].time - ack.time) more: the "
                    + "ACK does not reach the callee")
        }
    }
}
