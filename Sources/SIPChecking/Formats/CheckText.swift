import SIPCatalog
import SIPFindings
import SIPReporting
import TraceTypes

/// The verdict for people: a line for each finding and problem, what is around those that fail, a block for each failed
/// expectation, and the counts.
struct CheckText {
    private let verdict: CheckVerdict
    private let options: CheckFormatOptions
    private var style: TextStyle { options.style }

    init(_ verdict: CheckVerdict, _ options: CheckFormatOptions) {
        self.verdict = verdict
        self.options = options
    }

    func write(to output: (String) -> Void) {
        for trace in verdict.traces {
            for problem in trace.problems where options.showsUnreadable || problem.kind != .unreadable {
                output(line(problem, trace) + "\n")
            }
            for found in trace.findings where found.isShown {
                for line in lines(found, trace) { output(line + "\n") }
            }
            for result in trace.expectations where options.explains || result.isShown {
                let text = ExpectationText(result, trace, options)
                output(text.lines.map { $0 + "\n" }.joined())
            }
        }
        if let total { output(total + "\n") }
        if let tally = verdict.filter { output(tally.line(options.catalog) + "\n") }
    }

    /// The line of a finding; of one that fails the check, with the ladder around its frames and what to do.
    private func lines(_ found: CheckedFinding, _ trace: TraceVerdict) -> [String] {
        let exchange = trace.exchange(found.finding.exchange)
        let line = FindingLine(found.finding, kind: exchange?.kind, file: trace.path).text(style)
        guard found.fails else { return [line] }
        return [line] + FailureText.ladder(of: exchange, around: found.finding.frames)
            + FailureText.advice(found.finding.advice, options.catalog)
    }

    /// `run.pcap: error trace/incomplete: …`, or with the place where it is written in front.
    private func line(_ problem: TraceProblem, _ trace: TraceVerdict) -> String {
        let place = problem.position.map(\.text) ?? escaped(trace.path)
        let frames = problem.frames.isEmpty ? "" : " (\(FindingLine.named(problem.frames)))"
        let severity = problem.fails ? style(.bad, "error") : style(.caution, "warning")
        return "\(place): \(severity) \(problem.kind.rawValue)\(frames): \(escaped(problem.message))"
    }

    /// How many findings there are; where there is more to count than that, how much of all.
    private var total: String? {
        let counts = verdict.totals
        let others = counts.expectedFindings + counts.knownFindings + counts.suppressedFindings
        let isBare =
            counts.expectations + others == 0 && verdict.traces.allSatisfy { $0.problems.isEmpty || $0.isUnreadable }
        guard verdict.traces.count == 1, isBare else {
            return CheckSummary(verdict).text(style)
        }
        guard counts.unreadableTraces == 0 else { return nil }
        let findings = verdict.traces.flatMap(\.findings).map(\.finding)
        return TextReport.total(of: findings, style: style, options.catalog)
    }
}

extension CheckedFinding {
    /// Whether people are to see it: it is new, or it fails.
    var isShown: Bool { standing == .new || fails }
}

extension ExpectationResult {
    /// Whether people are to see it: it fails, or it could not be judged.
    var isShown: Bool { fails || state != .met }

    /// Its further lines, behind a mark: what the output is read by takes none of them for a command.
    var detailLines: [String] { details.map { "| " + escaped($0) } }
}

extension SourcePosition {
    /// `run.sipwatch.yaml:3:7`.
    var text: String { "\(escaped(file)):\(line):\(column)" }
}
