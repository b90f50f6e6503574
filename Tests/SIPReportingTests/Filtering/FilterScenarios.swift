import SIPDialogs
import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPReporting

extension SIPScenario {
    /// Whether the first exchange of the scenario matches a filter.
    func matches(_ filter: String, until seconds: Double = 60) throws -> Bool {
        let judged = try #require(reported(until: seconds).exchanges.first)
        return try CallFilter(filter).matches(try #require(judged.exchange), judged.findings, TimerValues())
    }

    /// A call of `+1 (212) 555-0100` that rings for 2.5 seconds, is answered and lasts for ten; the INVITE was sent twice.
    static func telephoneCall() -> SIPScenario {
        var scenario = SIPScenario()
        let caller = Party("+1-212-555-0100", host: 1)
        let call = scenario.request(
            .invite, from: caller, to: .bob, at: 0, lines: ["User-Agent: Cisco-CP8841/12.5", "Subject: x"])
        scenario.send(call, at: 0.5)
        scenario.response(180, to: call, at: 1)
        scenario.response(200, to: call, at: 3.5)
        scenario.acknowledge(call, at: 3.6)
        let bye = scenario.request(
            .bye, in: call, from: caller, at: 13.5, lines: ["Reason: Q.850;cause=16;text=\"Normal\""])
        scenario.response(200, to: bye, at: 13.6)
        return scenario
    }

    /// A call that is declined with 486 half a second after its INVITE.
    static func busyCall() -> SIPScenario {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(486, to: invite, at: 0.5)
        scenario.acknowledge(invite, 486, at: 0.6)
        return scenario
    }
}
