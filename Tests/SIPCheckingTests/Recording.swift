import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import SIPReporting
import TraceTypes
import _TestSupport

/// Messages as a capture has them, and what the whole pipeline makes of them.
struct Recording {
    /// The messages, in the order of their times.
    var messages: [SIPScenario.Message]
    /// When the capture ends.
    var end: Timestamp
    /// The protocol's timers.
    var timers = TimerValues()
    /// Whether the capture is known to have lost frames.
    var hasLoss = false

    /// A scenario whose capture ends so many seconds into it.
    init(_ scenario: SIPScenario, until seconds: Double = 60) {
        messages = scenario.messages
        end = SIPScenario.time(seconds)
    }

    /// The case of a flow.
    init(_ flow: Flow.Case) {
        messages = flow.scenario.messages
        end = flow.end
        hasLoss = flow.hasLoss
        if let t1 = flow.timers.t1 { timers.t1 = t1 }
        if let t2 = flow.timers.t2 { timers.t2 = t2 }
        if let t4 = flow.timers.t4 { timers.t4 = t4 }
    }

    /// The report, with the messages of all exchanges unless `isKept` is false.
    func report(isKept: Bool = true) -> Report {
        var tracker = Tracker(timers: timers)
        var report = Report(timers: timers, catalog: .english)
        messages.forEachMessage { message, bytes, header in
            let placement = tracker.feed(message, bytes, header)
            report.counts.count(message, bytes, header, flags: placement?.flags)
            report.account.frames += 1
            report.account.sipFrames += 1
        }
        tracker.advance(to: end)
        tracker.finish()
        let context = RuleContext(
            timers: timers, directions: tracker.directions, hasLoss: hasLoss,
            captureStart: messages.first?.header.time ?? end, catalog: report.catalog)
        report.exchanges = tracker.finished.sorted { $0.id < $1.id }.map {
            let findings = Rule.findings(in: $0, context)
            return isKept ? JudgedExchange(keeping: $0, findings, timers) : JudgedExchange($0, findings, timers)
        }
        return report
    }
}

extension SIPScenario {
    /// A call from one party to another, answered after one second and acknowledged: four messages.
    mutating func answered(
        from caller: Party = .alice, to callee: Party = .bob, at start: Double = 0, callID: String = defaultCallID
    ) -> Request {
        let invite = request(.invite, from: caller, to: callee, at: start, callID: callID, body: .sdp)
        response(180, to: invite, at: start + 0.1)
        response(200, to: invite, at: start + 1, body: .sdp)
        acknowledge(invite, at: start + 1.1)
        return invite
    }

    /// A call that is transferred to a third party, who declines: one finding of `transfer/failed`.
    static func failedTransfer(
        _ alice: Party = .alice, _ bob: Party = .bob, _ carol: Party = .carol, callID: String = defaultCallID
    ) -> SIPScenario {
        var scenario = SIPScenario()
        let call = scenario.answered(from: alice, to: bob, callID: callID)
        let refer = scenario.request(
            .refer, in: call, from: alice, at: 5,
            lines: ["Refer-To: <\(carol.uri)>", "Referred-By: <\(alice.uri)>"])
        scenario.response(202, to: refer, at: 5.1)
        let invite = scenario.request(
            .invite, from: bob, to: carol, at: 5.5, callID: "referred-\(callID)", fromTag: "bob-2",
            lines: ["Referred-By: <\(alice.uri)>"])
        scenario.response(603, to: invite, at: 6)
        scenario.acknowledge(invite, 603, at: 6.1)
        let notify = scenario.request(
            .notify, in: call, from: bob, at: 7,
            lines: ["Event: refer", "Subscription-State: terminated;reason=noresource"],
            body: .sipfrag("SIP/2.0 603 Decline"))
        scenario.response(200, to: notify, at: 7.1)
        let bye = scenario.request(.bye, in: call, from: alice, at: 9)
        scenario.response(200, to: bye, at: 9.1)
        return scenario
    }
}
