/// What it means to give an option more than once.
enum Repetition: Sendable {
    /// The last one counts, so that a shell alias can set what the command line overrides.
    case lastCounts
    /// All values count, in the order given.
    case collects
    /// It is an error, because one of the values would be lost in silence.
    case refused
}
