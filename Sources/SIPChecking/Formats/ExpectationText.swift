import SIPCatalog
import SIPReporting
import TraceTypes

/// How an expectation was judged, as a block of lines: what was expected and seen, where it is written, the ladder
/// around the frames, what to do.
struct ExpectationText {
    /// Sentences of advice shown.
    private static let adviceShown = 3

    private let result: ExpectationResult
    private let trace: TraceVerdict
    private let options: CheckFormatOptions

    init(_ result: ExpectationResult, _ trace: TraceVerdict, _ options: CheckFormatOptions) {
        self.result = result
        self.trace = trace
        self.options = options
    }

    var lines: [String] {
        var lines = [head] + facts.map { "  " + $0 }
        guard result.isShown else { return lines }
        let ladder = LadderExcerpt(trace.exchange(result.exchange)?.ladder ?? [], around: result.frames)
        lines += ladder.lines.map { "  " + $0 }
        lines += result.detailLines.map { "  " + $0 }
        lines += advice
        return lines
    }

    /// What was expected, what was seen, and where the expectation is written.
    private var facts: [String] {
        let frames = result.frames.isEmpty ? "" : " (\(FindingLine.named(result.frames)))"
        var facts = ["expected: " + escaped(result.expected), "seen:     " + escaped(result.seen) + frames]
        if let position = result.position { facts.append("written:  " + position.text) }
        return facts
    }

    /// With all expectations shown, how each was judged stands in front.
    private var head: String {
        let style = options.style
        let name = style(.heading, escaped(result.name))
        let file = escaped(trace.path)
        if options.explains {
            let word =
                switch result.state {
                case .met: result.fails ? "FAILED" : "ok"
                case .failed, .unmatched, .undetermined: result.state.rawValue.uppercased()
                }
            return "\(file): \(style(role, word)) expectation \(name)"
        }
        return "\(file): expectation \(name) " + style(role, result.state == .met ? "failed" : result.state.rawValue)
    }

    private var role: TextStyle.Role { result.fails ? .bad : result.state == .met ? .good : .caution }

    private var advice: [String] {
        let shown = result.advice.prefix(Self.adviceShown)
        guard !shown.isEmpty else { return [] }
        return ["  advice:"]
            + shown.flatMap { PlainText.wrap(escaped($0), first: "    - ", rest: "      ") }
    }
}
