import SIPCatalog
import SIPDialogs
import SIPFindings
import Testing
import TraceTypes
import _TestSupport

@Suite("Flow files")
struct FlowTests {
    @Test("Can be read", arguments: Flow.names)
    func readable(name: String) throws {
        #expect(try !Flow(named: name).cases.isEmpty)
    }

    @Test("The findings are those expected, and no other", arguments: Flow.allCases)
    func findings(flow: Flow.Case) {
        let found = flow.findings
        var unexpected = found
        for expectation in flow.expectations {
            let index = unexpected.firstIndex { expectation.matches($0) }
            #expect(index != nil, "\(expectation.text) is not among \(found.map(Verdict.init))")
            if let index { unexpected.remove(at: index) }
        }
        #expect(unexpected.map { "\(Verdict($0)): \($0.message)" } == [])
    }

    @Test("Each is named after a rule", arguments: Flow.names)
    func name(name: String) {
        #expect(Rule.all.contains { $0.name == name })
    }

    @Test("Each has a case that its rule finds and one that it does not", arguments: Flow.names)
    func pair(name: String) throws {
        let isFound = try Flow(named: name).cases.map { $0.expectations.contains { $0.rule == name } }
        #expect(Set(isFound) == [true, false])
    }
}

extension Flow.Case {
    /// What all rules find in the case.
    var findings: [Finding] { findings(.english) }

    /// The same, told in the language of a catalog.
    func findings(_ catalog: Catalog) -> [Finding] {
        findings(in: scenario.messages, until: end, hasLoss: hasLoss, catalog)
    }

    /// What they find in other messages than those of the case, under its timers.
    func findings(
        in messages: [SIPScenario.Message], until end: Timestamp, hasLoss: Bool, _ catalog: Catalog = .english
    ) -> [Finding] {
        let timers = timerValues
        var tracker = Tracker(timers: timers)
        messages.forEachMessage { tracker.feed($0, $1, $2) }
        tracker.advance(to: end)
        tracker.finish()
        let context = RuleContext(
            timers: timers, directions: tracker.directions, hasLoss: hasLoss,
            captureStart: messages.first?.header.time ?? end, catalog: catalog)
        return tracker.finished.sorted { $0.id < $1.id }.flatMap { Rule.findings(in: $0, context) }
    }

    private var timerValues: TimerValues {
        var values = TimerValues()
        if let t1 = timers.t1 { values.t1 = t1 }
        if let t2 = timers.t2 { values.t2 = t2 }
        if let t4 = timers.t4 { values.t4 = t4 }
        return values
    }
}

extension Flow.Expectation {
    /// Whether a finding is the expected one.
    fileprivate func matches(_ finding: Finding) -> Bool {
        rule == finding.rule && severity == finding.severity.rawValue && confidence == finding.confidence.rawValue
            && (frames ?? finding.frames.map(\.rawValue)) == finding.frames.map(\.rawValue)
    }

    fileprivate var text: String {
        "\(severity) \(rule) (\(confidence)) \(frames?.description ?? "in any frames")"
    }
}
