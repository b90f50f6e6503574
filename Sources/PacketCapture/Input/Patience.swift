/// What reading does where there are no more bytes for now.
struct Patience: Sendable {
    /// How long one wait for more bytes lasts, in milliseconds.
    static let interval: Int32 = 100

    /// Whether the end of a regular file is taken for a pause in its growth.
    var followsFiles = false
    /// Says that nobody wants to wait any longer; nil to wait for ever.
    var shouldStop: (@Sendable () -> Bool)?

    /// Whether there may be an answer before there are bytes.
    var isPatient: Bool { followsFiles || shouldStop != nil }
    /// Whether what is waited for is to be taken for ended.
    var isOver: Bool { shouldStop?() ?? false }
}
