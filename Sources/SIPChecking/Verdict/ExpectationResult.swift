import TraceTypes

/// How an expectation was judged.
public struct ExpectationResult: Sendable {
    /// How it ended.
    public enum State: String, Sendable, CaseIterable {
        /// The trace is as expected.
        case met
        /// It is not.
        case failed
        /// Nothing in the trace is what the expectation is about.
        case unmatched
        /// The trace ends, or begins, too late to tell.
        case undetermined
    }

    /// What it is about, for people: `call 1 (alice → bob)`, `counts`, `findings`, `snapshot`.
    public var subject: String
    /// What is expected of it, as its key in the file has it: `outcome`, `transfers[1].final-status`.
    public var aspect: String
    /// How it ended.
    public var state: State
    /// Whether it fails the check.
    public var fails: Bool
    /// What was expected, in a line.
    public var expected: String
    /// What was seen, in a line.
    public var seen: String
    /// The frames that show what was seen; empty where it is about no message.
    public var frames: [FrameNumber] = []
    /// The exchange that it is about.
    public var exchange: Int?
    /// What the catalog advises, the first thing first.
    public var advice: [String] = []
    /// Further lines, such as a difference.
    public var details: [String] = []
    /// Where it is written.
    public var position: SourcePosition?

    /// Makes a result.
    public init(
        _ subject: String, _ aspect: String, _ state: State, expected: String, seen: String, fails: Bool? = nil,
        position: SourcePosition? = nil
    ) {
        self.subject = subject
        self.aspect = aspect
        self.state = state
        self.fails = fails ?? (state != .met)
        self.expected = expected
        self.seen = seen
        self.position = position
    }

    /// Its name, for a list of test cases: `call 1 (alice → bob): outcome`.
    public var name: String { aspect.isEmpty ? subject : "\(subject): \(aspect)" }
}
