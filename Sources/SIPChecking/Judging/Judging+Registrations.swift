import SIPDialogs
import SIPFindings
import TraceTypes

/// Holding registrations against what is expected of them.
extension Judging {
    /// The results for every registration that an expectation is about.
    func results(of placed: Placed<RegistrationExpectation>) -> [ExpectationResult] {
        let wanted = placed.value
        let selection = select(wanted.selector, .registration)
        var results = problems(of: selection, wanted.selector, .registration, named: wanted.name, at: placed.position)
        for view in selection.selected {
            let subject = subject(view, named: wanted.name)
            let found = JudgedRegistration(view, self)
            var aspects: [ExpectationResult] = []
            func add(_ aspect: String, _ seen: Observation, _ expected: String, _ position: SourcePosition) {
                aspects.append(subject.result(aspect, seen, expected: expected, at: position))
            }
            if let outcome = wanted.outcome {
                let words = outcome.value.joined(separator: " or ")
                add("outcome", found.outcome(outcome.value), words, outcome.position)
            }
            if let status = wanted.status {
                add("status", found.status(status.value), status.value.text, status.position)
            }
            if let expires = wanted.expires {
                add("expires", found.expires(expires.value), expires.value.text, expires.position)
            }
            if aspects.isEmpty {
                let seen = Observation(.met, view.title(timers), [view.firstFrame])
                add("match", seen, Self.words(wanted.selector, .registration), placed.position)
            }
            results += aspects
        }
        return results
    }
}

/// A registration that an expectation is about.
struct JudgedRegistration {
    private let view: ExchangeView
    private let judging: Judging
    private let result: RequestResult

    init(_ view: ExchangeView, _ judging: Judging) {
        self.view = view
        self.judging = judging
        result = view.exchange.requestResult(judging.timers)
    }

    private var frame: FrameNumber? { view.frame(result.final) ?? view.firstFrame }
    private var isOpen: Bool { result.outcome == .undetermined }
    private var advice: [String] { judging.advice(for: result.final, view) }
    private var outcomeText: String {
        let word = result.outcome.rawValue
        return result.status >= 300 ? "\(word) (\(view.statusText(result.status, result.final)))" : word
    }

    /// Its outcome: one of some words.
    func outcome(_ wanted: [String]) -> Observation {
        let isMet = wanted.contains(result.outcome.rawValue)
        if isOpen, !isMet { return Observation(.undetermined, outcomeText, [frame]) }
        return Observation(isMet: isMet, outcomeText, [frame], advice: advice)
    }

    /// The final status.
    func status(_ wanted: [StatusPattern]) -> Observation {
        if isOpen { return Observation(.undetermined, outcomeText, [frame]) }
        guard result.status > 0 else { return Observation(.failed, "no final response: \(outcomeText)", [frame]) }
        return Observation(
            isMet: wanted.contain(result.status), view.statusText(result.status, result.final), [frame], advice: advice)
    }

    /// The seconds that the last 200 grants, for each Contact that its REGISTER asked for.
    func expires(_ wanted: Bound) -> Observation {
        let answers = view.exchange.registerAnswers
        guard let last = answers.last?.register else {
            return Observation(
                isOpen || result.outcome == .succeeded ? .undetermined : .failed, "nothing granted: \(outcomeText)",
                [frame], advice: advice)
        }
        let granted = answers.filter { $0.register == last }.map(\.granted)
        let words = granted.map { $0.map { "\($0) s" } ?? "not granted" }
        return Observation(
            isMet: granted.allSatisfy { $0.map { wanted.holds(Int64($0)) } ?? false },
            SeenText.list(words, none: "nothing"), [view.frame(view.exchange.transactions[last].final)])
    }
}
