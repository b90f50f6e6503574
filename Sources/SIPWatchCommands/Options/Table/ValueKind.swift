/// What an option accepts as its value.
enum ValueKind: Sendable {
    /// No value: the option is on or off.
    case flag
    /// Any text but the empty one.
    case text
    /// The name of a network device; shells complete it.
    case device
    /// The path of a file; shells complete it.
    case path
    /// A whole number within a range, or the word `all` for no limit where that is allowed.
    case integer(ClosedRange<Int>, orAll: Bool = false)
    /// An amount of bytes: millions, or a whole number with `k`, `M` or `G`.
    case size
    /// A length of time: seconds, or a whole number with `ms`, `s`, `m`, `h` or `d`.
    case duration
    /// One of a list of words.
    case choice([Choice])
}
