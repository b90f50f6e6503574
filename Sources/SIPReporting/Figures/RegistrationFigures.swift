import SIPDialogs
import TraceTypes

/// What was counted and measured of attempts to register.
public struct RegistrationFigures: Sendable {
    /// How the attempts ended.
    public private(set) var counts = AttemptCounts()
    /// From the first REGISTER of an attempt, through challenges, to its 2xx.
    public private(set) var delay = Distribution()

    /// Attempts that failed by RFC 6076 section 4.2: 4xx other than 401, 402 and 407, 5xx, 6xx, or no response.
    public var ineffective: Int {
        counts.failures.count(in: 400...699) - counts.failures.count(of: 401, 402, 407) + counts.unanswered
    }

    /// Counts a registration. What a capture begins in the middle of may have a first REGISTER that did not pass.
    mutating func add(_ exchange: Exchange, _ attempts: [Attempt]) {
        if exchange.isPartial { counts.partial += 1 }
        for attempt in attempts.dropFirst(exchange.isPartial ? 1 : 0) {
            counts.add(attempt)
            if attempt.ending == .answered, let end = attempt.decisive.flatMap({ exchange.transactions[$0].finalTime })
            {
                delay.add(end - exchange.start(of: attempt))
            }
        }
    }
}
