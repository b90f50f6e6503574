import SIPChecking
import SIPFindings
import SIPReporting
import Testing

@Suite("The verdict as people read it")
struct FormatsTextTests {
    private func lines(_ traces: TraceVerdict...) -> [String] {
        FormatsSample.text(.text, CheckVerdict(traces: traces)).split(separator: "\n").map(String.init)
    }

    @Test("One trace without expectations ends as it always did")
    func oneTrace() {
        #expect(lines(FormatsSample.cleanTrace()) == ["No findings"])
        var trace = FormatsSample.cleanTrace()
        trace.findings = [
            FormatsSample.checked(FormatsSample.finding(), fails: true),
            FormatsSample.checked(FormatsSample.finding("call/note", .info)),
        ]
        #expect(lines(trace).last == "2 findings: 1 error, 1 info")
        #expect(lines(trace).dropFirst().prefix(2) == ["  What to do:", "    - Respect the decision."])
        #expect(lines(trace).count == 5)
    }

    @Test("What does not count is counted, not listed")
    func suppressed() {
        var trace = FormatsSample.cleanTrace()
        trace.findings = [
            FormatsSample.checked(FormatsSample.finding(), .suppressed(reason: "lab")),
            FormatsSample.checked(FormatsSample.finding(), .known),
            FormatsSample.checked(FormatsSample.finding(), .expected),
        ]
        #expect(
            lines(trace) == [
                "1 trace: 1 clean · 1 call · findings: none (1 expected, 1 known, 1 suppressed)"
            ])
        trace.findings[1].fails = true
        #expect(
            lines(trace).first?.hasPrefix("traces/answered.pcap: error transfer/failed call 1 (frames 6, 7): ") == true)
    }

    @Test("Several traces are counted")
    func several() {
        let found = lines(FormatsSample.cleanTrace(), FormatsSample.cleanTrace("b.pcap"))
        #expect(found == ["2 traces: 2 clean · 2 calls · findings: none"])
        let broken = lines(FormatsSample.unreadableTrace())
        #expect(broken == ["traces/broken.pcap: error trace/unreadable: not a capture file"])
    }

    @Test("Problems name the place where they are written, else the frames")
    func problems() {
        var trace = FormatsSample.cleanTrace("a.pcap")
        trace.problems = [
            TraceProblem(
                .expiredSuppression, "over", fails: true, position: SourcePosition(file: "a.yaml", line: 3, column: 5)),
            TraceProblem(.badSuppression, "no reason", fails: true, frames: FormatsSample.numbers([3])),
        ]
        #expect(
            lines(trace).prefix(2) == [
                "a.yaml:3:5: error suppression/expired: over", "a.pcap: error suppression/bad (frame 3): no reason",
            ])
    }

    @Test("Colours are added, and nothing else")
    func colors() {
        var options = FormatsSample.options
        options.style = TextStyle(isColored: true)
        let colored = FormatsSample.text(.text, FormatsSample.verdict, options)
        #expect(colored.contains("\u{1B}[31merror\u{1B}[0m"))
        #expect(colored.replacing(#/\u{1B}\[[0-9]+m/#, with: "") == FormatsSample.text(.text))
    }

    @Test(
        "The ladder is shown around the frames, heads first",
        arguments: [
            ([] as [UInt64], ["1", "2", "3", "4", "…", "12", "13", "14", "15"]), ([1], [">1", "2", "3", "4", "…"]),
            ([8], ["…", "5", "6", "7", ">8", "9", "10", "11", "…"]), ([15], ["…", "12", "13", "14", ">15"]),
            ([2, 5], ["1", ">2", "3", "4", ">5", "6", "7", "8", "…"]),
            ([99], ["1", "2", "3", "4", "…", "12", "13", "14", "15"]),
        ])
    func excerpt(frames: [UInt64], shown: [String]) {
        var trace = FormatsSample.failedTrace()
        trace.expectations[1].frames = FormatsSample.numbers(frames)
        let block = lines(trace).drop { !$0.contains("written:") }.dropFirst()
        let head = block.first.map { $0.contains("192.0.2.10:5060") }
        #expect(head == true)
        let rungs = block.dropFirst().prefix { $0.contains("NOTIFY") || $0.hasSuffix("…") }.map { line in
            String(line.filter { $0 != " " }.prefix { $0 != "." })
        }
        #expect(rungs == shown)
    }

    @Test("An expectation that nothing in the trace is about says so")
    func unmatched() {
        var trace = FormatsSample.cleanTrace("a.pcap")
        trace.expectations = [
            ExpectationResult("call from bob", "", .unmatched, expected: "a call", seen: "none of 1 call")
        ]
        #expect(
            lines(trace) == [
                "a.pcap: error expectation/unmatched call from bob", "  expected: a call", "  seen:     none of 1 call",
                "1 trace: 1 failed · 1 call · findings: none · expectations: 1 failed",
            ])
    }
}
