import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A PRACK whose RAck names no reliable provisional response of its dialog: not its RSeq, or not the CSeq of the
    /// INVITE (RFC 3262 section 3). The callee has to refuse it with 481, and goes on repeating the response.
    ///
    /// A second PRACK for a response is none: it need not be sent, but is no error (section 4).
    static let wrongRAck = Rule("prack/wrong-rack", .error, when: .init(methods: [.prack])) { exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.reliableInvites.compactMap { reliable -> Evidence? in
            guard let first = reliable.strays.first, let prack = exchange.transaction(of: exchange.messages[first]),
                let last = reliable.provisionals.responses.last(where: { $0.time <= prack.startTime })
            else { return nil }
            let invite = exchange.transactions[reliable.invite]
            let rack = exchange.header(.rAck, of: first)
            let isAnswered = prack.finalStatus > 0
            return Evidence(
                confidence: .proven,
                messages: [invite.request, last.message] + reliable.strays.prefix(8).map { $0 } + [prack.final],
                message: [
                    "client": .text(exchange.client(of: prack)),
                    "rack": rack.map { .text(escaped($0)) } ?? .choice("none"),
                    "status": isAnswered ? .text(exchange.statusText(prack.finalStatus, prack.final)) : nil,
                    "provisional": .text(exchange.provisionalStatus(last)), "rseq": "\(last.number)",
                    "number": "\(invite.cseq)", "more": .number(reliable.strays.count - 1, above: 0),
                ])
        }
    }
}
