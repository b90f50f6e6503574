import SIPDialogs
import SIPParsing
import TraceTypes
import _TestSupport

@testable import SIPReporting

extension SIPScenario {
    /// The figures of the scenario when the capture ends so many seconds into it.
    func figures(until seconds: Double = 600) -> TraceFigures {
        let timers = TimerValues()
        var tracker = Tracker(timers: timers)
        forEachMessage { message, bytes, header in
            tracker.advance(to: header.time)
            tracker.feed(message, bytes, header)
        }
        tracker.advance(to: Self.time(seconds))
        tracker.finish()
        var figures = TraceFigures()
        for exchange in tracker.finished { figures.add(exchange, timers) }
        return figures
    }

    /// A call that is refused, or answered and left open, so many seconds into the scenario.
    mutating func call(
        _ number: Int, _ status: UInt16, at seconds: Double, to callee: Party = .bob, lines: [String] = []
    ) {
        let invite = request(
            .invite, from: .alice, to: callee, at: seconds, callID: "call-\(number)", fromTag: "a\(number)")
        response(status, to: invite, at: seconds + 1, lines: lines)
        acknowledge(invite, status, at: seconds + 1.1)
    }

    /// A call that is answered after a second and ended by the caller ten seconds later, with `status` for the BYE.
    mutating func wholeCall(_ number: Int, at seconds: Double, to callee: Party = .bob, bye status: UInt16? = 200) {
        let invite = request(
            .invite, from: .alice, to: callee, at: seconds, callID: "call-\(number)", fromTag: "a\(number)")
        response(180, to: invite, at: seconds + 0.5)
        response(200, to: invite, at: seconds + 1)
        acknowledge(invite, at: seconds + 1.1)
        let bye = request(.bye, in: invite, from: .alice, at: seconds + 11)
        if let status { response(status, to: bye, at: seconds + 11.2) }
    }
}

extension TraceFigures {
    /// A ratio's part and whole.
    func ratio(_ key: String) -> [Int] {
        guard case .ratio(let ratio)? = ratios.first(where: { $0.key == key })?.value else { return [] }
        return [ratio.numerator, ratio.denominator]
    }

    /// The samples of a delay: their number, the least and the greatest in milliseconds.
    func delay(_ key: String) -> [Int64] {
        guard case .spread(let spread)? = delays.first(where: { $0.key == key })?.value else { return [-1] }
        guard let least = spread.min, let greatest = spread.max else { return [0] }
        return [Int64(spread.count), least.nanoseconds / 1_000_000, greatest.nanoseconds / 1_000_000]
    }
}

extension AttemptCounts {
    /// Attempts, answered, failed, cancelled, unanswered, undetermined.
    var parts: [Int] { [attempts, answered, failures.total, cancelled, unanswered, undetermined] }
}
