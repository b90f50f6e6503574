import Foundation
import SIPDialogs
import SIPFindings
import SIPReporting
import SIPWatchKit
import TraceTypes

/// `sipwatch FILE…`: the report on saved captures.
struct AnalyzeCommand {
    private let invocation: Invocation

    init(_ invocation: Invocation) {
        self.invocation = invocation
    }

    func run() throws(UsageError) -> ExitStatus {
        try Self.checkOperands(invocation)
        try FollowCommand.check(invocation)
        let options = try AnalysisOptions(invocation)
        let plan = try OutputPlan.make(invocation)
        do throws(AnalysisError) {
            guard !invocation.options.isFollowing else {
                return try FollowCommand(invocation, options).run(try plan.get())
            }
            return try analyze(try plan.get(), options)
        } catch {
            Console.complain(error.description)
            return .trouble
        }
    }

    private func analyze(_ plan: OutputPlan, _ options: AnalysisOptions) throws(AnalysisError) -> ExitStatus {
        var options = options
        let format = invocation.options.format
        if invocation.options.calls.isEmpty { options.lists = listForm(format) }
        if format == .jsonLines, plan.save?.savesCallsOnly != true { options.retention = .none }
        var hasTrouble = false
        let report = try Self.read(
            invocation.operands, invocation, options, save: plan.save,
            onFinished: format == .jsonLines ? printLine(options) : nil
        ) { notice in
            Console.complain(notice.description)
            hasTrouble = true
        }
        guard hasCalls(report, plan) else {
            let filtered = options.filter == nil ? "" : " among those that the filter shows"
            Console.complain(
                "no such call\(filtered); 'sipwatch \(invocation.operands.joined(separator: " "))' lists them")
            return .trouble
        }
        write(report, format)
        return hasTrouble ? .trouble : .done
    }

    private func listForm(_ format: OutputFormat) -> AnalysisOptions.ListForm? {
        switch format {
        case .json: .json
        case .jsonLines: nil
        case .text, .markdown, .html: .text(TextStyle(isColored: invocation.options.color.isOn))
        }
    }

    /// Reads the files, with progress on a terminal.
    static func read(
        _ files: [String], _ invocation: Invocation, _ options: AnalysisOptions, save: SaveOptions? = nil,
        onFinished: ((Exchange, [Finding]) -> Void)? = nil, onNotice: ((WatchNotice) -> Void)? = nil
    ) throws(AnalysisError) -> Report {
        let progress = Progress(isQuiet: invocation.options.isQuiet)
        defer { progress.clear() }
        // Reading standard input is ended by Ctrl-C, and still reported on.
        let signals = files.contains("-") ? Signals() : nil
        return try Analyzer.analyze(
            files: files, filter: invocation.captureFilter, shouldStop: signals?.shouldStop,
            limit: invocation.options.count.map { UInt64(clamping: $0) }, options: options, save: save,
            onFinished: onFinished, progress: progress.update, onNotice: onNotice)
    }

    /// Catches a command that was misspelt: a word that is no file, but nearly a command.
    static func checkOperands(_ invocation: Invocation) throws(UsageError) {
        guard let first = invocation.operands.first, first != "-", !FileManager.default.fileExists(atPath: first),
            let command = suggestion(for: first, in: CommandName.allCases.map(\.rawValue))
        else { return }
        throw UsageError("\(quoted(first)) is neither a file nor a command; did you mean '\(command)'?")
    }

    private func printLine(_ options: AnalysisOptions) -> (Exchange, [Finding]) -> Void {
        { exchange, findings in
            let judged = JudgedExchange(keeping: exchange, findings, options.timers)
            Console.output(ExchangeJSON(judged: judged, catalog: options.catalog, timers: options.timers).line)
        }
    }

    private func write(_ report: Report, _ format: OutputFormat) {
        switch format {
        case .json: ReportJSON(report).write(to: Console.output)
        case .jsonLines: break
        case .text, .markdown, .html:
            let style = TextStyle(isColored: invocation.options.color.isOn)
            if invocation.options.calls.isEmpty {
                TextReport(report, style: style, showsFigures: invocation.options.showsFigures)
                    .write(to: Console.output)
            } else {
                let selected = report.exchanges.filter { $0.exchange != nil }
                TextReport(report, style: style).write(selected, to: Console.output)
            }
        }
    }

    /// Whether any of the calls that were asked for is there, if any was and the report keeps it.
    private func hasCalls(_ report: Report, _ plan: OutputPlan) -> Bool {
        let isKept = invocation.options.format != .jsonLines || plan.save?.savesCallsOnly == true
        return invocation.options.calls.isEmpty || !isKept || report.exchanges.contains { $0.exchange != nil }
    }
}
