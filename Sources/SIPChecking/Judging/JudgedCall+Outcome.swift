import RegularExpressions
import SIPDialogs
import SIPParsing
import SIPReporting
import TraceTypes

/// How a call ended.
extension JudgedCall {
    /// Its outcome: one of some words.
    func outcome(_ wanted: [String]) -> Observation {
        let isMet = wanted.contains(result.outcome.rawValue)
        if isOpen, !isMet { return Observation(.undetermined, outcomeText, [decisiveFrame]) }
        return Observation(isMet: isMet, outcomeText, [decisiveFrame], advice: advice)
    }

    /// The final status.
    func status(_ wanted: [StatusPattern]) -> Observation {
        if let missing = withoutFinal { return missing }
        return Observation(
            isMet: wanted.contain(result.status), view.statusText(result.status, result.final), [decisiveFrame],
            advice: advice)
    }

    /// The phrase of the final response.
    func reason(_ wanted: TextMatcher) -> Observation {
        if let missing = withoutFinal { return missing }
        guard let reason = view.reason(of: result.final) else {
            return Observation(.undetermined, "the phrase was not kept", [decisiveFrame])
        }
        let answer = wanted.answer(for: reason)
        if answer == .tooCostly { return .tooCostly([decisiveFrame]) }
        let seen = reason.isEmpty ? "an empty phrase" : SeenText.shown(reason)
        return Observation(isMet: answer == .matches, seen, [decisiveFrame], advice: advice)
    }

    /// What to say where there is no final response, or not for certain.
    private var withoutFinal: Observation? {
        if isOpen { return Observation(.undetermined, outcomeText, [decisiveFrame]) }
        guard result.status == 0 else { return nil }
        return Observation(
            .failed, "no final response: \(result.outcome.rawValue)", [decisiveFrame], advice: advice)
    }

    /// Who sent the BYE.
    func end(_ wanted: String) -> Observation {
        guard let dialog = facts.dialog, let bye = dialog.bye else { return endWithoutBye(wanted) }
        let side = dialog.byeByCaller ? "caller" : "callee"
        let frame = view.frame(bye)
        guard case .byeFrom(let address) = facts.end else { return Observation(isMet: wanted == side, side, [frame]) }
        return Observation(isMet: wanted == side, "\(side) (the BYE came from \(address))", [frame])
    }

    private func endWithoutBye(_ wanted: String) -> Observation {
        let isUp = facts.dialog?.answerTime != nil
        let seen = isUp ? "nobody: still going on \(view.end)" : "nobody: \(outcomeText)"
        guard wanted != "nobody" else { return Observation(.met, seen, [decisiveFrame]) }
        return Observation(isUp || isOpen ? .undetermined : .failed, seen, [decisiveFrame])
    }

    /// How many legs it has.
    func legs(_ wanted: Bound) -> Observation {
        let exchange = view.exchange
        let frames = exchange.legs.indices.map { leg in
            view.frame(exchange.transactions.first { $0.leg == leg && $0.request != nil }?.request)
        }
        return Observation(isMet: wanted.holds(Int64(exchange.legs.count)), "\(exchange.legs.count)", frames)
    }

    /// How many messages a timer repeated.
    func retransmissions(_ wanted: Bound) -> Observation {
        let repeated = view.exchange.messages.filter(\.isSentAgain)
        let frames = repeated.map(\.frame)
        let number = Int64(repeated.count)
        guard view.isCut else { return Observation(isMet: wanted.holds(number), "\(number)", frames) }
        return Observation(
            wanted.mayHold(from: number) ? .undetermined : .failed,
            "at least \(number): not all messages of the call are kept", frames)
    }

    /// The codecs of the answer. Each wanted one has to be in it, and each that was agreed has to be wanted; events
    /// (RFC 4733) may be left out.
    func codecs(_ wanted: [TextMatcher]) -> Observation {
        let agreed = facts.codecs
        let frames = facts.sessions.map { view.frame($0.answer) }
        guard !facts.sessions.isEmpty else {
            let seen = "no session was seen to be agreed: \(outcomeText)"
            if wanted.isEmpty, !isOpen { return Observation(.met, seen, [decisiveFrame]) }
            return Observation(isOpen ? .undetermined : .failed, seen, [decisiveFrame])
        }
        let answered = facts.sessions.flatMap { session in
            view.exchange.sessionDescription(of: session.answer)?.media.filter { !$0.isDisabled }.flatMap(\.codecs)
                ?? []
        }
        let found = wanted.map { $0.answer(forAnyOf: agreed + answered, ignoringCase: true) }
        let expected = agreed.map { codec in wanted.contains { $0.answer(for: codec, ignoringCase: true) == .matches } }
        if found.contains(.tooCostly) { return .tooCostly(frames) }
        return Observation(
            isMet: found.allSatisfy { $0 == .matches } && !expected.contains(false),
            SeenText.list(agreed, none: "no codec that both sides have"), frames)
    }
}

extension MessageRecord {
    /// Whether its sender's timer repeated it.
    var isSentAgain: Bool { !flags.isDisjoint(with: [.retransmission, .responseLost]) && !flags.contains(.duplicate) }
}
