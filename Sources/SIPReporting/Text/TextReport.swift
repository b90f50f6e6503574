import SIPDialogs
import SIPCatalog
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
        var untold: PhraseValues = [:]
        if totals.untoldWithFindings > 0 { untold["with-findings"] = .number(totals.untoldWithFindings) }
        if totals.untoldFailures > 0 { untold["failed"] = .number(totals.untoldFailures) }
        if untold.count == 2 { untold["both"] = .text(" ") }
        if !untold.isEmpty { output("\n" + report.catalog.text(ReportPhrase.untold, untold) + "\n") }
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
        let lines = FiguresText(figures: report.figures, style: style, catalog: report.catalog).lines
        return lines.isEmpty ? "" : "\n" + joined(lines)
    }

    /// Registrations, subscriptions and other requests, counted by method and outcome, in a line without its end; nil
    /// where there are none.
    public static func outsideOfCalls(_ counts: [String: Int], _ catalog: Catalog) -> String? {
        guard !counts.isEmpty else { return nil }
        let parts = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let names = parts.map { part in
            let words = part.key.split(separator: " ").map { catalog.outcome(String($0)) }
            return "\(words.joined(separator: " ")) ×\(part.value)"
        }
        return catalog.text(ReportPhrase.outsideOfCalls, ["parts": .text(names.joined(separator: ", "))])
    }

    /// How many findings there are, by severity, in a line without its end.
    public var total: String {
        let counts = report.totals.findings
        return Self.total(of: counts, style: style, report.catalog) + (counts.isEmpty ? "." : "")
    }

    /// The same of any findings.
    public static func total(of findings: [Finding], style: TextStyle, _ catalog: Catalog) -> String {
        total(of: findings.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }, style: style, catalog)
    }

    private static func total(of counts: [Severity: Int], style: TextStyle, _ catalog: Catalog) -> String {
        guard !counts.isEmpty else { return style(.good, catalog.text(ReportPhrase.noFindings)) }
        let bySeverity = Severity.allCases.reversed().compactMap { severity in
            counts[severity].map {
                catalog.text(
                    ReportPhrase.severityCount, ["severity": .choice(severity.rawValue), "count": .number($0)])
            }
        }
        let values: PhraseValues = [
            "count": .number(counts.values.reduce(0, +)), "parts": .text(bySeverity.joined(separator: ", ")),
        ]
        return style(.heading, catalog.text(ReportPhrase.findings, values))
    }

    private func joined(_ lines: [String]) -> String {
        lines.map { $0 + "\n" }.joined()
    }
}
