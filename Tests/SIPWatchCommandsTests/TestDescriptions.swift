import Testing

@testable import SIPWatchCommands

extension Option: CustomTestStringConvertible {
    /// The name that test results show.
    public var testDescription: String { longSpelling }
}

extension Command: CustomTestStringConvertible {
    /// The name that test results show.
    public var testDescription: String { name.rawValue }
}
