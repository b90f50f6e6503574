/// What the lines of one section say, of the session's or of a medium's, until the section ends.
struct SDPSection {
    /// What a section describes.
    enum Subject {
        case session
        /// A medium, and its `m=` line.
        case medium(Media, line: Range<Int>)
        /// A medium that is not kept: its `m=` line is damaged, or there are too many.
        case nothing
    }

    /// What the section describes.
    var subject: Subject
    /// `i=`.
    var information: String?
    /// `c=`.
    var connections: [SessionDescription.Connection] = []
    /// `b=`.
    var bandwidths: [SessionDescription.Bandwidth] = []
    /// Whether there is a `k=`.
    var hasKey = false
    /// `a=`.
    var attributes = SessionDescription.Attributes()
    /// The sources that `a=ssrc` lines tell of.
    var sources: Set<UInt64> = []

    /// Whether a list of the section has been cut.
    var isCut = false

    /// Begins a section.
    init(_ subject: Subject) {
        self.subject = subject
    }

    /// Whether the section is the session's.
    var isSession: Bool {
        if case .session = subject { true } else { false }
    }

    /// Whether nothing of the section is kept.
    var isIgnored: Bool {
        if case .nothing = subject { true } else { false }
    }

    /// The formats of the section's medium.
    var formats: [String] {
        if case .medium(let medium, _) = subject { medium.formats } else { [] }
    }
}
