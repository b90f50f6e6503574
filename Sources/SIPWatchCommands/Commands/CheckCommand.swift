import SIPFindings
import SIPReporting
import SIPWatchKit
import TraceTypes

/// `sipwatch check FILE…`: pass or fail. Each file is a capture of its own: none makes another look longer than it is.
struct CheckCommand {
    private let invocation: Invocation
    private let style: TextStyle

    init(_ invocation: Invocation) {
        self.invocation = invocation
        style = TextStyle(isColored: invocation.options.color.isOn)
    }

    func run() throws(UsageError) -> ExitStatus {
        try AnalyzeCommand.checkOperands(invocation)
        let options = try AnalysisOptions(invocation)
        if case .failure(let error) = try OutputPlan.make(invocation) {
            Console.complain(error.description)
            return .trouble
        }
        var found: [Finding] = []
        var tally = options.filter.map(FilterTally.init)
        var checked = 0
        for file in invocation.operands {
            guard let report = read(file, options) else { continue }
            write(report, file)
            found += report.findings
            if let shown = report.filter { tally?.add(shown) }
            checked += 1
        }
        if invocation.options.format == .text, checked > 0 {
            let files = checked > 1 ? " in \(checked) files" : ""
            Console.output(TextReport.total(of: found, style: style, options.catalog) + files + "\n")
            if let tally { Console.output(tally.line(options.catalog) + "\n") }
        }
        guard checked == invocation.operands.count else { return .trouble }
        return found.contains { isFailure($0.severity) } ? .found : .done
    }

    /// The report on a file; nil, with a complaint, where there is nothing to check.
    private func read(_ file: String, _ options: AnalysisOptions) -> Report? {
        do throws(AnalysisError) {
            let report = try AnalyzeCommand.read([file], invocation, options)
            for cut in report.account.inputs.compactMap(\.cut) {
                Console.complain("\(file): \(cut); only what is before that was checked")
            }
            guard report.counts.total == 0 else { return report }
            Console.complain("no SIP in \(quoted(file)): nothing was checked; check the capture's filter and port")
        } catch {
            Console.complain(error.description)
        }
        return nil
    }

    private func isFailure(_ severity: Severity) -> Bool {
        switch invocation.options.failureThreshold {
        case .never: false
        case .error: severity >= .error
        case .warning: severity >= .warning
        case .info: true
        }
    }

    private func write(_ report: Report, _ file: String) {
        if invocation.options.format == .json { return ReportJSON(report).write(to: Console.output) }
        for judged in report.exchanges {
            for finding in judged.findings {
                let line = FindingLine(finding, judged.summary, file: file)
                Console.output(invocation.options.format == .jsonLines ? line.json : line.text + "\n")
            }
        }
    }
}
