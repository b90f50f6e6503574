/// Why an input cannot be analyzed, in one line that says what is wrong and what to do.
public struct AnalysisError: Error, CustomStringConvertible {
    /// The line.
    public let description: String

    /// Makes an error from its line.
    public init(description: String) {
        self.description = description
    }
}
