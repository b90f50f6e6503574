import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPChecking

@Suite("Judging messages")
struct JudgingMessageTests {
    typealias Party = SIPScenario.Party

    static let trace = JudgingTrace { scenario in
        let invite = scenario.upCall(
            lines: [
                "Supported: timer, 100rel", "User-Agent: SIPp/3.7, a tester", "Authorization: Digest response=\"f00\"",
                "Contact: \"Alice, at home\" <sip:alice@192.0.2.1:5070;transport=udp>", "s: a \u{1B}b", "X-Mine: yes",
            ])
        scenario.request(.invite, in: invite, from: .bob, at: 4, lines: ["Supported: timer"])
    }

    private func lines(_ trace: JudgingTrace = Self.trace, _ build: (inout MessageExpectation) -> Void) -> [String] {
        var message = MessageExpectation()
        build(&message)
        return trace.lines { $0.messages = [placed(message)] }
    }

    @Test("Selecting by method, status, order and address")
    func selection() throws {
        func line(_ build: (inout MessageSelector) -> Void) -> [String] { lines { build(&$0.selector) } }
        #expect(line { _ in } == ["messages[1] met: 5 messages [1, 2, 3, 4, 5]"])
        #expect(line { $0.request = "INVITE" } == ["messages[1] met: 2 messages [1, 5]"])
        #expect(
            line {
                $0.request = "INVITE"
                $0.order = 2
            } == ["messages[1] met: 1 message [5]"])
        #expect(line { $0.response = statuses(100...199).value } == ["messages[1] met: 1 message [2]"])
        #expect(line { $0.method = "INVITE" } == ["messages[1] met: 2 messages [2, 3]"])
        #expect(line { $0.source = .exact("192.0.2.2") } == ["messages[1] met: 3 messages [2, 3, 5]"])
        #expect(line { $0.destination = .exact("192.0.2.2:5060") } == ["messages[1] met: 2 messages [1, 4]"])
        #expect(line { $0.destination = .exact("192.0.2.2:5061") } == ["messages[1] unmatched: no such message []"])
        let last = try pattern("\\.2$")
        #expect(line { $0.source = last } == ["messages[1] met: 3 messages [2, 3, 5]"])
        #expect(line { $0.request = "BYE" } == ["messages[1] unmatched: no such message []"])
    }

    @Test("Methods that nobody registered, as they are written")
    func otherMethod() {
        let trace = JudgingTrace { scenario in
            let call = scenario.upCall()
            let ping = scenario.request(
                .other, from: .alice, to: .bob, at: 3, callID: call.callID, fromTag: "a1", toTag: "bob-tag",
                named: "Ping")
            scenario.response(200, to: ping, at: 3.1)
        }
        #expect(lines(trace) { $0.selector.request = "Ping" } == ["messages[1] met: 1 message [5]"])
        #expect(lines(trace) { $0.selector.method = "Ping" } == ["messages[1] met: 1 message [6]"])
        #expect(lines(trace) { $0.selector.request = "PING" } == ["messages[1] unmatched: no such message []"])
    }

    @Test("What was sent again is not among them")
    func repeats() {
        let trace = JudgingTrace { scenario in
            let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
            scenario.send(invite, at: 0.5)
            scenario.response(486, to: invite, at: 1)
        }
        #expect(
            lines(trace) {
                $0.selector.request = "INVITE"
                $0.count = placed(Bound(text: "1", .equal(1)))
            } == ["messages[1].count met: 1 [1]"])
    }

    @Test("How many there are; none may be what is expected")
    func count() {
        func line(_ method: String, _ comparison: Bound.Comparison) -> [String] {
            lines {
                $0.selector.request = method
                $0.count = placed(Bound(text: "x", comparison))
                $0.headers = [placed(("Supported", .present))]
            }.filter { !$0.contains("header") }
        }
        #expect(line("BYE", .equal(0)) == ["messages[1].count met: 0 []"])
        #expect(line("BYE", .atLeast(1)) == ["messages[1].count failed: 0 []"])
        #expect(line("INVITE", .equal(0)) == ["messages[1].count failed: 2 [1, 5]"])
        #expect(line("INVITE", .equal(2)) == ["messages[1].count met: 2 [1, 5]"])
    }

    @Test(
        "Header fields: there, not there, a value",
        arguments: [
            ("Supported", .present, 1, "met: timer, 100rel [1]"),
            ("k", .value(.exact("100rel")), 1, "met: timer, 100rel [1]"),
            ("Supported", .absent, 1, "failed: timer, 100rel [1]"), ("Require", .absent, 1, "met: absent [1]"),
            ("Require", .present, 1, "failed: absent [1]"), ("Require", .value(.exact("x")), 1, "failed: absent [1]"),
            ("User-Agent", .value(.exact("a tester")), 1, "failed: SIPp/3.7, a tester [1]"),
            ("Subject", .present, 1, "met: a \\u{1b}b [1]"), ("x-mine", .value(.exact("yes")), 1, "met: yes [1]"),
            ("X-Other", .absent, 1, "met: absent [1]"),
            (
                "Contact", .value(.exact("alice@192.0.2.1")), 1,
                "met: \"Alice, at home\" <sip:alice@192.0.2.1:5070;transport=udp> [1]"
            ),
            ("From", .value(.exact("alice")), 1, "met: <sip:alice@192.0.2.1>;tag=a1 [1]"),
            ("Authorization", .value(.exact("x")), 1, "failed: present (its value is not shown) [1]"),
            ("Supported", .value(.exact("100rel")), nil, "failed: timer (in 1 of 2 messages) [5]"),
            (
                "Supported", .value(.exact("timer")), nil,
                "met: timer, 100rel (the first of several, in 2 of 2 messages) [1, 5]"
            ),
            ("Require", .absent, nil, "met: absent (in 2 of 2 messages) [1, 5]"),
        ] as [(String, HeaderMatcher, Int?, String)])
    func header(name: String, matcher: HeaderMatcher, order: Int?, line: String) {
        let lines = lines {
            $0.selector.request = "INVITE"
            $0.selector.order = order
            $0.headers = [placed((name, matcher))]
        }
        #expect(lines == ["messages[1].header.\(name) " + line])
    }

    @Test("What cannot be read again, or was cut, is not judged")
    func unreadable() throws {
        func line(_ trace: JudgingTrace, _ name: String, _ matcher: HeaderMatcher) -> [String] {
            lines(trace) {
                $0.selector.request = "INVITE"
                $0.selector.order = 1
                $0.headers = [placed((name, matcher))]
            }
        }
        var unreadable = Self.trace
        unreadable.isReadable = false
        #expect(
            line(unreadable, "Require", .absent)
                == ["messages[1].header.Require undetermined: its bytes are not kept: the trace is too large [1]"])
        var cut = Self.trace
        cut.isTruncated = true
        #expect(
            line(cut, "Require", .absent)
                == ["messages[1].header.Require undetermined: absent, as far as the capture has the message [1]"])
        #expect(line(cut, "X-Mine", .present) == ["messages[1].header.X-Mine met: yes [1]"])
        #expect(
            line(cut, "X-Mine", .value(.exact("no")))
                == ["messages[1].header.X-Mine undetermined: yes, as far as the capture has the message [1]"])
        let costly = try costlyPattern()
        let trace = JudgingTrace { _ = $0.upCall(lines: ["X-Mine: \(tooLong)"]) }
        #expect(
            line(trace, "X-Mine", .value(costly))
                == ["messages[1].header.X-Mine failed: matching took too many steps [1]"])
    }

    @Test("Of a call with more messages than are kept, only what is too much already is known")
    func limits() {
        var trace = Self.trace
        trace.messagesKept = 2
        func count(_ comparison: Bound.Comparison) -> [String] {
            lines(trace) { $0.count = placed(Bound(text: "x", comparison)) }
        }
        let seen = "at least 2: not all messages are kept [1, 2]"
        #expect(count(.equal(5)) == ["messages[1].count undetermined: " + seen])
        #expect(count(.less(2)) == ["messages[1].count failed: " + seen])
        #expect(
            lines(trace) { $0.selector.request = "BYE" }
                == ["messages[1] undetermined: none among those that are kept []"])
        #expect(
            trace.lines { $0.retransmissions = placed(Bound(text: "0", .equal(0))) }
                == ["retransmissions undetermined: at least 0: not all messages of the call are kept []"])
    }

    @Test("Messages of the whole trace, in the order of the capture")
    func trace() {
        let trace = JudgingTrace { scenario in
            scenario.refusedCall(1)
            scenario.refusedCall(2, 486, at: 0.5)
        }
        var message = MessageExpectation()
        message.selector.response = statuses(400...699).value
        message.selector.order = 2
        message.headers = [placed(("Server", .present))]
        let results = trace.results { $0.messages = [placed(message)] }
        #expect(results.map(\.name) == ["trace: messages[1].header.Server"])
        #expect(results.map(\.line) == ["messages[1].header.Server failed: absent [7]"])
        #expect(results.map(\.exchange) == [2])
        #expect(results.map(\.expected) == ["present"])
        message.selector.order = 3
        let missing = trace.results { $0.messages = [placed(message)] }
        #expect(missing.map(\.line) == ["messages[1] unmatched: no such message []"])
        #expect(missing.map(\.expected) == ["4xx (number 3)"])
    }
}
