import SIPDialogs
import SIPParsing
import TraceTypes
import _TestSupport

extension SIPScenario {
    /// Feeds the messages to `tracker`, each in a frame of its time; what it placed, in the order of the messages.
    @discardableResult
    func feed(_ tracker: inout Tracker) -> [Placement?] {
        var placements: [Placement?] = []
        forEachMessage {
            tracker.advance(to: $2.time)
            placements.append(tracker.feed($0, $1, $2))
        }
        return placements
    }

    /// All exchanges of the scenario, in the order in which they began, as seen when the capture ends: with the last
    /// message, or `until` so many seconds, or `nanoseconds` more than that.
    func track(
        until seconds: Double? = nil, nanoseconds: Int64 = 0, limits: TrackingLimits = TrackingLimits()
    ) -> [Exchange] {
        var tracker = Tracker(limits: limits)
        feed(&tracker)
        if let seconds { tracker.advance(to: Self.time(seconds) + TimeSpan(nanoseconds: nanoseconds)) }
        tracker.finish()
        return tracker.finished.sorted { $0.id < $1.id }
    }

    /// What was found out about each message.
    func flags() -> [MessageRecord.Flags] {
        var tracker = Tracker()
        return feed(&tracker).map { $0?.flags ?? [] }
    }
}

extension Exchange {
    var outcome: CallOutcome { result(TimerValues()).outcome }

    var transferOutcomes: [TransferOutcome] { transfers.map { outcome(of: $0, TimerValues()) } }
}
