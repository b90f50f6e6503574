import SIPDialogs
import SIPFindings
import SIPReporting
import SIPWatchKit
import TraceTypes

/// Prints what a live analysis tells.
final class LiveDisplay {
    private let live: LiveText
    private let options: AnalysisOptions
    private let style: TextStyle
    private let isLines: Bool
    private let showsFigures: Bool
    /// Findings already told of open exchanges, by exchange.
    private var told: [Int: Set<String>] = [:]
    private var outcomes: [String: Int] = [:]
    private var others: [String: Int] = [:]
    private var findings: [String: Int] = [:]

    init(_ invocation: Invocation, _ options: AnalysisOptions) {
        self.options = options
        style = TextStyle(isColored: invocation.options.color.isOn)
        live = LiveText(catalog: options.catalog, style: style)
        showsFigures = invocation.options.showsFigures
        isLines = invocation.options.format == .jsonLines || invocation.options.format == .json
    }

    /// Has an analyzer tell what happens.
    func follow(_ analyzer: inout Analyzer) {
        analyzer.onFinished = finished
        guard !isLines else { return }
        analyzer.onMessage = { [self] in message($0.exchange, $0.message) }
        analyzer.onDue = due
    }

    private func message(_ exchange: Exchange, _ index: MessageIndex) {
        if let line = live.line(exchange, index) { print(line) }
    }

    /// Tells the findings on an open exchange that have become certain; what is likely may still turn out otherwise.
    private func due(_ exchange: Exchange, _ found: [Finding]) {
        tell(found.filter { $0.confidence != .likely }, exchange)
    }

    private func tell(_ found: [Finding], _ exchange: Exchange) {
        for finding in found {
            let key = "\(finding.rule) \(finding.frames.first?.rawValue ?? 0)"
            guard told[exchange.id, default: []].insert(key).inserted else { continue }
            findings[finding.severity.rawValue, default: 0] += 1
            print(live.line(finding, exchange))
        }
    }

    private func finished(_ exchange: Exchange, _ found: [Finding]) {
        let judged = JudgedExchange(keeping: exchange, found, options.timers)
        if exchange.kind == .call {
            outcomes[judged.summary.outcome, default: 0] += 1
        } else {
            others[judged.summary.countedAs, default: 0] += 1
        }
        if isLines {
            print(ExchangeJSON(judged: judged, catalog: options.catalog, timers: options.timers).line)
        } else {
            tell(found, exchange)
        }
        told[exchange.id] = nil
    }

    /// Sums up.
    func end(_ report: Report) {
        guard !isLines else { return }
        print("\n" + TextReport(report, style: style).account)
        print(live.calls(outcomes) + "\n")
        if let line = TextReport.outsideOfCalls(others, options.catalog) { print(line + "\n") }
        print(live.findings(findings) + "\n")
        if showsFigures { print(TextReport(report, style: style).figures) }
    }

    private func print(_ text: String) {
        Console.output(text)
        Console.flush()
    }
}
