import SIPDialogs
import SIPParsing
import TraceTypes

/// How a call ended.
extension Story {
    /// The ringing, the answer or what came instead of it, and the end.
    var ending: [String] {
        if let dialog = facts.dialog { return answered(dialog) }
        switch facts.result.outcome {
        case .cancelled: return cancelled
        case .unanswered: return unanswered
        case .undetermined: return undetermined
        case .redirected: return [redirected]
        default: return [failure]
        }
    }

    private func answered(_ dialog: Dialog) -> [String] {
        var parts: [String] = []
        if facts.ringingDevices > 1 { parts.append("rang at \(facts.ringingDevices) devices") }
        if let lateCancel { parts.append(lateCancel) }
        if dialog.answerTime != nil {
            let answerer = facts.ringingDevices > 1 ? answeringAddress.map { "\($0) answered" } : nil
            parts.append((answerer ?? "answered") + (facts.setupDelay.map { " after \($0)" } ?? ""))
        }
        parts += holds(dialog)
        parts.append(hangup(dialog))
        return parts
    }

    /// A CANCEL that the answer crossed (RFC 3261 section 9.2).
    private var lateCancel: String? {
        guard let index = facts.result.transaction, exchange.transactions[index].viaCount == 1,
            let cancel = exchange.transactions[index].cancelTime, let start = facts.startTime
        else { return nil }
        return "\(names.caller) cancelled after \(cancel - start), which had no effect"
    }

    /// Where the INVITE went that was answered, where a further hop shows it.
    private var answeringAddress: IPAddress? {
        guard let index = facts.result.transaction else { return nil }
        let hop = exchange.decidingHop(of: index)
        return hop == index ? nil : exchange.endpoints[Int(exchange.transactions[hop].destination)].address
    }

    private func holds(_ dialog: Dialog) -> [String] {
        let shown = facts.holds.prefix(Self.holdsShown).map { hold in
            let start = dialog.answerTime.map { "from \(max(hold.start, $0) - $0)" } ?? ""
            let end = hold.end.flatMap { end in dialog.answerTime.map { "to \(max(end, $0) - $0)" } }
            let times = [start, end ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
            return "\(names[hold.holder]) put \(names[hold.holder.other]) on hold" + (times.isEmpty ? "" : " " + times)
        }
        let rest = facts.holds.count - shown.count
        return shown + (rest > 0 ? ["and \(rest) more time\(rest == 1 ? "" : "s")"] : [])
    }

    private static let holdsShown = 2

    private func hangup(_ dialog: Dialog) -> String {
        let after = dialog.answerTime.flatMap { answer in dialog.byeTime.map { " after \($0 - answer)" } } ?? ""
        switch facts.end {
        case .bye(let side): return "\(names[side]) hung up\(after)"
        case .byeFrom(let address): return "\(address) hung up\(after)"
        default: break
        }
        guard let answer = dialog.answerTime else { return "no BYE was seen" }
        return "no BYE was seen in the \(exchange.observedUntil - answer) that followed"
    }

    private var cancelled: [String] {
        let who: String
        switch facts.end {
        case .cancel: who = names.caller
        case .cancelFrom(let address): who = "\(address)"
        default: return [rang, "it ended with \(status(facts.result.status, facts.result.final))"].compactMap { $0 }
        }
        if let rang { return [rang, "\(who) cancelled"] }
        let start = facts.startTime
        let cancel = facts.result.transaction.flatMap { exchange.transactions[$0].cancelTime }
        let after = start.flatMap { start in cancel.map { " after \($0 - start)" } } ?? ""
        return ["\(who) cancelled\(after), before it was seen to ring"]
    }

    /// `rang for 6 s`, `rang at 3 devices for 6 s`.
    private var rang: String? {
        guard let ringing = facts.ringing else { return nil }
        return facts.ringingDevices > 1
            ? "rang at \(facts.ringingDevices) devices for \(ringing)" : "rang for \(ringing)"
    }

    private var unanswered: [String] {
        guard let index = facts.result.transaction else { return [] }
        let invite = exchange.transactions[index]
        let server = exchange.endpoints[Int(invite.destination)].address
        let watched = exchange.observedUntil - invite.startTime
        if !invite.hasResponse { return ["\(server) did not respond in \(watched)"] }
        let ring = facts.ringTime.map { "rang after \($0 - invite.startTime)" }
        return [ring, "no final response came in \(watched)"].compactMap { $0 }
    }

    private var undetermined: [String] {
        guard let index = facts.result.transaction else { return ["the capture does not show how it ended"] }
        let invite = exchange.transactions[index]
        if facts.result.status >= 300 {
            return [
                "\(decider) answered \(status(facts.result.status, facts.result.final))", "the capture shows no more",
            ]
        }
        let watched = exchange.observedUntil - invite.startTime
        let ring = facts.ringTime.map { "rang after \($0 - invite.startTime)" }
        let cancel = invite.cancelTime.map { "\(names.caller) cancelled after \($0 - invite.startTime)" }
        return [ring, invite.viaCount == 1 ? cancel : nil, "no final response was seen in the \(watched) watched"]
            .compactMap { $0 }
    }

    private var redirected: String {
        let redirect = exchange.redirects.last { isPart($0) && $0.follower == nil }
        let text = status(facts.result.status, facts.result.final)
        guard let redirect, let contact = redirect.contacts.first else { return "\(decider) redirected (\(text))" }
        let end = redirect.leadsBack ? "where it had been tried before" : "and no call there was seen"
        return "\(decider) redirected to \(escaped(contact)) (\(text)), \(end)"
    }
}
