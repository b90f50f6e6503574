import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import TraceTypes
import _TestSupport

/// A finding without its words.
struct Verdict: Equatable, CustomStringConvertible {
    var rule: String
    var severity: Severity
    var confidence: Confidence
    var frames: [UInt64]

    init(_ rule: String, _ severity: Severity, _ confidence: Confidence, _ frames: [UInt64]) {
        self.rule = rule
        self.severity = severity
        self.confidence = confidence
        self.frames = frames
    }

    init(_ finding: Finding) {
        self.init(finding.rule, finding.severity, finding.confidence, finding.frames.map(\.rawValue))
    }

    var description: String { "\(severity) \(rule) (\(confidence)) \(frames)" }
}

extension SIPScenario {
    /// What all rules find in the scenario when the capture ends so many seconds into it.
    func findings(
        until seconds: Double, minus early: TimeSpan = .zero, timers: TimerValues = TimerValues(),
        hasLoss: Bool = false
    ) -> [Finding] {
        let (exchanges, directions) = tracked(until: Self.time(seconds) - early, timers)
        let context = RuleContext(
            timers: timers, directions: directions, hasLoss: hasLoss, captureStart: Self.time(0), catalog: .english)
        return exchanges.flatMap { Rule.findings(in: $0, context) }
    }

    /// The same without their words.
    func verdicts(
        until seconds: Double, minus early: TimeSpan = .zero, timers: TimerValues = TimerValues(),
        hasLoss: Bool = false
    ) -> [Verdict] {
        findings(until: seconds, minus: early, timers: timers, hasLoss: hasLoss).map(Verdict.init)
    }

    /// The exchanges of the scenario, in the order in which they began.
    func tracked(until end: Timestamp, _ timers: TimerValues = TimerValues()) -> ([Exchange], Directions) {
        var tracker = Tracker(timers: timers)
        forEachMessage { tracker.feed($0, $1, $2) }
        tracker.advance(to: end)
        tracker.finish()
        return (tracker.finished.sorted { $0.id < $1.id }, tracker.directions)
    }

    /// A call from Alice to Bob, answered after one second and acknowledged: four messages.
    mutating func answeredCall() -> Request {
        let invite = request(.invite, from: .alice, to: .bob, at: 0)
        response(180, to: invite, at: 0.1)
        response(200, to: invite, at: 1)
        acknowledge(invite, at: 1.1)
        return invite
    }

    /// Some SIP from Bob to Alice that has nothing to do with the call: it shows that this way is captured.
    mutating func ping(from: Party = .bob, to: Party = .alice, at seconds: Double) {
        let options = request(.options, from: from, to: to, at: seconds, callID: "ping-\(seconds)@example.com")
        response(200, to: options, at: seconds + 0.01)
    }
}

extension Timestamp {
    static func - (time: Timestamp, span: TimeSpan) -> Timestamp {
        time + TimeSpan(nanoseconds: -span.nanoseconds)
    }
}
