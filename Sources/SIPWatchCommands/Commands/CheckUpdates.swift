import SIPChecking
import SIPWatchKit

/// The files that a check brings up to date: the baseline and snapshots.
struct CheckUpdates {
    /// The known findings; nil without a baseline.
    let baseline: BaselineFile?
    private let updatesBaseline: Bool

    /// Refuses `--update` where nothing could be written.
    static func validate(_ invocation: Invocation, _ plan: CheckPlan) throws(UsageError) {
        guard invocation.options.updatesSnapshots, plan.lacksSnapshots else { return }
        throw UsageError(
            "--update has nothing to write, for no snapshot is named; name one with --snapshot, or as 'snapshot: FILE' "
                + "in the expectations", command: .check)
    }

    /// Takes note of all files that are read, and makes sure, before any work, that what is to be written is none of
    /// them, and that what options name can be written. Reads the baseline.
    init(_ invocation: Invocation, _ plan: CheckPlan, _ claims: inout FileClaims) throws(AnalysisError) {
        let values = invocation.options
        updatesBaseline = values.updatesBaseline
        claims.read(plan.inputs)
        if let path = values.baselinePath {
            if updatesBaseline {
                try claims.write(path, as: .baseline)
                try TextFile.check(path: path)
            } else {
                claims.read([path])
            }
        }
        for check in plan.checks {
            guard values.updatesSnapshots else {
                claims.read(check.snapshots)
                continue
            }
            for path in check.snapshots { try claims.write(path, as: .snapshot(of: check.path)) }
        }
        if values.updatesSnapshots, let path = values.snapshotPath { try TextFile.check(path: path) }
        if let path = values.baselinePath {
            baseline = try BaselineFile(path: path, isWritten: updatesBaseline)
        } else {
            baseline = nil
        }
    }

    /// Writes what came of a check. Findings that the baseline knows from now on fail nothing. A snapshot that cannot
    /// be written is a problem of its trace; returns what is wrong with the baseline.
    func write(_ traces: [CheckedTrace], _ verdict: inout CheckVerdict) -> AnalysisError? {
        for (index, trace) in traces.enumerated() {
            for snapshot in trace.snapshots {
                do throws(AnalysisError) {
                    try Self.write(snapshot.text, to: snapshot.path)
                } catch {
                    verdict.traces[index].problems.append(
                        TraceProblem(.unreadable, error.description, fails: true))
                }
            }
        }
        guard updatesBaseline, let baseline else { return nil }
        do throws(AnalysisError) {
            try Self.write(baseline.text(after: traces), to: baseline.path)
            verdict.takeFindingsAsKnown()
            return nil
        } catch {
            return error
        }
    }

    private static func write(_ text: String, to path: String) throws(AnalysisError) {
        let file = try TextFile(path: path)
        file.write(text)
        try file.finish()
    }
}
