import SIPDialogs
import SIPParsing
import TraceTypes

/// The transfers of a call.
extension Story {
    private static let transfersShown = 3

    /// A sentence for each transfer.
    var transferSentences: [String] {
        let shown = exchange.transfers.prefix(Self.transfersShown).map(sentence)
        let rest = exchange.transfers.count - shown.count
        return shown + (rest > 0 ? ["\(rest) more transfer\(rest == 1 ? "" : "s")"] : [])
    }

    private func sentence(_ transfer: Transfer) -> String {
        let refer = exchange.transactions[transfer.transaction]
        let isByCaller = exchange.isFromCaller(transfer.transaction)
        let names = CallNames(
            exchange, leg: transfer.leg, caller: exchange.endpoints[Int(isByCaller ? refer.source : refer.destination)],
            callee: exchange.endpoints[Int(isByCaller ? refer.destination : refer.source)])
        let transferor = isByCaller ? names.caller : names.callee
        let transferee = isByCaller ? names.callee : names.caller
        let target = transfer.referTo.isEmpty ? "somebody" : CallNames.name(transfer.referTo)
        let kind = transfer.kind == .attended ? " in place of a call that was up" : ""
        let parts =
            ["\(transferor) asked \(transferee) to call \(target)\(kind)", answer(to: transfer, transferee)]
            + progress(of: transfer, transferee, target)
        return parts.joined(separator: "; ")
    }

    private func answer(to transfer: Transfer, _ transferee: String) -> String {
        guard transfer.responseStatus > 0 else {
            return transfer.isAccepted ? "\(transferee) acted on it" : "no answer to that was seen"
        }
        let text = status(transfer.responseStatus, transfer.response)
        return transfer.responseStatus < 300
            ? "\(transferee) accepted (\(text))" : "that was refused with \(text)"
    }

    private func progress(of transfer: Transfer, _ transferee: String, _ target: String) -> [String] {
        var parts: [String] = []
        if let invite = transfer.referredInvite {
            parts += referredCall(exchange.transactions[invite].leg, transferee, target)
        } else if let reported = transfer.reported {
            parts.append("\(transferee) reported \(reported.status) for the call to \(target), which was not seen")
        }
        switch exchange.outcome(of: transfer, timers) {
        case .unconfirmed where transfer.isAccepted: parts.append("no report of how that ended was seen")
        case .undetermined where transfer.isAccepted && transfer.referredInvite == nil:
            parts.append("the capture shows no more of it")
        default: break
        }
        return parts
    }

    /// What the transferee tried, what came of it, and how long that call lived on.
    private func referredCall(_ leg: Int, _ transferee: String, _ target: String) -> [String] {
        let call = CallFacts(exchange, leg: leg, timers)
        guard let dialog = call.dialog, let answer = dialog.answerTime else {
            let status = call.result.status >= 300 ? self.status(call.result.status, call.result.final) : nil
            let end = status.map { "which failed with \($0)" } ?? "and no final response was seen"
            return ["\(transferee) called \(target), \(end)"]
        }
        let after = call.setupDelay.map { " after \($0)" } ?? ""
        let names = CallNames(
            exchange, leg: leg, caller: call.result.transaction.map { source(of: $0) },
            callee: call.result.transaction.map { destination(of: $0) })
        var parts = ["\(transferee) called \(target), answered\(after)"]
        if let bye = dialog.byeTime {
            let who: String =
                switch call.end {
                case .byeFrom(let address): "\(address)"
                case .bye(let side): names[side]
                default: "somebody"
                }
            parts.append("that call lasted \(bye - answer) until \(who) hung up")
        } else {
            parts.append("no BYE of that call was seen in \(exchange.observedUntil - answer)")
        }
        return parts
    }

    private func source(of index: TransactionIndex) -> Endpoint {
        exchange.endpoints[Int(exchange.transactions[index].source)]
    }

    private func destination(of index: TransactionIndex) -> Endpoint {
        exchange.endpoints[Int(exchange.transactions[index].destination)]
    }
}
