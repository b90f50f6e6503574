/// How a call ended, or stands.
public enum CallOutcome: String, Sendable, CaseIterable {
    case answered, cancelled, declined, busy, unavailable, redirected, forbidden, unauthorized, blocked, failed
    /// No final response, and the deadline for one passed.
    case unanswered
    /// The capture ended, or began, too late to tell.
    case undetermined

    /// The outcome that a final status other than 401 and 407 means; `isNetworkBlock` tells a 603 of the network-blocked
    /// profile from one of a user.
    init(finalStatus status: UInt16, isNetworkBlock: Bool) {
        self =
            switch status {
            case 200...299: .answered
            case 300...399: .redirected
            case 401, 407: .unauthorized
            case 403: .forbidden
            case 404, 408, 410, 480, 484, 604: .unavailable
            case 486, 600: .busy
            case 487: .cancelled
            case 603: isNetworkBlock ? .blocked : .declined
            case 607: .declined
            case 608: .blocked
            default: .failed
            }
    }
}
