import SIPFindings
import SIPReporting
import SIPWatchKit

/// `sipwatch check FILE…`: pass or fail.
struct CheckCommand {
    private let invocation: Invocation

    init(_ invocation: Invocation) {
        self.invocation = invocation
    }

    func run() throws(UsageError) -> ExitStatus {
        try AnalyzeCommand.checkOperands(invocation)
        let report: Report
        do throws(AnalysisError) {
            report = try AnalyzeCommand.read(invocation, AnalysisOptions(invocation))
        } catch {
            Console.complain(error.description)
            return .trouble
        }
        guard report.counts.total > 0 else {
            Console.complain(
                "no SIP in \(invocation.operands.map(quoted).joined(separator: ", ")): nothing was checked; "
                    + "check the capture's filter and port")
            return .trouble
        }
        write(report)
        return report.findings.contains { isFailure($0.severity) } ? .found : .done
    }

    private func isFailure(_ severity: Severity) -> Bool {
        switch invocation.options.failureThreshold {
        case .never: false
        case .error: severity >= .error
        case .warning: severity >= .warning
        case .info: true
        }
    }

    private func write(_ report: Report) {
        switch invocation.options.format {
        case .json: ReportJSON(report).write(to: Console.output)
        case .jsonLines:
            for judged in report.exchanges {
                for finding in judged.findings { Console.output(FindingLine(finding, judged.summary).json) }
            }
        case .text, .markdown:
            for judged in report.exchanges {
                for finding in judged.findings { Console.output(FindingLine(finding, judged.summary).text + "\n") }
            }
            Console.output(TextReport(report, style: TextStyle(isColored: invocation.options.color.isOn)).total + "\n")
        }
    }
}
