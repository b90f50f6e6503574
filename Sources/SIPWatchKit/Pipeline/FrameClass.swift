/// What a frame's payload turned out to be, for the account.
enum FrameClass: Equatable {
    case sip, keepAlive
    case other(String)
    case undecoded(String)
    /// What comes next on the stream will tell.
    case undecided

    /// What a frame with this and with another payload counts as.
    func stronger(than other: FrameClass) -> FrameClass {
        other.strength > strength ? other : self
    }

    private var strength: Int {
        switch self {
        case .sip: 4
        case .undecoded: 3
        case .other: 2
        case .keepAlive: 1
        case .undecided: 0
        }
    }
}

/// A number of frames that share a class, and how many of them a snap length cut.
struct FrameTally: Sendable, Equatable {
    var whole = 0
    var truncated = 0

    /// So many frames of one payload.
    init(_ count: Int = 0, isTruncated: Bool = false) {
        if isTruncated { truncated = count } else { whole = count }
    }

    /// All of them.
    var total: Int { whole + truncated }

    /// Adds others.
    mutating func add(_ other: FrameTally) {
        whole += other.whole
        truncated += other.truncated
    }
}
