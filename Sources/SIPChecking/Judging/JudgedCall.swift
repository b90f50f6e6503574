import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPReporting
import TraceTypes

/// A call that an expectation is about, with what is known of how it went.
struct JudgedCall {
    let judging: Judging
    let view: ExchangeView
    let facts: CallFacts

    init(_ view: ExchangeView, _ judging: Judging) {
        self.view = view
        self.judging = judging
        facts = CallFacts(view.exchange, judging.timers)
    }

    /// What it came to.
    var result: AttemptResult { facts.result }
    /// Whether the trace cannot tell what it came to.
    var isOpen: Bool { result.outcome == .undetermined }

    /// `declined (603 Decline)`.
    var outcomeText: String {
        let word = result.outcome.rawValue
        guard result.status >= 300 else { return word }
        return "\(word) (\(view.statusText(result.status, result.final)))"
    }

    /// The frame of the final response; without one, of the INVITE, or of the first message.
    var decisiveFrame: FrameNumber? {
        view.frame(result.final) ?? view.frame(result.transaction.flatMap { view.exchange.transactions[$0].request })
            ?? view.firstFrame
    }

    /// What to do about how it ended.
    var advice: [String] { judging.advice(for: result, view) }
}

/// Advice of the catalog for what is not as expected.
extension Judging {
    /// More than this nobody reads.
    private static let adviceShown = 6

    /// What to do about a final response that a call, or a leg of it, failed with, or about silence.
    func advice(for result: AttemptResult, _ view: ExchangeView) -> [String] {
        switch result.outcome {
        case .answered, .undetermined: []
        case .unanswered:
            result.transaction.flatMap { view.exchange.explanationOfSilence(after: $0, catalog) }?.entry.fix ?? []
        default: advice(for: result.final, view)
        }
    }

    /// What to do about a response where it stands.
    func advice(for response: MessageIndex?, _ view: ExchangeView) -> [String] {
        guard let response, view.exchange.messages.indices.contains(response),
            view.exchange.messages[response].status >= 300
        else { return [] }
        return Array((view.exchange.explanation(of: response, catalog)?.entry.fix ?? []).prefix(Self.adviceShown))
    }

    /// What a finding of a rule says that rests on one of these messages; else what the rule's topic says.
    func advice(of rule: String, _ view: ExchangeView, _ messages: [MessageIndex?]) -> [String] {
        let frames = Set(messages.compactMap { view.frame($0) })
        let finding = view.judged.findings.first { $0.rule == rule && !frames.isDisjoint(with: $0.frames) }
        return finding?.advice ?? Array((catalog.topic(rule)?.fix ?? []).prefix(Self.adviceShown))
    }
}
