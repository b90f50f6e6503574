import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import SIPReporting
import TraceTypes
import _TestSupport

@testable import SIPChecking

/// A scenario, what is written of it, and what is read back.
struct WrittenTrace {
    let report: Report
    let text: String
    let read: Expectations

    /// Writes down a scenario whose capture ends so many seconds into it.
    init(_ scenario: SIPScenario, until seconds: Double = 200, isKept: Bool = true) throws {
        try self.init(scenario.messages, until: SIPScenario.time(seconds), isKept: isKept)
    }

    /// Writes down the trace of a flow.
    init(_ flow: Flow.Case) throws {
        try self.init(flow.scenario.messages, until: flow.end, hasLoss: flow.hasLoss)
    }

    private init(
        _ messages: [SIPScenario.Message], until end: Timestamp, isKept: Bool = true, hasLoss: Bool = false
    ) throws {
        let timers = TimerValues()
        var tracker = Tracker(timers: timers)
        var report = Report(timers: timers, catalog: .english)
        messages.forEachMessage { message, bytes, header in
            let placement = tracker.feed(message, bytes, header)
            report.counts.count(message, bytes, header, flags: placement?.flags)
        }
        if hasLoss { tracker.noteLoss() }
        tracker.advance(to: end)
        tracker.finish()
        let context = RuleContext(
            timers: timers, directions: tracker.directions, hasLoss: hasLoss,
            captureStart: Timestamp(nanoseconds: 0), catalog: report.catalog)
        report.exchanges = tracker.finished.sorted { $0.id < $1.id }.map {
            isKept
                ? JudgedExchange(keeping: $0, Rule.findings(in: $0, context), timers)
                : JudgedExchange($0, Rule.findings(in: $0, context), timers)
        }
        self.report = report
        text = ExpectationWriter(report, trace: "traces/call.pcap").text
        read = try Expectations.read(Array(text.utf8), path: "traces/call.sipwatch.yaml")
    }

    /// What of it the trace does not meet.
    var unmet: [String] { unmet(read) }

    /// What of other expectations it does not meet.
    func unmet(_ read: Expectations) -> [String] {
        let findings = report.findings.map { finding in
            CheckedFinding(
                finding, Fingerprint(rule: finding.rule, method: "", code: 0, role: "", ordinal: 1), .expected,
                fails: false)
        }
        let trace = JudgedTrace(report: report, findings: findings) { _, _ in nil }
        return read.judge(trace).filter { $0.state != .met }.map {
            "\($0.position?.line ?? 0): \($0.name) \($0.state): expected \($0.expected), seen \($0.seen)"
        }
    }

    /// The findings that the expectations do not require.
    var unrequired: [String] {
        var required = read.requiredFindings(in: JudgedTrace(report: report, findings: []) { _, _ in nil })
        return report.findings.filter { !required.take($0) }.map(\.rule)
    }

    /// The lines between two of them that begin like this, without comments.
    func lines(from first: String, to last: String? = nil) -> [String] {
        let lines = text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
        guard let start = lines.firstIndex(where: { $0.hasPrefix(first) }) else { return [] }
        let end = last.flatMap { last in lines.firstIndex { $0.hasPrefix(last) } } ?? lines.count
        return start < end ? Array(lines[start..<end]) : []
    }
}

extension SIPScenario {
    /// A call that is answered after a second, with sessions, and ended by the caller five seconds later.
    mutating func talk(
        from caller: Party = .alice, to callee: Party = .bob, at start: Double = 0, callID: String = defaultCallID,
        lines: [String] = []
    ) {
        let invite = request(.invite, from: caller, to: callee, at: start, callID: callID, lines: lines, body: .sdp)
        response(180, to: invite, at: start + 0.1)
        response(200, to: invite, at: start + 1, body: .sdp)
        acknowledge(invite, at: start + 1.1)
        let bye = request(.bye, in: invite, from: caller, at: start + 6)
        response(200, to: bye, at: start + 6.1)
    }
}

extension SIPScenario {
    /// A call whose caller has Bob call Carol, who declines.
    mutating func referred() {
        let call = request(.invite, from: .alice, to: .bob, at: 0)
        response(200, to: call, at: 1)
        acknowledge(call, at: 1.1)
        let refer = request(
            .refer, in: call, from: .alice, at: 5,
            lines: ["Refer-To: <\(Party.carol.uri)>", "Referred-By: <\(Party.alice.uri)>"])
        response(202, to: refer, at: 5.1)
        let invite = request(
            .invite, from: .bob, to: .carol, at: 5.5, callID: "referred@example.com", fromTag: "bob-2",
            lines: ["Referred-By: <\(Party.alice.uri)>"])
        response(603, to: invite, at: 6)
        acknowledge(invite, 603, at: 6.1)
        let notify = request(
            .notify, in: call, from: .bob, at: 7,
            lines: ["Event: refer", "Subscription-State: terminated;reason=noresource"],
            body: .sipfrag("SIP/2.0 603 Decline"))
        response(200, to: notify, at: 7.1)
    }

    /// A call that is sent to Carol, at a port that changes, and answered there.
    mutating func redirected() {
        let invite = request(.invite, from: .alice, to: .bob, at: 0)
        response(
            302, to: invite, at: 0.2,
            lines: ["Contact: <sip:carol@192.0.2.3:49152;transport=udp>, <sip:192.0.2.4:5062>, <tel:+49-30-1>"])
        acknowledge(invite, 302, at: 0.3)
        let second = request(.invite, from: .alice, to: .bob, at: 0.5, uri: "sip:carol@192.0.2.3:49152;transport=udp")
        response(200, to: second, at: 2)
        acknowledge(second, at: 2.1)
    }
}
