import SIPFindings
import SIPReporting
import TraceTypes

/// A case of a test report: the trace as such, an exchange, or an expectation.
struct CheckCase {
    /// How it ended.
    enum Result: Equatable {
        case passed
        /// Nothing was judged that counts, for a reason.
        case skipped(reason: String)
        /// Something is not as it should be.
        case failed
        /// There was nothing to judge.
        case broken
    }

    /// Its name within the trace.
    var name: String
    /// How long the exchange took, for a case that is about one.
    var length: TimeSpan?
    /// How it ended.
    var result = Result.passed
    /// What fails, the first thing first; empty unless it failed or broke.
    var failures: [CheckFailure] = []
    /// What is worth saying although nothing fails, line by line.
    var notes: [String] = []
}

/// Why a case fails.
struct CheckFailure {
    /// The rule, the problem's kind, or what became of the expectation: `expectation/failed`.
    var rule: String
    /// `error`, `warning`, `info`.
    var severity: Severity
    /// What is wrong, in a line.
    var message: String
    /// The frames that show it.
    var frames: [FrameNumber] = []
    /// What was expected, and what was seen instead.
    var difference: (expected: String, seen: String)?
    /// Where it is written.
    var position: SourcePosition?
    /// The ladder around the frames, and details.
    var details: [String] = []
    /// What to do.
    var advice: [String] = []

    /// All of it, line by line.
    var lines: [String] {
        var lines = ["\(rule): \(message)"]
        if !frames.isEmpty { lines.append(FindingLine.named(frames)) }
        if let difference { lines += ["expected: \(difference.expected)", "seen:     \(difference.seen)"] }
        if let position { lines.append("written:  \(position.text)") }
        lines += details
        if !advice.isEmpty { lines += ["advice:"] + advice.map { "  - " + $0 } }
        return lines
    }
}
