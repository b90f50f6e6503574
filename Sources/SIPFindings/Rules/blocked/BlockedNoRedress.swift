import SIPCatalog
import SIPDialogs
import TraceTypes
import SIPParsing

extension Rule {
    /// A 608 that does not say where to complain: no Call-Info with `purpose=jwscard` (RFC 8688 section 3.1). It may be
    /// left out where abuse is suspected; one that is there must have that purpose.
    static let blockedNoRedress = Rule("blocked/no-redress", .warning, when: .init(facts: .failure)) { exchange, _ in
        exchange.transactions.indices.compactMap { index in
            let transaction = exchange.transactions[index]
            guard transaction.primary == nil, transaction.finalStatus == 608, let final = transaction.final,
                !exchange.messages[final].flags.contains(.truncated)
            else { return nil }
            guard !exchange.mayNameRedress(final) else { return nil }
            let hasOther = exchange.detail(.header(.callInfo), of: final) != nil

            return Evidence(
                confidence: .proven, severity: hasOther ? .error : nil, messages: [transaction.request, final],
                message: [
                    "responder": .text(exchange.responder(of: index)),
                    "method": exchange.requestMethod(of: transaction),
                    "target": .text(exchange.target(of: transaction)),
                    "status": .text(exchange.statusText(608, final)),
                    "fault": .choice(hasOther ? "purpose" : "missing"),
                ])
        }
    }
}

extension Exchange {
    /// Whether one of a response's Call-Info names the card, or was kept in part only, so that it cannot be told.
    func mayNameRedress(_ message: MessageIndex) -> Bool {
        values(of: .callInfo, in: message).contains { value in
            value.isEmpty || value.count >= TrackingLimits().detailBytes
                || CallInfo.list(text.span, value).contains { $0.purpose?.lowercased() == "jwscard" }
        }
    }
}
