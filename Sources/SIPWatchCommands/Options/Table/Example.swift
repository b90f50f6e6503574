/// A command line that shows a use, and what it does.
struct Example: Sendable {
    /// What is typed, with everything a shell needs.
    let line: String
    /// What it does, as one sentence.
    let explanation: String
    /// Whether the general help leads with it.
    let isLeading: Bool

    init(_ line: String, _ explanation: String, isLeading: Bool = false) {
        self.line = line
        self.explanation = explanation
        self.isLeading = isLeading
    }
}
