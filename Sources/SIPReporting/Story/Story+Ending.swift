import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

/// How a call ended.
extension Story {
    /// The ringing, the answer or what came instead of it, and the end.
    var ending: [Phrase] {
        if let dialog = facts.dialog { return answered(dialog) }
        switch facts.result.outcome {
        case .cancelled: return cancelled
        case .unanswered: return unanswered
        case .undetermined: return undetermined
        case .redirected: return [redirected]
        default: return [failure]
        }
    }

    private func answered(_ dialog: Dialog) -> [Phrase] {
        var parts: [Phrase] = []
        let hasForked = facts.ringingDevices > 1
        if hasForked {
            parts.append(Phrase(StoryPhrase.rangAtDevices, ["devices": .number(facts.ringingDevices)]))
        }
        if let lateCancel { parts.append(lateCancel) }
        if dialog.answerTime != nil {
            var values: PhraseValues = [:]
            if hasForked { values["who"] = answeringAddress.map { .text("\($0)") } }
            values["after"] = facts.setupDelay.map { .duration($0) }
            parts.append(Phrase(StoryPhrase.answered, values))
        }
        parts += holds(dialog)
        parts.append(hangup(dialog))
        return parts
    }

    /// A CANCEL that the answer crossed (RFC 3261 section 9.2).
    private var lateCancel: Phrase? {
        guard let index = facts.result.transaction, exchange.transactions[index].viaCount == 1,
            let cancel = exchange.transactions[index].cancelTime, let start = facts.startTime
        else { return nil }
        return Phrase(StoryPhrase.lateCancel, ["caller": names[.caller], "after": .duration(cancel - start)])
    }

    /// Where the INVITE went that was answered, where a further hop shows it.
    private var answeringAddress: IPAddress? {
        guard let index = facts.result.transaction else { return nil }
        let hop = exchange.decidingHop(of: index)
        return hop == index ? nil : exchange.endpoints[Int(exchange.transactions[hop].destination)].address
    }

    private func holds(_ dialog: Dialog) -> [Phrase] {
        let shown = facts.holds.prefix(Self.holdsShown).map { hold in
            var values: PhraseValues = ["holder": names[hold.holder], "held": names[hold.holder.other]]
            values["start"] = dialog.answerTime.map { .duration(max(hold.start, $0) - $0) }
            values["end"] = hold.end.flatMap { end in dialog.answerTime.map { .duration(max(end, $0) - $0) } }
            return Phrase(StoryPhrase.hold, values)
        }
        let rest = facts.holds.count - shown.count
        return shown + (rest > 0 ? [Phrase(StoryPhrase.moreHolds, ["count": .number(rest)])] : [])
    }

    private static let holdsShown = 2

    private func hangup(_ dialog: Dialog) -> Phrase {
        var values: PhraseValues = [:]
        values["after"] = dialog.answerTime.flatMap { answer in dialog.byeTime.map { .duration($0 - answer) } }
        switch facts.end {
        case .bye(let side): values["who"] = names[side]
        case .byeFrom(let address): values["who"] = .text("\(address)")
        default:
            let watched = dialog.answerTime.map { PhraseValue.duration(exchange.observedUntil - $0) }
            return Phrase(StoryPhrase.noBye, watched.map { ["watched": $0] } ?? [:])
        }
        return Phrase(StoryPhrase.hungUp, values)
    }

    private var cancelled: [Phrase] {
        var values: PhraseValues = [:]
        switch facts.end {
        case .cancel: values["who"] = names[.caller]
        case .cancelFrom(let address): values["who"] = .text("\(address)")
        default: return [rang, Phrase(StoryPhrase.ended, ["status": .text(finalStatus)])].compactMap { $0 }
        }
        if let rang { return [rang, Phrase(StoryPhrase.cancelled, values)] }
        let start = facts.startTime
        let cancel = facts.result.transaction.flatMap { exchange.transactions[$0].cancelTime }
        values["after"] = start.flatMap { start in cancel.map { .duration($0 - start) } }
        return [Phrase(StoryPhrase.cancelledBeforeRinging, values)]
    }

    /// `rang for 6 s`, `rang at 3 devices for 6 s`.
    private var rang: Phrase? {
        guard let ringing = facts.ringing else { return nil }
        var values: PhraseValues = ["ringing": .duration(ringing)]
        if facts.ringingDevices > 1 { values["devices"] = .number(facts.ringingDevices) }
        return Phrase(StoryPhrase.rang, values)
    }

    private var finalStatus: String { status(facts.result.status, facts.result.final) }

    /// `rang after 0.2 s`.
    private func rangAfter(_ invite: Transaction) -> Phrase? {
        facts.ringTime.map { Phrase(StoryPhrase.rangAfter, ["after": .duration($0 - invite.startTime)]) }
    }

    private var unanswered: [Phrase] {
        guard let index = facts.result.transaction else { return [] }
        let invite = exchange.transactions[index]
        let server = exchange.endpoints[Int(invite.destination)].address
        let watched = PhraseValue.duration(exchange.observedUntil - invite.startTime)
        if !invite.hasResponse {
            return [Phrase(StoryPhrase.noResponse, ["who": .text("\(server)"), "watched": watched])]
        }
        return [rangAfter(invite), Phrase(StoryPhrase.noFinal, ["watched": watched])].compactMap { $0 }
    }

    private var undetermined: [Phrase] {
        guard let index = facts.result.transaction else { return [Phrase(StoryPhrase.unshown)] }
        let invite = exchange.transactions[index]
        if facts.result.status >= 300 {
            return [Phrase(StoryPhrase.lastAnswer, ["who": decider, "status": .text(finalStatus)])]
        }
        let watched = PhraseValue.duration(exchange.observedUntil - invite.startTime)
        let cancel = invite.cancelTime.map { time in
            Phrase(
                StoryPhrase.cancelled, ["who": names[.caller], "after": .duration(time - invite.startTime)])
        }
        return [
            rangAfter(invite), invite.viaCount == 1 ? cancel : nil,
            Phrase(StoryPhrase.noFinalSeen, ["watched": watched]),
        ].compactMap { $0 }
    }

    private var redirected: Phrase {
        let redirect = exchange.redirects.last { isPart($0) && $0.follower == nil }
        var values: PhraseValues = ["who": decider, "status": .text(finalStatus)]
        if let redirect, let contact = redirect.contacts.first {
            values["target"] = .text(escaped(contact))
            values["end"] = .choice(redirect.leadsBack ? "back" : "unfollowed")
        }
        return Phrase(StoryPhrase.redirectedNowhere, values)
    }
}
