import SIPParsing
import TraceTypes

/// How a registration, a subscription or another request outside of a dialog ended, or stands.
public enum RequestOutcome: String, Sendable, CaseIterable {
    case succeeded, redirected, unauthorized, rejected
    /// No final response, and the deadline for one passed.
    case unanswered
    /// The capture ended, or began, too late to tell.
    case undetermined
}

/// What a request outside of a call came to, after all its retries.
public struct RequestResult: Sendable {
    /// The outcome.
    public var outcome: RequestOutcome
    /// The final status; 0 where none was seen.
    public var status: UInt16 = 0
    /// The final response.
    public var final: MessageIndex?
}

extension Exchange {
    /// What the last request of an exchange that is no call came to; of a subscription, the last SUBSCRIBE.
    public func requestResult(_ timers: TimerValues) -> RequestResult {
        let requests = transactions.filter { $0.primary == nil && $0.method != .ack }
        let own = requests.filter { $0.method != .notify }
        guard let last = own.last ?? requests.last else { return RequestResult(outcome: .undetermined) }
        var result = RequestResult(outcome: .undetermined, status: last.finalStatus, final: last.final)
        switch last.finalStatus {
        case 0:
            let isOver = observedUntil - last.startTime >= timers.transactionTimeout
            if isOver, last.request != nil, !isEvicted { result.outcome = .unanswered }
        case ..<300: result.outcome = .succeeded
        case ..<400: result.outcome = .redirected
        case 401, 407:
            let isSettled = last.finalTime.map { observedUntil - $0 >= Self.reactionTime } ?? true
            result.outcome = isSettled ? .unauthorized : .undetermined
        default: result.outcome = .rejected
        }
        return result
    }
}
