/// Why a command line cannot be followed; the description says what is wrong and what would do.
public struct OptionError: Error, Equatable, CustomStringConvertible {
    /// One line, without the name of the program.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
