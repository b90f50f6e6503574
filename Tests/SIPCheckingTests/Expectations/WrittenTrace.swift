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
        let timers = TimerValues()
        var tracker = Tracker(timers: timers)
        var report = Report(timers: timers, catalog: .english)
        scenario.forEachMessage { message, bytes, header in
            let placement = tracker.feed(message, bytes, header)
            report.counts.count(message, bytes, header, flags: placement?.flags)
        }
        tracker.advance(to: SIPScenario.time(seconds))
        tracker.finish()
        let context = RuleContext(
            timers: timers, directions: tracker.directions, hasLoss: false, captureStart: Timestamp(nanoseconds: 0),
            catalog: report.catalog)
        report.exchanges = tracker.finished.sorted { $0.id < $1.id }.map {
            isKept
                ? JudgedExchange(keeping: $0, Rule.findings(in: $0, context), timers)
                : JudgedExchange($0, Rule.findings(in: $0, context), timers)
        }
        self.report = report
        text = ExpectationWriter(report, trace: "traces/call.pcap").text
        read = try Expectations.read(Array(text.utf8), path: "traces/call.sipwatch.yaml")
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
