import Foundation
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
        let analysis = try AnalysisOptions(invocation)
        let plan = try OutputPlan.make(invocation)
        do throws(AnalysisError) {
            return try watch(try plan.get(), analysis)
        } catch {
            Console.complain(error.description)
            return .trouble
        }
    }

    private func watch(_ plan: OutputPlan, _ analysis: AnalysisOptions) throws(AnalysisError) -> ExitStatus {
        let display = LiveDisplay(invocation, analysis)
        var analysis = analysis
        analysis.retention = .none
        var analyzer = Analyzer(options: analysis)
        display.follow(&analyzer)
        let result = try analyzer.watch(options(plan.save), handlers(plan.reportFile))
        display.end(result.report)
        return result.hasTrouble ? .trouble : .done
    }

    /// Signals are caught once privileges were given up: catching them takes a thread, and threads started before would
    /// not be barred from gaining new ones.
    private func handlers(_ reportFile: ReportFile?) -> WatchHandlers {
        var signals: Signals?
        var handlers = WatchHandlers { Timestamp(nanoseconds: Int64(Date().timeIntervalSince1970 * 1e9)) }
        handlers.onStart = {
            signals = Signals()
            signals?.catchRequests(hasFiles: invocation.options.savePath != nil || reportFile != nil)
            if !invocation.options.isQuiet { Console.error(started) }
        }
        // Nobody reads on where results can no longer be written, as on a terminal that is gone.
        handlers.requests = { (signals?.take() ?? []).union(Console.problem == nil ? [] : .stop) }
        handlers.onNotice = { Console.complain($0.description) }
        handlers.onAccount = { Console.error(TextReport($0, style: TextStyle(isColored: false)).account) }
        handlers.flush = Console.flush
        handlers.reportFile = reportFile
        return handlers
    }

    private func options(_ save: SaveOptions?) -> WatchOptions {
        let values = invocation.options
        var options = WatchOptions()
        options.devices = values.interfaces
        options.filter = invocation.captureFilter
        options.snapLength = Int32(clamping: values.snapshotLength)
        options.bufferSize = values.bufferSize.map {
            Int32(clamping: $0.multipliedReportingOverflow(by: 1_024).partialValue)
        }
        options.isPromiscuous = values.isPromiscuous
        options.isImmediate = values.isImmediate
        options.timestampSource = values.timestampType
        options.duration = values.duration
        options.count = values.count.map { UInt64(clamping: $0) }
        options.save = save
        options.user = values.user
        return options
    }

    private var started: String {
        let devices = invocation.options.interfaces.joined(separator: ", ")
        return "watching \(devices) for \(invocation.captureFilter ?? "SIP"); Ctrl-C ends and sums up\n"
    }
}
