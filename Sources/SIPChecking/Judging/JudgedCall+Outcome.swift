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

    /// A call that is up is `open`, and may yet be ended by anybody; one that came to nothing was ended by `nobody`.
    private func endWithoutBye(_ wanted: String) -> Observation {
        if result.outcome == .answered, facts.isOpenAtEnd(of: view.exchange) {
            return Observation(wanted == "open" ? .met : .undetermined, "still up \(view.end)", [decisiveFrame])
        }
        guard result.outcome == .answered || isOpen || view.exchange.isPartial else {
            return Observation(isMet: wanted == "nobody", "nobody: \(outcomeText)", [decisiveFrame])
        }
        return Observation(.undetermined, "no BYE \(view.end): \(outcomeText)", [decisiveFrame])
    }

    /// How many legs it has.
    func legs(_ wanted: Bound) -> Observation {
        let exchange = view.exchange
        let frames = exchange.legs.indices.map { leg in
            view.frame(exchange.transactions.first { $0.leg == leg && $0.request != nil }?.request)
        }
        return view.observation(of: exchange.legs.count, wanted, frames)
    }

    /// How many messages a timer repeated.
    func retransmissions(_ wanted: Bound) -> Observation {
        let repeated = view.exchange.messages.filter(\.isSentAgain)
        return view.observation(of: repeated.count, wanted, repeated.map(\.frame), missing: view.isCut)
    }

    /// The codecs that both sides have. Each wanted one has to be among them, and each that was agreed has to be wanted;
    /// events (RFC 4733) may be left out.
    func codecs(_ wanted: [TextMatcher]) -> Observation {
        let agreed = facts.codecs
        let frames = facts.sessions.map { view.frame($0.answer) }
        guard !facts.sessions.isEmpty else {
            let seen = "no session was seen to be agreed: \(outcomeText)"
            if wanted.isEmpty, !isOpen { return Observation(.met, seen, [decisiveFrame]) }
            return Observation(isOpen ? .undetermined : .failed, seen, [decisiveFrame])
        }
        let found = wanted.map { $0.answer(forAnyOf: agreed + shared, ignoringCase: true) }
        let expected = agreed.map { codec in wanted.contains { $0.answer(for: codec, ignoringCase: true) == .matches } }
        if found.contains(.tooCostly) { return .tooCostly(frames) }
        return Observation(
            isMet: found.allSatisfy { $0 == .matches } && !expected.contains(false) && wanted.isEmpty == agreed.isEmpty,
            SeenText.list(agreed, none: "no codec that both sides have"), frames)
    }

    /// The codecs that both the offer and the answer have.
    private var shared: [String] {
        facts.sessions.flatMap { session -> [String] in
            guard let offer = view.exchange.sessionDescription(of: session.offer),
                let answer = view.exchange.sessionDescription(of: session.answer)
            else { return [] }
            return zip(offer.media, answer.media).filter { !$0.isDisabled && !$1.isDisabled }.flatMap { offer, answer in
                let offered = Set(offer.codecs.map { $0.lowercased() })
                return answer.codecs.filter { offered.contains($0.lowercased()) }
            }
        }
    }
}

extension ExchangeView {
    /// What is not known to be all, because the exchange began before the trace.
    static let begunBefore = "it began before the trace"

    /// A number of things that an exchange shows: the least that it is where some may be missing.
    fileprivate func observation(
        of number: Int, _ wanted: Bound, _ frames: [FrameNumber?], missing isMissing: Bool = false
    ) -> Observation {
        guard isMissing || exchange.isPartial else {
            return Observation(isMet: wanted.holds(Int64(number)), "\(number)", frames)
        }
        let why = isMissing ? "not all messages of the call are kept" : Self.begunBefore
        return Observation(
            wanted.mayHold(from: Int64(number)) ? .undetermined : .failed, "at least \(number): \(why)", frames)
    }
}

extension CallFacts {
    /// Whether the call was answered and then followed to the end of the trace without a BYE.
    func isOpenAtEnd(of exchange: Exchange) -> Bool {
        dialog?.answerTime != nil && dialog?.bye == nil && !exchange.isEvicted && !exchange.hasLoss
    }
}

extension MessageRecord {
    /// Whether its sender's timer repeated it.
    var isSentAgain: Bool { !flags.isDisjoint(with: [.retransmission, .responseLost]) && !flags.contains(.duplicate) }
}
