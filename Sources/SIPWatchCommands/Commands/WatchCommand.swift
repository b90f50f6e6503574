import Foundation
import SIPDialogs
import SIPFindings
import SIPReporting
import SIPWatchKit
import TraceTypes

/// `sipwatch -i DEVICE`: what happens, while it happens.
struct WatchCommand {
    private let invocation: Invocation

    init(_ invocation: Invocation) {
        self.invocation = invocation
    }

    func run() throws(UsageError) -> ExitStatus {
        let stop = StopFlag()
        let display = LiveDisplay(invocation)
        var analysis = AnalysisOptions(invocation)
        analysis.retention = .none
        var analyzer = Analyzer(options: analysis)
        analyzer.onFinished = display.finished
        if invocation.options.format == .text {
            analyzer.onMessage = { display.message($0.exchange, $0.message) }
            analyzer.onDue = display.due
        }
        do throws(AnalysisError) {
            let report = try analyzer.watch(
                watchOptions, now: { Timestamp(nanoseconds: Int64(Date().timeIntervalSince1970 * 1e9)) },
                onStart: { if !invocation.options.isQuiet { Console.error(started) } }, shouldStop: { stop.isRaised })
            display.end(report)
            return .done
        } catch {
            Console.complain(error.description)
            return .trouble
        }
    }

    private var watchOptions: WatchOptions {
        let values = invocation.options
        var options = WatchOptions()
        options.device = values.interface
        options.filter = invocation.captureFilter
        options.snapLength = Int32(clamping: values.snapshotLength)
        options.bufferSize = values.bufferSize.map {
            Int32(clamping: $0.multipliedReportingOverflow(by: 1_024).partialValue)
        }
        options.isPromiscuous = values.isPromiscuous
        options.duration = values.duration
        options.count = values.count.map { UInt64(clamping: $0) }
        return options
    }

    private var started: String {
        "watching \(invocation.options.interface) for \(invocation.captureFilter ?? "SIP"); Ctrl-C ends and sums up\n"
    }
}

/// Prints what a live analysis tells.
private final class LiveDisplay {
    private let live: LiveText
    private let options: AnalysisOptions
    private let style: TextStyle
    private let isLines: Bool
    /// Findings already told of open exchanges, by exchange.
    private var told: [Int: Set<String>] = [:]
    private var outcomes: [String: Int] = [:]
    private var findings: [String: Int] = [:]

    init(_ invocation: Invocation) {
        options = AnalysisOptions(invocation)
        style = TextStyle(isColored: invocation.options.color.isOn)
        live = LiveText(catalog: options.catalog, style: style)
        isLines = invocation.options.format == .jsonLines || invocation.options.format == .json
    }

    func message(_ exchange: Exchange, _ index: MessageIndex) {
        if let line = live.line(exchange, index) { print(line) }
    }

    /// Tells the findings on an open exchange that have become certain; what is likely may still turn out otherwise.
    func due(_ exchange: Exchange, _ found: [Finding]) {
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

    func finished(_ exchange: Exchange, _ found: [Finding]) {
        let judged = JudgedExchange(keeping: exchange, found, options.timers)
        if exchange.kind == .call { outcomes[judged.summary.outcome, default: 0] += 1 }
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
        let calls = outcomes.values.reduce(0, +)
        let kinds = outcomes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
        let found = ["error", "warning", "info"].compactMap { word in findings[word].map { "\(word) \($0)" } }
        print("\n" + TextReport(report, style: style).account)
        print("Calls: \(calls)\(kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))")\n")
        print("Findings: \(found.isEmpty ? "none" : found.joined(separator: ", "))\n")
    }

    private func print(_ text: String) {
        Console.output(text)
        Console.flush()
    }
}
