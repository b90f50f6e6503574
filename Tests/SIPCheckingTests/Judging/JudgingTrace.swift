import RegularExpressions
import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@testable import SIPChecking

/// A scenario as a trace that expectations are held against.
struct JudgingTrace: CustomTestStringConvertible {
    var testDescription: String { "\(scenario.messages.count) messages in \(until) s" }
    var scenario: SIPScenario
    /// When the capture ends.
    var until = 60.0
    /// Whether the messages' bytes can be had again.
    var isReadable = true
    /// Whether every message was cut by a snap length.
    var isTruncated = false
    /// Whether the capture lost frames.
    var hasLoss = false
    /// Messages kept of an exchange; nil for the usual number.
    var messagesKept: Int?
    /// The filter that the calls passed.
    var filter: CallFilter?
    /// Rules whose findings a suppression covers.
    var suppressed: Set<String> = []

    init(_ scenario: SIPScenario, until: Double = 60) {
        self.scenario = scenario
        self.until = until
    }

    init(until: Double = 60, _ build: (inout SIPScenario) -> Void) {
        var scenario = SIPScenario()
        build(&scenario)
        self.init(scenario, until: until)
    }

    var trace: JudgedTrace {
        let timers = TimerValues()
        var limits = TrackingLimits()
        limits.messagesPerExchange = messagesKept ?? limits.messagesPerExchange
        var tracker = Tracker(timers: timers, limits: limits)
        var report = Report(timers: timers, catalog: .english)
        var messages = scenario.messages
        if isTruncated { for index in messages.indices { messages[index].header.isTruncated = true } }
        messages.forEachMessage { message, bytes, header in
            let placement = tracker.feed(message, bytes, header)
            report.counts.count(message, bytes, header, flags: placement?.flags)
        }
        if hasLoss { tracker.noteLoss() }
        tracker.advance(to: SIPScenario.time(until))
        tracker.finish()
        let context = RuleContext(
            timers: timers, directions: tracker.directions, hasLoss: hasLoss,
            captureStart: Timestamp(nanoseconds: 0), catalog: .english)
        for exchange in tracker.finished.sorted(by: { $0.id < $1.id }) {
            report.exchanges.append(JudgedExchange(keeping: exchange, Rule.findings(in: exchange, context), timers))
            report.figures.add(exchange, timers)
        }
        report.filter = filter.map { FilterTally($0) }
        let findings = report.findings.map { finding in
            let print = Fingerprint(rule: finding.rule, method: "", code: 0, role: "", ordinal: 1)
            return CheckedFinding(
                finding, print, suppressed.contains(finding.rule) ? .suppressed(reason: "known") : .new, fails: true)
        }
        let isReadable = isReadable
        let bytes = messages.map(\.bytes)
        return JudgedTrace(report: report, findings: findings) { exchange, index in
            let place = Int(exchange.messages[index].frame.rawValue) - 1
            return isReadable && bytes.indices.contains(place) ? bytes[place] : nil
        }
    }

    /// The results of expectations.
    func results(_ build: (inout Expectations) -> Void) -> [ExpectationResult] {
        var expectations = Expectations(path: "trace.sipwatch.yaml")
        build(&expectations)
        return expectations.judge(trace)
    }

    /// The same in lines, for one call expectation.
    func lines(_ build: (inout CallExpectation) -> Void) -> [String] {
        var call = CallExpectation()
        build(&call)
        return results { $0.calls = [placed(call)] }.map(\.line)
    }
}

extension ExpectationResult {
    /// Aspect, state, what was seen, and the frames.
    var line: String {
        "\(aspect) \(state): \(seen) \(frames.map { Int($0.rawValue) })"
    }
}

/// A value with a place.
func placed<Value>(_ value: Value, line: Int = 1) -> Placed<Value> {
    Placed(value, at: SourcePosition(file: "trace.sipwatch.yaml", line: line, column: 1))
}

/// Status codes as a file has them.
func statuses(_ codes: ClosedRange<Int>...) -> Placed<[StatusPattern]> {
    placed(codes.map { StatusPattern(text: $0.count > 1 ? "\($0.lowerBound / 100)xx" : "\($0.lowerBound)", $0) })
}

/// An expression.
func pattern(_ text: String) throws -> TextMatcher {
    .pattern(try RegularExpression(text), text: "/\(text)/")
}

/// An expression that takes too many steps for `tooLong`.
func costlyPattern() throws -> TextMatcher { try pattern("^(a+)+$") }

/// See `costlyPattern`.
let tooLong = String(repeating: "a", count: 60) + "!"

extension Bound.Comparison {
    static func seconds(below seconds: Int64) -> Bound.Comparison { .less(seconds * 1_000_000_000) }
    static func seconds(above seconds: Int64) -> Bound.Comparison { .greater(seconds * 1_000_000_000) }
}

extension SIPScenario {
    /// A call that rings after 0.1 s and is answered after 1 s.
    mutating func upCall(
        _ number: Int = 1, at seconds: Double = 0, from caller: Party = .alice, to callee: Party = .bob,
        lines: [String] = [], offer: Body? = nil, answer: Body? = nil
    ) -> Request {
        let invite = request(
            .invite, from: caller, to: callee, at: seconds, callID: "call-\(number)", fromTag: "a\(number)",
            lines: lines, body: offer)
        response(180, to: invite, at: seconds + 0.1)
        response(200, to: invite, at: seconds + 1, body: answer)
        acknowledge(invite, at: seconds + 1.1)
        return invite
    }

    /// The same, ended after ten seconds.
    mutating func endedCall(_ number: Int = 1, at seconds: Double = 0, from side: Party = .alice) {
        let invite = upCall(number, at: seconds)
        let bye = request(.bye, in: invite, from: side, at: seconds + 11)
        response(200, to: bye, at: seconds + 11.1)
    }

    /// A call that rings and is refused after a second.
    mutating func refusedCall(_ number: Int = 1, _ status: UInt16 = 603, at seconds: Double = 0, phrase: String? = nil)
    {
        let invite = request(
            .invite, from: .alice, to: .bob, at: seconds, callID: "call-\(number)", fromTag: "a\(number)")
        response(180, to: invite, at: seconds + 0.1)
        response(status, to: invite, at: seconds + 1, phrase: phrase)
        acknowledge(invite, status, at: seconds + 1.1)
    }

    /// A transfer of Alice's call to Carol; `status` is what Carol says, and what is reported.
    mutating func transferredCall(_ status: UInt16 = 603, isReported: Bool = true) {
        let call = upCall()
        let refer = request(
            .refer, in: call, from: .alice, at: 5,
            lines: ["Refer-To: <\(Party.carol.uri)>", "Referred-By: <\(Party.alice.uri)>"])
        response(202, to: refer, at: 5.1)
        let invite = request(
            .invite, from: .bob, to: .carol, at: 5.5, callID: "referred", fromTag: "bob-2",
            lines: ["Referred-By: <\(Party.alice.uri)>"])
        response(status, to: invite, at: 6)
        acknowledge(invite, status, at: 6.1)
        guard isReported else { return }
        let notify = request(
            .notify, in: call, from: .bob, at: 7,
            lines: ["Event: refer", "Subscription-State: terminated;reason=noresource"],
            body: .sipfrag("SIP/2.0 \(status) Whatever"))
        response(200, to: notify, at: 7.1)
    }
}
