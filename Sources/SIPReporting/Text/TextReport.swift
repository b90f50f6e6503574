import SIPDialogs
import SIPFindings

/// The report that people read: the account, the calls, and each call with something to say in full.
public struct TextReport {
    /// Which calls are shown in full.
    public enum Selection: Sendable {
        /// Those with findings, as far as their messages were kept.
        case withFindings
        /// All whose messages were kept.
        case all
    }

    private let report: Report
    private let style: TextStyle
    private let selection: Selection

    /// Makes a renderer.
    public init(_ report: Report, style: TextStyle, selection: Selection = .withFindings) {
        self.report = report
        self.style = style
        self.selection = selection
    }

    /// Hands over the report piece by piece, each with its line ends.
    public func write(to output: (String) -> Void) {
        output(joined(AccountText(report: report, style: style).lines))
        guard report.counts.total > 0 else { return output("No SIP in what was read.\n") }
        output("\n" + joined(CallTable(report: report, style: style).lines))
        var untold = 0
        for judged in report.exchanges where selection == .all || !judged.findings.isEmpty {
            if judged.exchange == nil {
                untold += judged.findings.isEmpty ? 0 : 1
            } else {
                output("\n" + joined(CallText(judged: judged, report: report, style: style).lines))
            }
        }
        if untold > 0 {
            output("\n\(counted(untold, "more call")) with findings; --details all shows them, --call N one of them\n")
        }
        output("\n" + joined([total]))
    }

    private var total: String {
        let findings = report.findings
        guard !findings.isEmpty else { return style(.good, "No findings.") }
        let bySeverity = Severity.allCases.reversed().compactMap { severity in
            let count = findings.count { $0.severity == severity }
            return count > 0 ? counted(count, severity.rawValue) : nil
        }
        return style(.heading, "\(counted(findings.count, "finding")): \(bySeverity.joined(separator: ", "))")
    }

    private func joined(_ lines: [String]) -> String {
        lines.map { $0 + "\n" }.joined()
    }
}
