import SIPReporting
import SIPWatchKit

/// `sipwatch --follow FILE…`: what happens in captures that are still being written.
struct FollowCommand {
    private let invocation: Invocation
    private let options: AnalysisOptions

    init(_ invocation: Invocation, _ options: AnalysisOptions) {
        self.invocation = invocation
        self.options = options
    }

    /// Shows what is there, and what comes, until Ctrl-C.
    func run(_ plan: OutputPlan) throws(AnalysisError) -> ExitStatus {
        let signals = Signals()
        let display = LiveDisplay(invocation, options)
        var analysis = options
        analysis.retention = .none
        var analyzer = Analyzer(options: analysis)
        display.follow(&analyzer)
        if !invocation.options.isQuiet {
            Console.error("following \(invocation.operands.joined(separator: ", ")); Ctrl-C ends and sums up\n")
        }
        var hasTrouble = false
        let shouldStop = signals.shouldStop
        let report = try analyzer.follow(
            files: invocation.operands, filter: invocation.captureFilter,
            limit: invocation.options.count.map { UInt64(clamping: $0) }, save: plan.save,
            onNotice: { notice in
                Console.complain(notice.description)
                hasTrouble = true
            }, shouldStop: { shouldStop() || Console.problem != nil })
        display.end(report)
        return hasTrouble ? .trouble : .done
    }

    /// Refuses what makes no sense for captures without an end.
    static func check(_ invocation: Invocation) throws(UsageError) {
        guard invocation.options.isFollowing else { return }
        let problem: String? =
            if !invocation.options.calls.isEmpty {
                "--follow shows all calls as they happen; leave --call out, or read the file without --follow"
            } else if invocation.options.format == .json {
                "--follow has no end to close a JSON document at; use -f jsonl"
            } else {
                nil
            }
        if let problem { throw UsageError(problem, command: invocation.command) }
    }
}
