import RegularExpressions
import SIPDialogs
import SIPReporting

/// What a selector finds in a trace.
struct Selection {
    /// What it selects.
    var selected: [ExchangeView] = []
    /// What it may select: where a header field cannot be read, or matching takes too long.
    var doubts: [(view: ExchangeView, why: Observation)] = []
}

/// Finding what expectations are about.
extension Judging {
    /// Calls named where none is what was sought.
    private static let namesShown = 5

    /// Whether a selector selects an exchange.
    private enum Answer {
        case selects, leaves
        case cannotTell(Observation)
    }

    /// What a selector selects among the exchanges of a kind.
    func select(_ selector: ExchangeSelector, _ kind: Exchange.Kind) -> Selection {
        var selection = Selection()
        let (from, to) = (selector.from.map(URIMatcher.init), selector.to.map(URIMatcher.init))
        for view in exchanges(kind) {
            switch answer(of: selector, from, to, view) {
            case .selects: selection.selected.append(view)
            case .leaves: break
            case .cannotTell(let why): selection.doubts.append((view, why))
            }
        }
        if let order = selector.order { selection.selected = selection.selected.only(order) }
        return selection
    }

    private func answer(
        of selector: ExchangeSelector, _ from: URIMatcher?, _ to: URIMatcher?, _ view: ExchangeView
    ) -> Answer {
        var isCostly = false
        for (matcher, uri) in [(from, view.from), (to, view.to)] {
            switch matcher?.answer(for: uri) {
            case .differs: return .leaves
            case .tooCostly: isCostly = true
            case .matches, nil: break
            }
        }
        if let filter = selector.filter, !filter.matches(view.exchange, view.judged.findings, timers) { return .leaves }
        guard !selector.headers.isEmpty else {
            return isCostly ? .cannotTell(.tooCostly([view.firstFrame])) : .selects
        }
        guard let first = view.firstRequest else {
            return .cannotTell(
                Observation(
                    .undetermined, "the first request is not known: \(ExchangeView.begunBefore)", [view.firstFrame]))
        }
        let place = MessagePlace(view: view, index: first)
        let message = read(place)
        for (name, value) in selector.headers {
            let observation = self.observation(of: name, value, place, message)
            switch observation.state {
            case .met: break
            case .undetermined: return .cannotTell(observation)
            case .failed, .unmatched:
                guard observation.isCostly else { return .leaves }
                isCostly = true
            }
        }
        return isCostly ? .cannotTell(.tooCostly([view.firstFrame])) : .selects
    }

    /// What is told where a selector selects nothing, or cannot tell; empty where all is well.
    func problems(
        of selection: Selection, _ selector: ExchangeSelector, _ kind: Exchange.Kind, named name: String?,
        at position: SourcePosition
    ) -> [ExpectationResult] {
        let sought = Self.words(selector, kind)
        var results = selection.doubts.map { doubt in
            subject(doubt.view, named: name).result("match", doubt.why, expected: sought, at: position)
        }
        guard selection.selected.isEmpty, results.isEmpty else { return results }
        let all = exchanges(kind)
        let more = all.count > Self.namesShown ? " and \(all.count - Self.namesShown) more" : ""
        let names = all.prefix(Self.namesShown).map { $0.title(timers) }.joined(separator: ", ")
        results.append(
            ResultSubject(name: name ?? kind.rawValue).result(
                "match", Observation(.unmatched, all.isEmpty ? "no \(kind.rawValue)" : names + more), expected: sought,
                at: position))
        return results
    }

    /// What a selector seeks: `a call from alice to bob with Subject: test`.
    static func words(_ selector: ExchangeSelector, _ kind: Exchange.Kind) -> String {
        let order = selector.order ?? 1
        var words = [order == 1 ? "a \(kind.rawValue)" : "at least \(order) \(kind.rawValue)s"]
        if let from = selector.from { words.append("from \(from.text)") }
        if let to = selector.to { words.append("to \(to.text)") }
        for (name, value) in selector.headers {
            switch value {
            case .present: words.append("with \(name)")
            case .absent: words.append("without \(name)")
            case .value(let matcher): words.append("with \(name): \(matcher.text)")
            }
        }
        if let filter = selector.filter { words.append("where \(filter.text)") }
        return words.joined(separator: " ")
    }
}

extension Array {
    /// The element in a place from 1 alone; empty where there is none.
    func only(_ order: Int) -> [Element] { order > 0 ? Array(dropFirst(order - 1).prefix(1)) : [] }
}
