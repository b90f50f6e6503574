import TraceTypes

/// A value that an option was given and that its kind accepts.
enum OptionValue: Equatable, Sendable {
    case flag(Bool)
    case text(String)
    case integer(Int)
    /// No limit: the word `all`.
    case all
    case duration(TimeSpan)
    case choice(String)
}
