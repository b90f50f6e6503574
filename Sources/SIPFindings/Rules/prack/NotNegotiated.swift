import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A reliable provisional response to an INVITE that has 100rel neither in Supported nor in Require (RFC 3262
    /// section 3): the caller may know nothing of PRACK, and the callee then waits for it in vain.
    static let prackNotNegotiated = Rule("prack/not-negotiated", .error, when: .init(headers: [.rSeq])) {
        exchange, _ in
        var seen: Set<TransactionIndex> = []
        return exchange.reliableInvites.compactMap { reliable -> Evidence? in
            let invite = exchange.transactions[reliable.invite]
            guard !exchange.allowsReliable(invite), seen.insert(reliable.invite).inserted,
                let response = reliable.provisionals.responses.first
            else { return nil }
            return Evidence(
                confidence: .proven, messages: [invite.request, response.message],
                message: [
                    "server": .text(exchange.server(of: invite)), "client": .text(exchange.client(of: invite)),
                    "provisional": .text(exchange.provisionalStatus(response)), "rseq": "\(response.number)",
                ])
        }
    }
}
