import SIPDialogs
import SIPParsing
import SIPReporting
import TraceTypes

/// A length of time of a call, as far as the trace shows it.
enum MeasuredTime {
    /// It is known, with the message that ended it.
    case known(TimeSpan, FrameNumber?)
    /// It was not over when the trace ended: it is at least so long.
    case running(atLeast: TimeSpan, String)
    /// There is no such time.
    case none(String)
    /// The trace cannot tell.
    case unknown(String)
}

/// How long the parts of a call took.
extension JudgedCall {
    /// A length of time against what it has to be.
    func time(_ time: CallTime, _ wanted: Bound) -> Observation {
        switch measure(time) {
        case .known(let span, let frame):
            return Observation(isMet: wanted.holds(span.nanoseconds), SeenText.seconds(span.nanoseconds), [frame])
        case .running(let span, let words):
            let isPossible = view.exchange.hasLoss || wanted.mayHold(from: span.nanoseconds)
            return Observation(
                isPossible ? .undetermined : .failed,
                "\(words) after \(SeenText.seconds(span.nanoseconds)), \(view.end)",
                [decisiveFrame])
        case .none(let words): return Observation(.failed, words, [decisiveFrame], advice: advice)
        case .unknown(let words): return Observation(.undetermined, words, [decisiveFrame])
        }
    }

    /// A length of time.
    func measure(_ time: CallTime) -> MeasuredTime {
        let measured =
            switch time {
            case .setup: setup
            case .postDial: postDial
            case .ring: ringing
            case .duration: duration
            }
        guard case .known(let span, _) = measured, span < .zero else { return measured }
        return .unknown("the trace has the messages out of order")
    }

    private static let begunBefore = "the call began before the trace"

    /// From the first INVITE to the answer.
    private var setup: MeasuredTime {
        if let delay = facts.setupDelay { return .known(delay, view.frame(facts.dialog?.answer)) }
        guard let start = facts.startTime else { return .unknown(Self.begunBefore) }
        return isOpen ? running(since: start, "not answered") : unanswered
    }

    /// From the first INVITE to the first 180, or 183 with a session description.
    private var postDial: MeasuredTime {
        if let delay = facts.postDialDelay, let start = facts.startTime {
            return .known(delay, frame(at: start + delay) { $0.status == 180 || $0.status == 183 })
        }
        guard let start = facts.startTime else { return .unknown(Self.begunBefore) }
        return isOpen ? running(since: start, "no ringing") : .none("it did not ring: \(outcomeText)")
    }

    /// From the first 180 to the answer, or to the final response or CANCEL.
    private var ringing: MeasuredTime {
        if let ringing = facts.ringing, let start = facts.ringTime {
            return .known(ringing, frame(at: start + ringing) { $0.status >= 200 || $0.method == .cancel })
        }
        guard let start = facts.ringTime else {
            return isOpen ? .unknown("not rung \(view.end)") : .none("it did not ring: \(outcomeText)")
        }
        let isOver = result.status > 0 || facts.dialog?.answerTime != nil
        return isOver ? .unknown("the trace has the messages out of order") : running(since: start, "still ringing")
    }

    /// From the answer to the BYE.
    private var duration: MeasuredTime {
        guard let dialog = facts.dialog, let answer = dialog.answerTime else {
            if facts.dialog?.byeTime != nil || view.exchange.isPartial { return .unknown(Self.begunBefore) }
            return isOpen ? .unknown("not answered \(view.end)") : unanswered
        }
        guard let bye = dialog.byeTime else { return running(since: answer, "still going on") }
        return .known(bye - answer, view.frame(dialog.bye))
    }

    private var unanswered: MeasuredTime {
        result.outcome == .answered ? .unknown("the answer makes no dialog") : .none("not answered: \(outcomeText)")
    }

    private func running(since start: Timestamp, _ words: String) -> MeasuredTime {
        .running(atLeast: max(view.exchange.observedUntil - start, .zero), words)
    }

    /// The frame of the first message of a sort that passed at a time.
    private func frame(at time: Timestamp, where isSought: (MessageRecord) -> Bool) -> FrameNumber? {
        view.exchange.messages.first { $0.time == time && isSought($0) }?.frame
    }
}
