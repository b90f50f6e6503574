import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 2xx to an INVITE that the callee goes on repeating after the ACK has passed (RFC 3261 section 13.3.1.4): the ACK
    /// is lost, or sent to the wrong place, between the capture point and the callee.
    ///
    /// A repeat that comes less than T1 after the ACK crossed it, and one alone may be due to an ACK that got lost. An
    /// ACK that is wrong in itself is another finding.
    static let ackNotReceived = Rule("ack/not-received", .error, when: .init(facts: .repeated)) { exchange, context in
        exchange.dialogs.indices.compactMap { place in
            let dialog = exchange.dialogs[place]
            guard let index = dialog.invite, exchange.transactions[index].request != nil,
                let ack = exchange.record(dialog.acknowledgement),
                !exchange.isWrongAck(inDialog: place, context.timers), !exchange.hasOtherRepeats(place)
            else { return nil }
            let late = exchange.answerRepeats(of: index).filter {
                exchange.messages[$0].time - ack.time >= context.timers.t1
            }
            guard late.count > 1, let last = late.last else { return nil }
            let bye = dialog.byeByCaller ? nil : dialog.bye
            let shown: [MessageIndex?] = late.prefix(8).map { $0 } + [bye]
            return Evidence(
                confidence: .observed, messages: [dialog.answer, dialog.acknowledgement] + shown,
                message: [
                    "server": .text(exchange.server(of: exchange.transactions[index])),
                    "status": "\(exchange.messages[last].status)", "repeats": .number(late.count),
                    "over": .duration(exchange.messages[last].time - ack.time),
                    "destination": "\(exchange.destination(of: ack))", "end": bye.map { _ in .choice("bye") },
                ])
        }
    }
}

extension Exchange {
    /// The 2xx of an INVITE that passed again on the hop where it was first seen, in order.
    fileprivate func answerRepeats(of index: TransactionIndex) -> [MessageIndex] {
        messages.indices.filter {
            let record = messages[$0]
            return Int(record.transaction) == index && (200...299).contains(record.status)
                && record.flags.contains(.retransmission)
        }
    }

    /// Whether another answer to the same INVITE was repeated, so that a repeat may belong to either.
    fileprivate func hasOtherRepeats(_ place: Int) -> Bool {
        dialogs.indices.contains {
            $0 != place && dialogs[$0].invite == dialogs[place].invite && dialogs[$0].answerRepeats > 0
        }
    }

    /// Whether a callee could not take the ACK for its own.
    fileprivate func isWrongAck(inDialog place: Int, _ timers: TimerValues) -> Bool {
        let hasOldBranch = irregularities.contains {
            $0.message == dialogs[place].acknowledgement && $0.kind == .acknowledgementReusesBranch
        }
        return hasOldBranch || wrongAck(inDialog: place) != nil
            || strayTarget(ofAckIn: dialogs[place], timers) != nil
    }
}
