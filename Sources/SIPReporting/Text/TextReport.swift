import SIPDialogs
import SIPFindings

/// The report that people read: the account, the calls, and each call with something to say in full.
public struct TextReport {
    private let report: Report
    private let style: TextStyle
    private let showsFigures: Bool

    /// Makes a renderer; `showsFigures` puts the figures behind the list of calls.
    public init(_ report: Report, style: TextStyle, showsFigures: Bool = false) {
        self.report = report
        self.style = style
        self.showsFigures = showsFigures
    }

    /// Hands over the report piece by piece, each with its line ends.
    public func write(to output: (String) -> Void) {
        output(account)
        guard report.counts.total > 0 else { return output("No SIP in what was read.\n") }
        output("\n")
        CallTable(report: report, style: style).write(to: output)
        if showsFigures { output(figures) }
        write(report.exchanges.filter { $0.isTold && $0.exchange != nil }, to: output)
        let totals = report.totals
        let rest = [
            totals.untoldWithFindings > 0
                ? counted(totals.untoldWithFindings, "more call") + " with findings" : nil,
            totals.untoldFailures > 0 ? counted(totals.untoldFailures, "more call") + " that failed" : nil,
        ].compactMap { $0 }
        if !rest.isEmpty {
            output("\n\(rest.joined(separator: " and ")); --details all shows them, --call N one of them\n")
        }
        output("\n" + joined([total]))
    }

    /// Hands over these exchanges alone, each in full.
    public func write(_ exchanges: [JudgedExchange], to output: (String) -> Void) {
        var explained: [String: Int] = [:]
        for judged in exchanges {
            var lines = CallText(judged: judged, report: report, style: style).lines
            if judged.isTold, let exchange = judged.exchange,
                let response = ResponseText(exchange, report, style: style)
            {
                let advised = Set(judged.findings.flatMap(\.advice))
                lines += [""] + response.lines(toldAt: explained[response.key], without: advised)
                explained[response.key] = explained[response.key] ?? judged.summary.id
            }
            output("\n" + joined(lines))
        }
    }

    /// The account of frames and messages alone.
    public var account: String {
        joined(AccountText(report: report, style: style).lines)
    }

    /// The figures, behind an empty line; nothing where there was no attempt.
    public var figures: String {
        let lines = FiguresText(figures: report.figures, style: style).lines
        return lines.isEmpty ? "" : "\n" + joined(lines)
    }

    /// Registrations, subscriptions and other requests, counted by method and outcome, in a line without its end; nil
    /// where there are none.
    public static func outsideOfCalls(_ counts: [String: Int]) -> String? {
        guard !counts.isEmpty else { return nil }
        let parts = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return "Outside of calls: " + parts.map { "\($0.key) ×\($0.value)" }.joined(separator: ", ")
    }

    /// How many findings there are, by severity, in a line without its end.
    public var total: String {
        let counts = report.totals.findings
        return Self.total(of: counts, style: style) + (counts.isEmpty ? "." : "")
    }

    /// The same of any findings.
    public static func total(of findings: [Finding], style: TextStyle) -> String {
        total(of: findings.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }, style: style)
    }

    private static func total(of counts: [Severity: Int], style: TextStyle) -> String {
        guard !counts.isEmpty else { return style(.good, "No findings") }
        let bySeverity = Severity.allCases.reversed().compactMap { severity in
            counts[severity].map { counted($0, severity.rawValue) }
        }
        return style(
            .heading, "\(counted(counts.values.reduce(0, +), "finding")): \(bySeverity.joined(separator: ", "))")
    }

    private func joined(_ lines: [String]) -> String {
        lines.map { $0 + "\n" }.joined()
    }
}
