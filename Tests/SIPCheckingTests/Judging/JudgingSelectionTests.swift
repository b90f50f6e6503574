import SIPParsing
import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@testable import SIPChecking

@Suite("Selecting what an expectation is about")
struct JudgingSelectionTests {
    typealias Party = SIPScenario.Party

    static let trace = JudgingTrace { scenario in
        _ = scenario.upCall(1, lines: ["Subject: test, please", "k: timer, 100rel"])
        _ = scenario.upCall(2, at: 5, to: .carol)
        scenario.refusedCall(3, at: 10)
    }

    /// The calls that are selected, or what is told instead.
    private func selected(
        _ trace: JudgingTrace = Self.trace, _ build: (inout ExchangeSelector) throws -> Void
    ) rethrows -> [String] {
        var call = CallExpectation()
        try build(&call.selector)
        return trace.results { $0.calls = [placed(call)] }.map { "\($0.subject) \($0.state)" }
    }

    @Test("By From and To: every call that matches")
    func parties() throws {
        #expect(selected { _ in }.count == 3)
        #expect(selected { $0.to = .exact("bob") } == ["call 1 (alice → bob) met", "call 3 (alice → bob) met"])
        #expect(try selected { $0.to = try pattern("^sip:carol@") } == ["call 2 (alice → carol) met"])
        #expect(selected { $0.from = .exact("bob") } == ["call unmatched"])
    }

    @Test("By order, among those that the rest selects")
    func order() {
        func calls(_ order: Int, to name: String? = nil) -> [String] {
            selected {
                $0.order = order
                $0.to = name.map { .exact($0) }
            }
        }
        #expect(calls(2) == ["call 2 (alice → carol) met"])
        #expect(calls(2, to: "bob") == ["call 3 (alice → bob) met"])
        #expect(calls(4) == ["call unmatched"])
        #expect(calls(0) == ["call unmatched"])
    }

    @Test("By header fields of the first request, in compact form too; by one of several values")
    func headers() throws {
        func calls(_ name: String, _ value: HeaderMatcher, _ trace: JudgingTrace = Self.trace) -> [String] {
            selected(trace) { $0.headers = [(name, value)] }
        }
        #expect(calls("supported", .present) == ["call 1 (alice → bob) met"])
        #expect(calls("Supported", .absent).count == 2)
        #expect(calls("Supported", .value(.exact("100rel"))) == ["call 1 (alice → bob) met"])
        #expect(calls("Supported", .value(.exact("timer, 100rel"))) == ["call 1 (alice → bob) met"])
        #expect(calls("Subject", .value(.exact("please"))) == ["call unmatched"])
        var unreadable = Self.trace
        unreadable.isReadable = false
        #expect(calls("Subject", .present, unreadable).count == 3)
        #expect(calls("Subject", .present, unreadable).first == "call 1 (alice → bob) undetermined")
    }

    @Test("By a filter, and by several things at once")
    func filter() throws {
        let refused = try CallFilter("status >= 400")
        #expect(selected { $0.filter = refused } == ["call 3 (alice → bob) met"])
        #expect(
            selected {
                $0.filter = refused
                $0.to = .exact("carol")
            } == ["call unmatched"])
    }

    @Test("Where none is selected, the result says what was sought and what there is")
    func unmatched() {
        var call = CallExpectation()
        call.name = "alice calls dave"
        call.selector.to = .exact("dave")
        call.selector.headers = [("Subject", .value(.exact("x")))]
        call.outcome = placed(["answered"])
        let results = Self.trace.results { $0.calls = [placed(call, line: 7)] }
        #expect(results.count == 1)
        #expect(results.first?.name == "alice calls dave: match")
        #expect(results.first?.fails == true)
        #expect(results.first?.expected == "a call to dave with Subject: x")
        #expect(
            results.first?.seen == "call 1 (alice → bob), call 2 (alice → carol), call 3 (alice → bob)")
        #expect(results.first?.position?.line == 7)
        let many = JudgingTrace { scenario in for number in 1...7 { scenario.refusedCall(number, at: Double(number)) } }
        #expect(
            many.results { $0.calls = [placed(call)] }.first?.seen.hasSuffix("call 5 (alice → bob) and 2 more") == true)
        #expect(JudgingTrace { _ in }.results { $0.calls = [placed(call)] }.first?.seen == "no call")
    }

    @Test("A call that cannot be matched in the steps there are is told")
    func costly() throws {
        let trace = JudgingTrace { scenario in
            scenario.request(.invite, from: Party(tooLong, host: 1), to: .bob, at: 0)
        }
        let costly = try pattern("sip:(a+)+@")
        var call = CallExpectation()
        call.selector.from = costly
        let results = trace.results { $0.calls = [placed(call)] }
        #expect(results.map(\.line) == ["match failed: matching took too many steps [1]"])
        #expect(results.first?.exchange == 1)
    }

    @Test("A name stands before the call; results are in the order of the file")
    func order_of_results() {
        var call = CallExpectation()
        call.name = "first call"
        call.selector.order = 1
        call.outcome = placed(["answered"], line: 9)
        call.status = statuses(200...200)
        call.status?.position.line = 8
        let results = Self.trace.results {
            $0.calls = [placed(call, line: 7)]
            $0.counts = [
                placed(
                    CountExpectation(
                        text: "no 5xx", subject: .calls, isPercentage: false, bound: Bound(text: "3", .equal(3))))
            ]
        }
        #expect(
            results.map(\.name) == ["counts: no 5xx", "first call (call 1): status", "first call (call 1): outcome"])
        #expect(results.map(\.exchange) == [nil, 1, 1])
    }
}
