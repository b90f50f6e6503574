import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import TraceTypes
import _TestSupport

@testable import SIPReporting

extension SIPScenario {
    /// The report of the scenario when the capture ends so many seconds into it.
    func reported(until seconds: Double, isKept: Bool = true) -> Report {
        let timers = TimerValues()
        var tracker = Tracker(timers: timers)
        var report = Report(timers: timers, catalog: .english)
        forEachMessage { message, bytes, header in
            let placement = tracker.feed(message, bytes, header)
            report.counts.count(message, bytes, header, flags: placement?.flags)
            report.account.frames += 1
            report.account.sipFrames += 1
        }
        tracker.advance(to: Self.time(seconds))
        tracker.finish()
        let context = RuleContext(
            timers: timers, directions: tracker.directions, hasLoss: false, captureStart: Timestamp(nanoseconds: 0),
            catalog: report.catalog)
        report.exchanges = tracker.finished.sorted { $0.id < $1.id }.map {
            isKept
                ? JudgedExchange(keeping: $0, Rule.findings(in: $0, context), timers)
                : JudgedExchange($0, Rule.findings(in: $0, context), timers)
        }
        return report
    }

    /// The ladder of the first exchange.
    func ladder(until seconds: Double = 60) -> [String] {
        reported(until: seconds).exchanges.first?.exchange.map {
            Ladder(exchange: $0, catalog: .english, style: TextStyle(isColored: false)).lines
        } ?? []
    }

    /// The summary of the first exchange.
    func summary(until seconds: Double = 60) -> ExchangeSummary? {
        reported(until: seconds).exchanges.first?.summary
    }

    /// A call from Alice to Bob, answered after one second and acknowledged.
    mutating func answeredCall(from caller: Party = .alice, to callee: Party = .bob) -> Request {
        let invite = request(.invite, from: caller, to: callee, at: 0)
        response(180, to: invite, at: 0.1)
        response(200, to: invite, at: 1)
        acknowledge(invite, at: 1.1)
        return invite
    }

    /// A transfer of that call to Carol that fails with 603.
    static func failedTransfer() -> SIPScenario {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        let refer = scenario.request(
            .refer, in: call, from: .alice, at: 5,
            lines: ["Refer-To: <\(Party.carol.uri)>", "Referred-By: <\(Party.alice.uri)>"])
        scenario.response(200, to: refer, at: 5.1)
        let invite = scenario.request(
            .invite, from: .bob, to: .carol, at: 5.5, callID: "referred@example.com", fromTag: "bob-2",
            lines: ["Referred-By: <\(Party.alice.uri)>"])
        scenario.response(603, to: invite, at: 6)
        scenario.acknowledge(invite, 603, at: 6.1)
        let notify = scenario.request(
            .notify, in: call, from: .bob, at: 7,
            lines: ["Event: refer", "Subscription-State: terminated;reason=noresource"],
            body: .sipfrag("SIP/2.0 603 Decline"))
        scenario.response(200, to: notify, at: 7.1)
        return scenario
    }
}
