import SIPCatalog
import SIPFindings
import SIPReporting
import TraceTypes

/// The verdict for people: a line for each finding and problem, a block for each failed expectation, and the counts.
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
            for problem in trace.problems { output(line(problem, trace) + "\n") }
            for found in trace.findings where found.isShown {
                let kind = trace.exchange(found.finding.exchange)?.kind
                output(FindingLine(found.finding, kind: kind, file: trace.path).text(style) + "\n")
            }
            for result in trace.expectations where options.explains || result.isShown {
                let text = ExpectationText(result, trace, options)
                output(text.lines.map { $0 + "\n" }.joined())
            }
        }
        for line in totals { output(line + "\n") }
    }

    /// `run.pcap: trace/incomplete: …`, or with the place where it is written in front.
    private func line(_ problem: TraceProblem, _ trace: TraceVerdict) -> String {
        let place = problem.position.map(\.text) ?? escaped(trace.path)
        let frames = problem.frames.isEmpty ? "" : " (\(FindingLine.named(problem.frames)))"
        let kind = style(problem.fails ? .bad : .caution, problem.kind.rawValue)
        return "\(place): \(kind)\(frames): \(escaped(problem.message))"
    }

    /// How many findings there are; and how much of all else, where there is more to count than that.
    private var totals: [String] {
        let counts = verdict.totals
        let readable = verdict.traces.count - counts.unreadableTraces
        var lines: [String] = []
        if readable > 0 {
            let findings = verdict.traces.flatMap(\.findings).filter { $0.standing == .new }.map(\.finding)
            let files = verdict.traces.count > 1 ? " in \(readable) \(readable == 1 ? "file" : "files")" : ""
            lines.append(TextReport.total(of: findings, style: style, options.catalog) + files)
        }
        let isMore =
            verdict.traces.count > 1 || counts.expectations > 0
            || counts.expectedFindings + counts.knownFindings + counts.suppressedFindings > 0
        if isMore { lines.append(CheckSummary(verdict).text(style)) }
        return lines
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
