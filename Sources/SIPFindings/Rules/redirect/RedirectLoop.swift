import SIPDialogs
import TraceTypes
import SIPParsing

extension Rule {
    /// Redirects that lead back to where the call has been (RFC 3261 section 8.1.3.4: each URI at most once; section 8.3:
    /// never the Request-URI itself).
    static let redirectLoop = Rule("redirect/loop", .error) { exchange, _ in
        guard let last = exchange.redirects.last(where: \.leadsBack) else { return [] }
        let count = exchange.redirects.count
        let invite = exchange.transactions[last.transaction]
        let contacts = last.contacts.prefix(3).map { escaped($0) }.joined(separator: ", ")
        return [
            Evidence(
                confidence: .proven,
                messages: exchange.redirects.flatMap { [exchange.transactions[$0.transaction].request, $0.message] },
                message: "\(exchange.server(of: invite)) redirected the INVITE for \(exchange.target(of: invite)) with "
                    + "\(exchange.statusText(last.status, last.message)) to \(contacts), which had been tried before; "
                    + "\(count) \(count == 1 ? "redirect" : "redirects") in all led nowhere new")
        ]
    }
}
