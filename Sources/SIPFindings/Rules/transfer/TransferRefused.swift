import SIPCatalog
import SIPDialogs
import TraceTypes
import SIPParsing

extension Rule {
    /// A REFER that itself was rejected (RFC 3515 section 2.4.2).
    ///
    /// A challenge is no refusal while the transferor may still answer it, and a REFER that is sent again, with
    /// credentials or with another option, is judged by the last one.
    static let transferRefused = Rule("transfer/refused", .error, when: .init(methods: [.refer])) {
        exchange, context in
        exchange.transfers.indices.compactMap { index in
            let transfer = exchange.transfers[index]
            guard transfer.responseStatus >= 300, let time = transfer.responseTime,
                !exchange.isSentAgain(index),
                !transfer.isChallenge || exchange.isShown(until: time + reactionTime, context)
            else { return nil }
            let refer = exchange.transactions[transfer.transaction]
            var values: PhraseValues = [
                "responder": .text(exchange.responder(of: transfer.transaction)),
                "status": .text(exchange.statusText(transfer.responseStatus, transfer.response)),
            ]
            values["target"] = exchange.referTarget(of: transfer)
            if refer.isInDialog, !endsDialog(transfer.responseStatus) { values["call"] = .choice("goes-on") }
            return Evidence(
                confidence: transfer.isChallenge ? .observed : .proven, messages: [transfer.refer, transfer.response],
                message: .init(transfer.isChallenge ? "challenged" : "", values),
                advice: .situation(transfer.responseStatus, "REFER"))
        }
    }

    /// A client that answers a challenge does so at once.
    private static let reactionTime = TimeSpan.seconds(4)

    /// Failures after which the call itself is no more, or is in doubt (RFC 5057 section 5.1).
    private static func endsDialog(_ status: UInt16) -> Bool {
        [404, 408, 410, 416, 481, 482, 483, 484, 485, 502, 604].contains(status)
    }
}

extension Transfer {
    fileprivate var isChallenge: Bool { responseStatus == 401 || responseStatus == 407 }
}

extension Exchange {
    /// Whether the transferor tried the same transfer once more.
    fileprivate func isSentAgain(_ index: Int) -> Bool {
        let transfer = transfers[index]
        let refer = transactions[transfer.transaction]
        return transfers[(index + 1)...].contains {
            let later = transactions[$0.transaction]
            return $0.leg == transfer.leg && $0.referTo == transfer.referTo && $0.kind == transfer.kind
                && endpoints[Int(later.source)].address == endpoints[Int(refer.source)].address
        }
    }
}
