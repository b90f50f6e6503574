import SIPReporting

/// Holding the exchanges of a trace against the snapshot of an earlier recording.
public enum SnapshotComparison {
    /// Judges a trace by the text of its snapshot, nil where there is no such file. `position` is where the expectations
    /// name it.
    public static func judge(
        snapshotText: String?, _ report: Report, position: SourcePosition? = nil
    ) -> ExpectationResult {
        func result(_ state: ExpectationResult.State, _ seen: String) -> ExpectationResult {
            ExpectationResult(
                "snapshot", "", state, expected: "the exchanges of the snapshot", seen: seen, position: position)
        }
        guard let snapshotText else {
            return result(.failed, "there is no snapshot yet; run with --update to write it")
        }
        let difference = LineDifference(from: snapshotText, to: NormalizedLadder(report).text)
        guard !difference.isEmpty else { return result(.met, "the same exchanges") }
        var failed = result(.failed, seen(difference))
        failed.details = difference.unified
        return failed
    }

    private static func seen(_ difference: LineDifference) -> String {
        guard let counts = difference.counts else { return "other exchanges" }
        let parts = [(counts.removed, "missing"), (counts.inserted, "new")].filter { $0.0 > 0 }
            .map { "\($0.0) \($0.0 == 1 ? "line is" : "lines are") \($0.1)" }
        return parts.joined(separator: ", ") + "; if that is right, run with --update"
    }
}
