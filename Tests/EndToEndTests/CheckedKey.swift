/// A key of a file of expectations: what a fixture meets, and what it does not.
struct CheckedKey: Sendable, CustomStringConvertible {
    /// How an expectation that is not met is told.
    struct Failure: Sendable {
        /// What the expectation is about.
        let aspect: String
        /// What is told to have been seen; `…` at its end stands for the rest.
        let seen: String
        /// The frames that show it.
        let frames: [Int]
        /// How the judging ended.
        let state: String
        /// The word at the place that is given for the expectation.
        let written: String

        init(_ aspect: String, seen: String, frames: [Int] = [], state: String = "failed", written: String) {
            self.aspect = aspect
            self.seen = seen
            self.frames = frames
            self.state = state
            self.written = written
        }
    }

    /// The part of the file in which it stands, as the grammar calls it.
    let section: String
    let key: String
    let fixture: String
    /// Expectations with the key.
    let met, failed: String
    /// What is told of those that are not met; nil where a finding fails the check for want of a suppression.
    let failure: Failure?
    /// The exit status that goes with it.
    let status: Int32

    init(
        _ section: String, _ key: String, _ fixture: String, met: String, failed: String, status: Int32 = 1,
        _ failure: Failure? = nil
    ) {
        self.section = section
        self.key = key
        self.fixture = fixture
        let frame = Self.frames[section] ?? ("", "")
        self.met = frame.head + met + frame.tail
        self.failed = frame.head + failed + frame.tail
        self.failure = failure
        self.status = status
    }

    var description: String { "\(key) of \(section)" }

    /// What stands around the keys of each part.
    private static let frames: [String: (head: String, tail: String)] = [
        "a call": ("calls: {", "}"), "the match of a call": ("calls: {match: {", "}}"),
        "a registration": ("registrations: {", "}"), "a transfer": ("transfers: {", "}"),
        "a redirect": ("redirects: {", "}"), "a message": ("messages: {", "}"),
        "the match of a message": ("messages: {match: {", "}, count: 1}"),
        "sdp": ("messages: {match: {request: INVITE}, sdp: {", "}}"), "findings": ("findings: {", "}"),
        "a suppression": ("suppress: {", "}"),
    ]

    /// At least one for each key of the grammar.
    static let all = file + calls + callMatches + registrations + transfers + messages + descriptions + findings
}
