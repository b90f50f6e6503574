import SIPDialogs
import SIPParsing
import TraceTypes

/// What was counted and measured of attempts to set up a session.
public struct CallFigures: Sendable {
    /// How the attempts ended.
    public private(set) var counts = AttemptCounts()
    /// Cancelled attempts that had a provisional response other than 100 before.
    public private(set) var cancelledRinging = 0
    /// Attempts that the network's analytics blocked: 608, or a 603 that says so (ATIS-1000099).
    public private(set) var blocked = 0
    /// Answered sessions whose BYE was answered with any final response.
    public private(set) var completed = 0
    /// Answered sessions of which the capture does not show how they ended.
    public private(set) var open = 0
    /// From the INVITE to the first sign of an answered attempt.
    public private(set) var requestDelayAnswered = Distribution()
    /// From the INVITE to the first sign of an attempt that failed.
    public private(set) var requestDelayFailed = Distribution()
    /// From the INVITE to the first 180, or 183 with a session description.
    public private(set) var postDialDelay = Distribution()
    /// From the answer to a BYE that was answered.
    public private(set) var durationCompleted = Distribution()
    /// From the answer to the end of Timer F of a BYE that was not answered.
    public private(set) var durationUnanswered = Distribution()
    /// From the answer to the BYE, whatever came of it.
    public private(set) var duration = Distribution()
    /// From the BYE to its 2xx, through challenges and 503.
    public private(set) var disconnectDelayAnswered = Distribution()
    /// From the BYE to the final response that refused it.
    public private(set) var disconnectDelayFailed = Distribution()
    /// From the BYE that was accepted to its 2xx.
    public private(set) var postByeDelay = Distribution()

    /// Counts a call.
    mutating func add(_ exchange: Exchange, _ attempts: [Attempt], _ timers: TimerValues) {
        if exchange.isPartial { counts.partial += 1 }
        for attempt in attempts {
            counts.add(attempt)
            guard attempt.ending != .undetermined else { continue }
            let start = exchange.start(of: attempt)
            if let ringing = exchange.ringingTime(of: attempt) { postDialDelay.add(ringing - start) }
            addRequestDelay(of: attempt, since: start, exchange)
            if attempt.ending == .answered { addSession(of: attempt, exchange, timers) }
        }
    }

    private mutating func addRequestDelay(of attempt: Attempt, since start: Timestamp, _ exchange: Exchange) {
        let ringing = exchange.firstStatusTime(of: attempt)
        let decisive = attempt.decisive.map { exchange.transactions[$0] }
        let sign = ringing ?? decisive?.finalTime
        if attempt.ending == .cancelled, ringing != nil { cancelledRinging += 1 }
        let isBlocked = attempt.status == 603 && exchange.isNetworkBlock(decisive?.final)
        if attempt.ending == .failed, attempt.status == 608 || isBlocked { blocked += 1 }
        guard let sign else { return }
        switch attempt.status {
        case 200...299: requestDelayAnswered.add(sign - start)
        case 401, 402, 407: break
        case 400...699: requestDelayFailed.add(sign - start)
        default: break
        }
    }

    private mutating func addSession(of attempt: Attempt, _ exchange: Exchange, _ timers: TimerValues) {
        guard let dialog = exchange.dialog(of: attempt), let answer = dialog.answerTime, let bye = dialog.byeTime else {
            open += 1
            return
        }
        duration.add(bye - answer)
        switch exchange.end(of: dialog, timers) {
        case .answered(let delay, let last):
            completed += 1
            durationCompleted.add(bye - answer)
            disconnectDelayAnswered.add(delay)
            postByeDelay.add(last)
        case .refused(let delay):
            completed += 1
            durationCompleted.add(bye - answer)
            disconnectDelayFailed.add(delay)
        case .unanswered: durationUnanswered.add(bye - answer + timers.transactionTimeout)
        case .undetermined: open += 1
        }
    }
}

extension TimeSpan {
    fileprivate static func + (left: TimeSpan, right: TimeSpan) -> TimeSpan {
        Timestamp(nanoseconds: left.nanoseconds) + right - Timestamp(nanoseconds: 0)
    }
}
