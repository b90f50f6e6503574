import SIPFindings
import SIPParsing
import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@testable import SIPChecking

@Suite("Judging counts and statistics")
struct JudgingCountTests {
    /// Three calls: ten seconds long, refused with 603 (its INVITE sent twice), and without any response.
    static let trace = JudgingTrace(until: 100) { scenario in
        scenario.endedCall(1)
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 20, callID: "call-2", fromTag: "a2")
        scenario.send(invite, at: 20.5)
        scenario.response(603, to: invite, at: 21)
        scenario.acknowledge(invite, 603, at: 21.1)
        scenario.request(.invite, from: .alice, to: .bob, at: 30, callID: "call-3", fromTag: "a3")
        let register = scenario.request(.register, from: .alice, to: .alice, at: 40, callID: "r")
        scenario.response(200, to: register, at: 40.1)
    }

    private func result(
        _ subject: CountSubject, _ comparison: Bound.Comparison, percent: Bool = false,
        _ trace: JudgingTrace = Self.trace
    ) -> ExpectationResult? {
        let count = CountExpectation(
            text: "count", subject: subject, isPercentage: percent, bound: Bound(text: "x", comparison))
        return trace.results { $0.counts = [placed(count)] }.first
    }

    @Test(
        "Each subject",
        arguments: [
            (.calls, 3), (.registrations, 1), (.transfers, 0), (.redirects, 0), (.messages, 13), (.requests, 8),
            (.responses, 5), (.retransmissions, 1), (.duplicates, 0), (.malformed, 0), (.method("INVITE"), 4),
            (.method("OPTIONS"), 0), (.status(StatusPattern(text: "2xx", 200...299)), 3),
            (.status(StatusPattern(text: "603", 603...603)), 1), (.outcome("answered"), 1), (.outcome("busy"), 0),
        ] as [(CountSubject, Int64)])
    func subjects(subject: CountSubject, number: Int64) {
        #expect(result(subject, .equal(number))?.line == "count met: \(number) []")
        #expect(result(subject, .unequal(number))?.state == .failed)
        #expect(result(subject, .unequal(number))?.seen == "\(number)")
    }

    @Test("Behind a filter, counts of messages say that they are of the whole trace")
    func filtered() throws {
        var trace = Self.trace
        trace.filter = try CallFilter("status >= 100")
        #expect(result(.messages, .equal(13), trace)?.line == "count met: 13 in the whole trace []")
        #expect(
            result(.retransmissions, .less(8_000), percent: true, trace)?.line
                == "count met: 1 of 13 (7.692 %) in the whole trace []")
        #expect(result(.calls, .equal(3), trace)?.line == "count met: 3 []")
    }

    @Test("What is counted is shown by its frames where there should be less of it")
    func evidence() {
        func line(_ subject: CountSubject) -> String? { result(subject, .equal(0))?.line }
        #expect(line(.retransmissions) == "count failed: 1 [8]")
        #expect(line(.status(StatusPattern(text: "6xx", 600...699))) == "count failed: 1 [9]")
        #expect(line(.method("REGISTER")) == "count failed: 1 [12]")
        #expect(line(.outcome("declined")) == "count failed: 1 [9]")
        #expect(result(.outcome("declined"), .equal(0))?.exchange == 2)
        #expect(result(.outcome("declined"), .equal(0))?.name == "counts: count")
    }

    @Test("Findings by severity, without those that are suppressed")
    func findings() throws {
        let transferred = JudgingTrace { $0.transferredCall() }
        let all = transferred.trace.findings.map(\.finding)
        let errors = Int64(all.count { $0.severity == .error })
        try #require(errors > 0)
        #expect(result(.findings, .equal(Int64(all.count)), transferred)?.state == .met)
        #expect(result(.errors, .equal(errors), transferred)?.state == .met)
        #expect(result(.warnings, .equal(Int64(all.count { $0.severity == .warning })), transferred)?.state == .met)
        #expect(result(.errors, .equal(0), transferred)?.frames.isEmpty == false)
        var trace = transferred
        trace.suppressed = Set(all.map(\.rule))
        #expect(result(.findings, .equal(0), trace)?.state == .met)
        #expect(result(.errors, .equal(0), trace)?.state == .met)
    }

    @Test("Percentages are exact; what they are shown with is rounded")
    func percentages() {
        func line(_ subject: CountSubject, _ bound: Bound.Comparison) -> String? {
            result(subject, bound, percent: true)?.line
        }
        #expect(line(.retransmissions, .less(7_693)) == "count met: 1 of 13 (7.692 %) []")
        #expect(line(.retransmissions, .less(7_692)) == "count failed: 1 of 13 (7.692 %) [8]")
        #expect(line(.outcome("answered"), .equal(33_333)) == "count failed: 1 of 3 (33.333 %) [3]")
        #expect(line(.outcome("answered"), .within(33_333, 33_334)) == "count met: 1 of 3 (33.333 %) []")
        #expect(line(.method("INVITE"), .equal(50_000)) == "count met: 4 of 8 (50.000 %) []")
        #expect(line(.figure("asr"), .atLeast(33_000)) == "count met: 1 of 3 (33.333 %) []")
        #expect(line(.figure("asr"), .atLeast(90_000)) == "count failed: 1 of 3 (33.333 %) []")
        let largest = Bound(text: "x", .less(.max))
        #expect(largest.holds(Int128(Int64.max), outOf: Int128(Int64.max)))
    }

    @Test("Percent of nothing is unmatched, and fails")
    func nothing() {
        let empty = JudgingTrace { _ in }
        for subject: CountSubject in [.retransmissions, .outcome("answered"), .figure("asr"), .figure("nothing")] {
            let result = result(subject, .atLeast(0), percent: true, empty)
            #expect(result?.line == "count unmatched: there are none []")
            #expect(result?.fails == true)
        }
        #expect(result(.calls, .atLeast(0), percent: true)?.state == .unmatched)
    }
}
