/// How attempts ended: together the parts are all of them.
public struct AttemptCounts: Sendable {
    /// Attempts that were answered with 2xx.
    public internal(set) var answered = 0
    /// Attempts that the caller gave up: 487, or a CANCEL without a final response.
    public internal(set) var cancelled = 0
    /// Attempts that had no final response by their deadline.
    public internal(set) var unanswered = 0
    /// Attempts of which the capture does not show the end; they are in no ratio.
    public internal(set) var undetermined = 0
    /// Calls or registrations that began before the capture did; what they began with is in nothing else.
    public internal(set) var partial = 0
    /// Attempts that ended with another final response, by its status.
    public internal(set) var failures = StatusCounts(limit: 1_000)
    /// Attempts that ended with a final response of any kind, by its status.
    public internal(set) var statuses = StatusCounts(limit: 1_000)

    /// All attempts.
    public var attempts: Int { determined + undetermined }
    /// Attempts of which the end is known.
    public var determined: Int { answered + failures.total + cancelled + unanswered }

    /// Counts an attempt.
    mutating func add(_ attempt: Attempt) {
        switch attempt.ending {
        case .answered: answered += 1
        case .cancelled: cancelled += 1
        case .unanswered: unanswered += 1
        case .failed: failures.add(attempt.status)
        case .undetermined:
            undetermined += 1
            return
        }
        if attempt.status > 0 { statuses.add(attempt.status) }
    }
}
