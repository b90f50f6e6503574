import SIPFindings
import SIPParsing
import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@testable import SIPChecking

@Suite("Judging findings")
struct JudgingFindingTests {
    /// Two calls: one whose transfer fails, one that goes well.
    static let trace = JudgingTrace { scenario in
        scenario.transferredCall()
        scenario.endedCall(2, at: 20)
    }

    private func results(
        _ trace: JudgingTrace = Self.trace, required: [String] = [], forbidden: [String] = []
    ) -> [ExpectationResult] {
        trace.results {
            $0.findings.required = required.map { placed($0) }
            $0.findings.forbidden = forbidden.map { placed($0) }
        }
    }

    @Test("Required: a rule or an area")
    func required() throws {
        let found = try #require(Self.trace.trace.findings.map(\.finding).first { $0.rule == "transfer/failed" })
        let results = results(required: ["transfer/failed", "transfer", "auth"])
        #expect(results.map(\.state) == [.met, .met, .failed])
        #expect(
            results.map(\.name) == [
                "findings: required.transfer/failed", "findings: required.transfer", "findings: required.auth",
            ])
        #expect(results.first?.frames == found.frames)
        #expect(results.first?.exchange == 1)
        #expect(results.first?.seen == "transfer/failed: \(found.message)")
        #expect(results.last?.seen == "none")
    }

    @Test("What is listed twice has to be found twice")
    func repeated() {
        let once = results(required: ["transfer/failed", "transfer/failed"])
        #expect(once.map(\.state) == [.met, .failed])
        #expect(once.map(\.expected).last == "at least 2 findings of transfer/failed")
        let number = Self.trace.trace.findings.count { $0.finding.rule.hasPrefix("transfer/") }
        let all = results(required: Array(repeating: "transfer", count: number + 1))
        #expect(all.map(\.state) == Array(repeating: .met, count: number) + [.failed])
    }

    @Test("Forbidden: one result for each such finding, with its advice")
    func forbidden() throws {
        let found = Self.trace.trace.findings.map(\.finding).filter { $0.rule.hasPrefix("transfer/") }
        let results = results(forbidden: ["transfer", "auth"])
        #expect(results.map(\.state) == found.map { _ in .failed } + [.met])
        #expect(results.dropLast().map(\.advice) == found.map(\.advice))
        #expect(results.dropLast().map(\.frames) == found.map(\.frames))
        #expect(results.dropLast().map(\.exchange) == found.map(\.exchange))
        #expect(found.contains { $0.rule == "transfer/failed" })
    }

    @Test("What is suppressed does not count")
    func suppressed() {
        var trace = Self.trace
        trace.suppressed = ["transfer/failed"]
        let required = results(trace, required: ["transfer/failed"])
        #expect(required.map(\.line) == ["required.transfer/failed failed: only suppressed ones []"])
        #expect(
            results(trace, forbidden: ["transfer/failed"]).map(\.line) == ["forbidden.transfer/failed met: none []"])
    }

    @Test("Of a call, only its own count")
    func ofCall() {
        func lines(_ order: Int) -> [String] {
            Self.trace.lines {
                $0.selector.order = order
                $0.findings.required = [placed("transfer/failed")]
                $0.findings.forbidden = [placed("auth")]
            }.map { String($0.prefix { $0 != ":" }) }
        }
        #expect(lines(1) == ["findings.required.transfer/failed met", "findings.forbidden.auth met"])
        #expect(lines(2) == ["findings.required.transfer/failed failed", "findings.forbidden.auth met"])
    }

    @Test("Which findings are required, and so do not fail a check")
    func requirement() throws {
        let trace = JudgingTrace { scenario in
            for (number, callee) in [SIPScenario.Party.bob, .carol].enumerated() {
                let call = scenario.upCall(number + 1, at: Double(number), to: callee)
                let refer = scenario.request(.refer, in: call, from: .alice, at: 5, lines: ["Refer-To: <sip:x@y>"])
                scenario.response(403, to: refer, at: 6)
            }
        }.trace
        let findings = trace.findings.map(\.finding).filter { $0.rule == "transfer/refused" }
        try #require(findings.map(\.exchange) == [1, 2])
        var expectations = Expectations(path: "")
        var call = CallExpectation()
        call.selector.to = .exact("carol")
        call.findings.required = [placed("transfer")]
        expectations.calls = [placed(call)]
        func taken(_ findings: [Finding]) -> [Bool] {
            var required = expectations.requiredFindings(in: trace)
            return findings.map { required.take($0) }
        }
        #expect(taken(findings) == [false, true])
        #expect(taken(findings + findings) == [false, true, false, false])
        expectations.findings.required = [placed("transfer/refused")]
        #expect(taken(findings) == [true, true])
        #expect(taken(findings + findings) == [true, true, false, false])
        expectations.findings.required = [placed("transfer/refused"), placed("transfer/refused")]
        #expect(taken(findings + findings) == [true, true, true, false])
        expectations.findings.required = [placed("transfer/failed")]
        #expect(taken(findings) == [false, true])
        expectations.findings.required = [placed("transfer"), placed("transfer/refused")]
        expectations.calls = []
        #expect(taken(findings + findings) == [true, true, false, false])
    }
}
