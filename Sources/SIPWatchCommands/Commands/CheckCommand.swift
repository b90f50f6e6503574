import Foundation
import SIPChecking
import SIPReporting
import SIPWatchKit
import TraceTypes

/// `sipwatch check FILE|FOLDER|GLOB…`: pass or fail. Each file is a trace of its own: none makes another look longer than
/// it is.
struct CheckCommand {
    private let invocation: Invocation

    init(_ invocation: Invocation) {
        self.invocation = invocation
    }

    func run() throws(UsageError) -> ExitStatus {
        try CheckPlan.validate(invocation)
        let settings = try CheckSettings(invocation)
        let filter = try CallFilter.asked(by: invocation)
        let found = TraceFinder.find(invocation.operands)
        try CheckPlan.validate(invocation, found.traces)
        let targets = try CheckOutputs.targets(invocation)
        let unreadable = found.unreadable
        var plan: CheckPlan
        do throws(AnalysisError) {
            plan = try CheckPlan(invocation, found.traces, settings, filter)
        } catch {
            Console.complain(error.description)
            return .trouble
        }
        if invocation.options.printsConfiguration {
            Console.output(plan.configurationText)
            unreadable.forEach(complain)
            return unreadable.isEmpty ? .done : .trouble
        }
        if invocation.options.writesExpectations {
            unreadable.forEach(complain)
            let isDone = InitCommand(invocation).run(plan.checks)
            return unreadable.isEmpty && isDone ? .done : .trouble
        }
        plan.readExpectations()
        try CheckUpdates.validate(invocation, plan)
        do throws(AnalysisError) {
            return try check(plan, unreadable, targets)
        } catch {
            Console.complain(error.description)
            return .trouble
        }
    }

    private func check(
        _ checked: CheckPlan, _ unreadable: [TraceVerdict], _ targets: [CheckOutputs.Target]
    ) throws(AnalysisError) -> ExitStatus {
        var plan = checked
        var claims = FileClaims()
        let updates = try CheckUpdates(invocation, plan, &claims)
        if let baseline = updates.baseline { plan.setBaseline(baseline) }
        let outputs = try CheckOutputs(invocation, targets, &claims)
        let progress = CheckProgress(isQuiet: invocation.options.isQuiet)
        let traces = CheckRun(plan.checks, jobs: plan.jobs).run(progress: progress.update)
        progress.clear()
        var verdict = CheckVerdict(traces: traces.map(\.verdict) + unreadable)
        let failure = updates.write(traces, &verdict)
        verdict.traces.filter(\.isUnreadable).forEach(complain)
        if let failure { Console.complain(failure.description) }
        var options = CheckFormatOptions(
            catalog: plan.catalog, program: CommandTable.programName, version: Program.version)
        options.style = TextStyle(isColored: invocation.options.color.isOn)
        options.explains = invocation.options.explains
        options.hasBaseline = updates.baseline != nil
        options.baseFolder = Self.baseFolder
        try outputs.write(verdict, options)
        return failure == nil ? ExitStatus(rawValue: Int32(verdict.exitStatus)) ?? .trouble : .trouble
    }

    /// The folder that a CI service has the project in, else the one at hand: paths below it are told from there.
    private static var baseFolder: String {
        let environment = ProcessInfo.processInfo.environment
        let named = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return named ?? FileManager.default.currentDirectoryPath
    }

    private func complain(_ verdict: TraceVerdict) {
        for problem in verdict.problems where problem.kind == .unreadable {
            let place = problem.position.map { "\($0.file):\($0.line):\($0.column)" } ?? verdict.path
            Console.complain("\(place): \(problem.message)")
        }
    }
}

extension TraceFinder.Result {
    /// Verdicts on words that mean no trace, and on expectations without theirs.
    var unreadable: [TraceVerdict] {
        let lonely = "the trace that these expectations are for is not there; record it, or remove them"
        return (problems.map { ($0.word, $0.message) } + orphans.map { ($0, lonely) }).map { path, message in
            var verdict = TraceVerdict(path: path)
            verdict.problems = [TraceProblem(.unreadable, message, fails: true)]
            return verdict
        }
    }
}
