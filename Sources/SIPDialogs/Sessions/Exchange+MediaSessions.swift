import SIPParsing
import TraceTypes

/// A time during which one side of a call had the other wait.
public struct HoldPeriod: Sendable, Hashable {
    /// Who put the other on hold.
    public let holder: DialogSide
    /// When that was agreed.
    public let start: Timestamp
    /// When it was taken back, or the call ended; nil while it lasts.
    public internal(set) var end: Timestamp?
}

/// What was agreed in a dialog.
extension Exchange {
    /// The sessions that were agreed in a dialog, in order.
    public func mediaSessions(in dialog: Dialog) -> [MediaSession] {
        var sessions: [MediaSession] = []
        for step in negotiations(in: dialog) {
            guard case .answer(let offer) = step.effect, let offered = sessionDescription(of: offer),
                let answered = sessionDescription(of: step.message)
            else { continue }
            var session = MediaSession(
                at: messages[step.message].time, offer: (offer, offered), answer: (step.message, answered),
                by: step.sender.other)
            // Who had the other wait, and can only answer `inactive` to its `inactive`, still does.
            if let last = sessions.last, last.holders.contains(step.sender), offered.media.allSatisfy(\.isInactive) {
                session.holders.insert(step.sender)
            }
            sessions.append(session)
        }
        return sessions
    }

    /// When a side had the other wait. A call that begins with media one way is not on hold: somebody has to have
    /// talked before.
    public func holdPeriods(in dialog: Dialog) -> [HoldPeriod] {
        holdPeriods(of: mediaSessions(in: dialog), in: dialog)
    }

    func holdPeriods(of sessions: [MediaSession], in dialog: Dialog) -> [HoldPeriod] {
        var periods: [HoldPeriod] = []
        var open: [DialogSide: Int] = [:]
        var hasTalked = dialog.invite == nil
        for session in sessions {
            for side in [DialogSide.caller, .callee] {
                let holds = session.holders.contains(side)
                if holds, hasTalked, open[side] == nil {
                    open[side] = periods.count
                    periods.append(HoldPeriod(holder: side, start: session.startTime))
                } else if !holds, let period = open.removeValue(forKey: side) {
                    periods[period].end = session.startTime
                }
            }
            if session.media.contains(where: { $0.direction == .sendrecv }) { hasTalked = true }
        }
        for period in open.values { periods[period].end = dialog.byeTime }
        return periods
    }
}

extension Media {
    fileprivate var isInactive: Bool { isDisabled || direction == .inactive }
}
