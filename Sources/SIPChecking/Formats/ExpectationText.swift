import SIPReporting
import TraceTypes

/// How an expectation was judged, as a block of lines: what was expected and seen, where it is written, the ladder
/// around the frames, what to do.
struct ExpectationText {
    private let result: ExpectationResult
    private let trace: TraceVerdict
    private let options: CheckFormatOptions

    init(_ result: ExpectationResult, _ trace: TraceVerdict, _ options: CheckFormatOptions) {
        self.result = result
        self.trace = trace
        self.options = options
    }

    var lines: [String] {
        guard result.isShown else {
            return ["\(head): expected \(escaped(result.expected)), seen \(escaped(result.seen))\(frames)"]
        }
        var lines = [head] + facts.map { "  " + $0 }
        lines += FailureText.ladder(of: trace.exchange(result.exchange), around: result.frames)
        lines += result.detailLines.map { "  " + $0 }
        return lines + FailureText.advice(result.advice, options.catalog)
    }

    private var frames: String { result.frames.isEmpty ? "" : " (\(FindingLine.named(result.frames)))" }

    /// What was expected, what was seen, and where the expectation is written.
    private var facts: [String] {
        var facts = ["expected: " + escaped(result.expected), "seen:     " + escaped(result.seen) + frames]
        if let position = result.position { facts.append("written:  " + position.text) }
        return facts
    }

    /// As the lines of findings: `run.pcap: error expectation/failed call 1 (alice → bob): outcome`.
    private var head: String {
        let style = options.style
        let word = result.fails ? "error" : result.state == .met ? "ok" : "info"
        let kind = result.isShown ? result.rule : "expectation"
        return "\(escaped(trace.path)): \(style(role, word)) \(kind) \(style(.heading, escaped(result.name)))"
    }

    private var role: TextStyle.Role { result.fails ? .bad : result.state == .met ? .good : .caution }
}
