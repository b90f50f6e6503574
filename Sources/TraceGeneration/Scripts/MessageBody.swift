/// What a message carries below its header.
enum MessageBody: Sendable, Equatable {
    /// The direction attribute of an SDP media description (RFC 8866 section 6.7).
    enum MediaDirection: String, Sendable {
        case sendrecv, sendonly, recvonly
    }

    case none
    /// An SDP offer; `version` counts the changes of the session from 0.
    case offer(MediaDirection, version: Int)
    /// An SDP answer.
    case answer(MediaDirection, version: Int)
    /// The status line of a referred request (RFC 3515 section 2.4.5).
    case sipfrag(Int)
    /// A line of plain text.
    case text
    /// The state of a mailbox (RFC 3842).
    case messageSummary
}
