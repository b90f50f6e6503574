/// Whether bytes that were asked for are there.
enum Supply {
    /// All of them.
    case ready
    /// Not all of them; there may be more later.
    case notYet
    /// Not all of them, and there will be no more.
    case ended
}
