import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A response to an ACK, which never gets one (RFC 3261 section 17.1.1.3): the server took it for a request of its
    /// own kind, or challenged it, which it must not (section 22.1).
    static let ackAnswered = Rule("ack/answered", .error, when: .init(facts: .lostRequest)) { exchange, _ in
        let answers = exchange.newMessages.filter {
            !exchange.messages[$0].isRequest && exchange.messages[$0].method == .ack && exchange.messages[$0].status > 0
        }
        guard let first = answers.first else { return [] }
        let record = exchange.messages[first]
        let ack = exchange.newMessages.last {
            let ack = exchange.messages[$0]
            return ack.method == .ack && ack.isRequest && ack.cseq == record.cseq && ack.time <= record.time
                && exchange.destination(of: ack).address == exchange.source(of: record).address
        }
        return [
            Evidence(
                confidence: .proven, messages: [ack, first],
                message: [
                    "server": "\(exchange.source(of: record))", "client": "\(exchange.destination(of: record))",
                    "status": .text(exchange.statusText(record.status, first)),
                ])
        ]
    }
}
