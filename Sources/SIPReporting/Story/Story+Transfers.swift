import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

/// The transfers of a call.
extension Story {
    private static let transfersShown = 3

    /// A sentence for each transfer, in clauses.
    var transferSentences: [[Phrase]] {
        let shown = exchange.transfers.prefix(Self.transfersShown).map(sentence)
        let rest = exchange.transfers.count - shown.count
        return shown + (rest > 0 ? [[Phrase(StoryPhrase.moreTransfers, ["count": .number(rest)])]] : [])
    }

    private func sentence(_ transfer: Transfer) -> [Phrase] {
        let refer = exchange.transactions[transfer.transaction]
        let isByCaller = exchange.isFromCaller(transfer.transaction)
        let names = CallNames(
            exchange, leg: transfer.leg, caller: exchange.endpoints[Int(isByCaller ? refer.source : refer.destination)],
            callee: exchange.endpoints[Int(isByCaller ? refer.destination : refer.source)])
        let transferee = names[isByCaller ? .callee : .caller]
        let target: PhraseValue =
            transfer.referTo.isEmpty
            ? .phrase(Phrase(StoryPhrase.somebody)) : .text(CallNames.name(transfer.referTo))
        let opening = Phrase(
            StoryPhrase.transfer,
            [
                "transferor": names[isByCaller ? .caller : .callee], "transferee": transferee, "target": target,
                "kind": .choice(transfer.kind.rawValue),
            ])
        return [opening, answer(to: transfer, transferee)] + progress(of: transfer, transferee, target)
    }

    private func answer(to transfer: Transfer, _ transferee: PhraseValue) -> Phrase {
        let isRefused = transfer.responseStatus >= 300
        let isAnswered = transfer.responseStatus > 0
        let answer = isRefused ? "refused" : isAnswered ? "accepted" : transfer.isAccepted ? "acted" : "none"
        return Phrase(
            StoryPhrase.transferAnswer,
            [
                "transferee": transferee, "answer": .choice(answer),
                "status": .text(status(transfer.responseStatus, transfer.response)),
            ])
    }

    private func progress(of transfer: Transfer, _ transferee: PhraseValue, _ target: PhraseValue) -> [Phrase] {
        var parts: [Phrase] = []
        if let invite = transfer.referredInvite {
            parts += referredCall(exchange.transactions[invite].leg, transferee, target)
        } else if let reported = transfer.reported {
            parts.append(
                Phrase(
                    StoryPhrase.reported,
                    ["transferee": transferee, "status": .text("\(reported.status)"), "target": target]))
        }
        switch exchange.outcome(of: transfer, timers) {
        case .unconfirmed where transfer.isAccepted: parts.append(Phrase(StoryPhrase.unreported))
        case .undetermined where transfer.isAccepted && transfer.referredInvite == nil:
            parts.append(Phrase(StoryPhrase.noMore))
        default: break
        }
        return parts
    }

    /// What the transferee tried, what came of it, and how long that call lived on.
    private func referredCall(_ leg: Int, _ transferee: PhraseValue, _ target: PhraseValue) -> [Phrase] {
        let call = CallFacts(exchange, leg: leg, timers)
        guard let dialog = call.dialog, let answer = dialog.answerTime else {
            let isFailed = call.result.status >= 300
            return [
                Phrase(
                    StoryPhrase.referredFailed,
                    [
                        "transferee": transferee, "target": target, "end": .choice(isFailed ? "failed" : "open"),
                        "status": .text(status(call.result.status, call.result.final)),
                    ])
            ]
        }
        let names = CallNames(
            exchange, leg: leg, caller: call.result.transaction.map { source(of: $0) },
            callee: call.result.transaction.map { destination(of: $0) })
        var values: PhraseValues = ["transferee": transferee, "target": target]
        values["after"] = call.setupDelay.map { .duration($0) }
        let answered = Phrase(StoryPhrase.referredAnswered, values)
        guard let bye = dialog.byeTime else {
            let watched = PhraseValue.duration(exchange.observedUntil - answer)
            return [answered, Phrase(StoryPhrase.referredNoBye, ["watched": watched])]
        }
        let who: PhraseValue =
            switch call.end {
            case .byeFrom(let address): .text("\(address)")
            case .bye(let side): names[side]
            default: .phrase(Phrase(StoryPhrase.somebody))
            }
        return [answered, Phrase(StoryPhrase.referredLasted, ["lasted": .duration(bye - answer), "who": who])]
    }

    private func source(of index: TransactionIndex) -> Endpoint {
        exchange.endpoints[Int(exchange.transactions[index].source)]
    }

    private func destination(of index: TransactionIndex) -> Endpoint {
        exchange.endpoints[Int(exchange.transactions[index].destination)]
    }
}
