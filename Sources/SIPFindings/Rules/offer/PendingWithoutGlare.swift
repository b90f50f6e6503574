import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A 491 in a dialog in which no other INVITE or UPDATE was under way (RFC 3261 section 14.2, RFC 3311 section
    /// 5.2).
    ///
    /// A back-to-back user agent may be busy on its other side, which this dialog does not show.
    static let pendingWithoutGlare = Rule("offer/491-without-glare", .warning, when: .init(facts: .failure)) {
        exchange, context in
        guard !context.hasLoss, !exchange.isPartial else { return [] }
        return exchange.dialogs.indices.flatMap { place -> [Evidence] in
            let dialog = exchange.dialogs[place]
            guard dialog.invite != nil else { return [] }
            return [SessionTimer.Side.caller, .callee].compactMap { side -> Evidence? in
                let refused = exchange.sessionRequests(ofDialog: place).filter {
                    let transaction = exchange.transactions[$0]
                    return transaction.finalStatus == 491 && transaction.isInDialog
                        && exchange.side(of: transaction, in: dialog) == side
                        && !exchange.hasCrossing($0, ofDialog: place, context.timers)
                }
                guard let first = refused.first.map({ exchange.transactions[$0] }) else { return nil }
                return Evidence(
                    confidence: .likely, messages: [first.request, first.final],
                    message: [
                        "server": .text(exchange.server(of: first)), "method": .text(first.method.name),
                        "client": .text(exchange.client(of: first)),
                        "status": .text(exchange.statusText(491, first.final)),
                        "more": .number(refused.count - 1, above: 0),
                    ])
            }
        }
    }
}
