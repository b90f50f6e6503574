import SIPChecking
import SIPDialogs
import Testing

@Suite("The verdict as test cases")
struct FormatsCaseTests {
    private func points(_ trace: TraceVerdict) -> [String] {
        FormatsSample.text(.tap, CheckVerdict(traces: [trace])).split(separator: "\n").map(String.init)
            .filter { $0.hasPrefix("ok") || $0.hasPrefix("not ok") }
    }

    @Test("A case is skipped when all that was found in it is let pass, and something was")
    func skipped() {
        var trace = FormatsSample.cleanTrace("a.pcap")
        #expect(points(trace) == ["ok 1 - a.pcap: trace", "ok 2 - a.pcap: call 1: alice → bob"])
        let finding = FormatsSample.finding()
        trace.findings = [
            FormatsSample.checked(finding, .suppressed(reason: "lab")), FormatsSample.checked(finding, .known),
            FormatsSample.checked(finding, .known),
        ]
        #expect(points(trace)[1] == "ok 2 - a.pcap: call 1: alice → bob # SKIP lab; known to the baseline")
        trace.findings.append(FormatsSample.checked(finding))
        #expect(points(trace)[1] == "ok 2 - a.pcap: call 1: alice → bob")
        trace.findings.append(FormatsSample.checked(finding, fails: true))
        #expect(points(trace)[1] == "not ok 2 - a.pcap: call 1: alice → bob")
    }

    @Test("A finding about no exchange of the trace, and each problem that fails, fails the trace as such")
    func strays() {
        var trace = FormatsSample.cleanTrace("a.pcap")
        trace.findings = [FormatsSample.checked(FormatsSample.finding(exchange: 7), fails: true)]
        #expect(points(trace).first == "not ok 1 - a.pcap: trace")
        trace.findings = []
        trace.problems = [TraceProblem(.incomplete, "cut", fails: true)]
        #expect(points(trace).first == "not ok 1 - a.pcap: trace")
        trace.problems = [TraceProblem(.incomplete, "cut", fails: false)]
        #expect(points(trace).first == "ok 1 - a.pcap: trace")
    }

    @Test("A registration is a case when something was found in it")
    func registrations() {
        var trace = FormatsSample.cleanTrace("a.pcap")
        trace.exchanges.append(FormatsSample.exchange(2, .registration, title: "registration 2"))
        #expect(points(trace).count == 2)
        trace.findings = [FormatsSample.checked(FormatsSample.finding(exchange: 2))]
        #expect(points(trace).last == "ok 3 - a.pcap: registration 2")
    }

    @Test("Several failures of a case make one element that has them all")
    func several() {
        var trace = FormatsSample.cleanTrace("./my.traces/a.pcap")
        trace.findings = [
            FormatsSample.checked(FormatsSample.finding(message: "one"), fails: true),
            FormatsSample.checked(FormatsSample.finding("auth/loop", message: "two"), fails: true),
        ]
        let text = FormatsSample.text(.junit, CheckVerdict(traces: [trace]))
        #expect(text.contains(#"<failure message="one (and 1 more)" type="transfer/failed">transfer/failed: one"#))
        #expect(text.contains("auth/loop: two\n"))
        #expect(text.contains(#"classname="my_traces.a_pcap""#))
        #expect(text.contains(#"tests="2" failures="1" errors="0" skipped="0""#))
    }
}
