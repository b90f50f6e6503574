import RegularExpressions
import SIPDialogs
import TraceTypes

/// A transfer that an expectation is about.
struct JudgedTransfer: JudgedPart {
    let view: ExchangeView
    let transfer: Transfer
    let judging: Judging

    private var exchange: Exchange { view.exchange }
    private var came: TransferOutcome { exchange.outcome(of: transfer, judging.timers) }
    private var final: UInt16? { exchange.finalStatus(of: transfer, judging.timers) }

    /// The frame of the REFER.
    var referFrame: FrameNumber? { view.frame(transfer.refer) }

    /// Whether it is `blind` or `attended`.
    func kind(_ wanted: String) -> Observation {
        Observation(isMet: transfer.kind.rawValue == wanted, transfer.kind.rawValue, [referFrame])
    }

    /// The URI of Refer-To.
    func target(_ wanted: TextMatcher) -> Observation {
        guard !transfer.referTo.isEmpty else {
            return Observation(.failed, "no Refer-To that can be read", [referFrame])
        }
        let answer = wanted.answer(forURI: transfer.referTo)
        if answer == .tooCostly { return .tooCostly([referFrame]) }
        return Observation(isMet: answer == .matches, SeenText.shown(transfer.referTo), [referFrame])
    }

    /// The final response to the REFER. Where NOTIFYs tell that it was accepted, the response itself may not have
    /// passed the capture.
    func response(_ wanted: [StatusPattern]) -> Observation {
        let frames = [referFrame, view.frame(transfer.response)]
        guard transfer.responseStatus > 0 else {
            let isOver = exchange.observedUntil - transfer.time >= judging.timers.transactionTimeout
            let isMissed = transfer.isAccepted || exchange.hasLoss || exchange.isEvicted || !isOver
            return Observation(isMissed ? .undetermined : .failed, "no final response", frames)
        }
        return Observation(
            isMet: wanted.contain(transfer.responseStatus),
            view.statusText(transfer.responseStatus, transfer.response), frames,
            advice: judging.advice(for: transfer.response, view))
    }

    /// The final status of the referred call.
    func finalStatus(_ wanted: [StatusPattern]) -> Observation {
        guard let final else {
            return Observation(
                came == .undetermined ? .undetermined : .failed, "none: \(came.rawValue)\(refusal)", frames,
                advice: advice)
        }
        return Observation(isMet: wanted.contain(final), "\(final)", frames, advice: advice)
    }

    /// What came of it: one of some words.
    func outcome(_ wanted: [String]) -> Observation {
        let isMet = wanted.contains(came.rawValue)
        let seen = came.rawValue + (came == .refused ? refusal : final.map { " (\($0))" } ?? "")
        if came == .undetermined, !isMet { return Observation(.undetermined, seen, frames) }
        return Observation(isMet: isMet, seen, frames, advice: advice)
    }

    private var refusal: String {
        came == .refused ? " (\(view.statusText(transfer.responseStatus, transfer.response)))" : ""
    }

    /// The REFER, its response, and the NOTIFY that decided, or else the referred INVITE's final response.
    private var frames: [FrameNumber?] {
        let notify = transfer.reported?.notification.message ?? transfer.subscription.last?.message
        let decisive = transfer.reported == nil ? referred?.final : nil
        return [referFrame, view.frame(transfer.response), view.frame(notify), view.frame(decisive)]
    }

    private var referred: AttemptResult? {
        transfer.referredInvite.map { exchange.result(ofLeg: exchange.transactions[$0].leg, judging.timers) }
    }

    /// What to do about what came of it, where that is no success.
    private var advice: [String] {
        let rule: String? =
            switch came {
            case .failed: "transfer/failed"
            case .refused: "transfer/refused"
            case .unconfirmed:
                transfer.subscription.notificationCount > 0 ? "transfer/no-final-notify" : "transfer/no-notify"
            case .completed, .undetermined: nil
            }
        return rule.map { judging.advice(of: $0, view, [transfer.refer]) } ?? []
    }
}
