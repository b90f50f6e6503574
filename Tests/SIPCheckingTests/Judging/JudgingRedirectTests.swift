import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPChecking

@Suite("Judging redirects and registrations")
struct JudgingRedirectTests {
    typealias Party = SIPScenario.Party

    static let followed = JudgingTrace { scenario in
        redirect(&scenario)
        let invite = scenario.request(
            .invite, from: .alice, to: .carol, at: 1.5, uri: "sip:carol@192.0.2.3:5062;transport=udp")
        scenario.response(200, to: invite, at: 2)
        scenario.acknowledge(invite, at: 2.1)
    }
    static let abandoned = JudgingTrace { redirect(&$0) }
    static let early: JudgingTrace = {
        var trace = abandoned
        trace.until = 2
        return trace
    }()

    private static func redirect(_ scenario: inout SIPScenario) {
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(
            302, to: invite, at: 1, lines: ["Contact: <sip:carol@192.0.2.3:5062;transport=udp>, <tel:+1-212-555-0100>"])
        scenario.acknowledge(invite, 302, at: 1.1)
    }

    private func lines(_ trace: JudgingTrace, _ build: (inout RedirectExpectation) -> Void) -> [String] {
        var redirect = RedirectExpectation()
        build(&redirect)
        return trace.lines { $0.redirects = placed([placed(redirect)]) }
    }

    @Test("Status and contacts")
    func contacts() {
        #expect(
            lines(Self.abandoned) { $0.status = statuses(302...302) }
                == ["redirects[1].status met: 302 Moved Temporarily [2]"])
        #expect(
            lines(Self.abandoned) { $0.status = statuses(301...301) }
                == ["redirects[1].status failed: 302 Moved Temporarily [2]"])
        let seen = "sip:carol@192.0.2.3:5062;transport=udp, tel:+1-212-555-0100 [2]"
        func line(_ texts: String...) -> [String] {
            lines(Self.abandoned) { $0.contacts = placed(texts.map { .exact($0) }) }
        }
        #expect(line("sip:carol@192.0.2.3", "+12125550100") == ["redirects[1].contacts met: \(seen)"])
        #expect(line("+12125550100", "carol") == ["redirects[1].contacts failed: \(seen)"])
        #expect(line("carol") == ["redirects[1].contacts failed: \(seen)"])
    }

    @Test(
        "Whether it was followed",
        arguments: [
            (followed, true, "met: followed [2, 4]"), (followed, false, "failed: followed [2, 4]"),
            (abandoned, false, "met: not followed [2]"), (abandoned, true, "failed: not followed [2]"),
            (early, true, "undetermined: not followed at the end of the trace [2]"),
            (early, false, "undetermined: not followed at the end of the trace [2]"),
        ] as [(JudgingTrace, Bool, String)])
    func following(trace: JudgingTrace, wanted: Bool, line: String) {
        #expect(lines(trace) { $0.followed = placed(wanted) } == ["redirects[1].followed " + line])
    }

    @Test("Advice where nobody followed; the redirects of the whole trace")
    func trace() {
        var redirect = RedirectExpectation()
        redirect.followed = placed(true)
        let results = Self.abandoned.results { $0.redirects = placed([placed(redirect)]) }
        #expect(results.map(\.name) == ["trace: redirects[1].followed"])
        #expect(results.first?.advice.isEmpty == false)
        #expect(
            Self.abandoned.trace.findings.first { $0.finding.rule == "redirect/not-followed" }?.finding.advice
                == results.first?.advice)
        let none = Self.abandoned.results { $0.redirects = placed([]) }
        #expect(none.map(\.line) == ["redirects failed: 1 redirect [2]"])
        #expect(none.map(\.expected) == ["no redirect"])
    }

    static let registered = JudgingTrace { scenario in
        let first = scenario.request(.register, from: .alice, to: .alice, at: 0, lines: ["Expires: 60"])
        scenario.response(401, to: first, at: 0.1)
        let register = scenario.request(.register, from: .alice, to: .alice, at: 0.2, lines: ["Expires: 60"])
        scenario.response(200, to: register, at: 0.3)
    }
    static let forbidden = JudgingTrace { scenario in
        let register = scenario.request(.register, from: .alice, to: .alice, at: 0)
        scenario.response(403, to: register, at: 0.1)
    }
    static let pending = JudgingTrace(until: 2) { $0.request(.register, from: .alice, to: .alice, at: 0) }

    private func registration(
        _ trace: JudgingTrace, _ build: (inout RegistrationExpectation) -> Void
    ) -> [String] {
        var registration = RegistrationExpectation()
        build(&registration)
        return trace.results { $0.registrations = [placed(registration)] }.map(\.line)
    }

    @Test("Registrations: outcome, status, and the seconds that were granted")
    func registrations() {
        let hour = placed(Bound(text: "> 60", .greater(60)))
        let minute = placed(Bound(text: "<= 60", .atMost(60)))
        #expect(registration(Self.registered) { $0.outcome = placed(["succeeded"]) } == ["outcome met: succeeded [4]"])
        #expect(
            registration(Self.forbidden) { $0.outcome = placed(["succeeded"]) }
                == ["outcome failed: rejected (403 Forbidden) [2]"])
        #expect(
            registration(Self.pending) { $0.outcome = placed(["succeeded"]) } == [
                "outcome undetermined: undetermined [1]"
            ])
        #expect(registration(Self.registered) { $0.status = statuses(200...200) } == ["status met: 200 OK [4]"])
        #expect(
            registration(Self.forbidden) { $0.status = statuses(200...200) } == ["status failed: 403 Forbidden [2]"])
        #expect(
            registration(Self.pending) { $0.status = statuses(200...200) } == ["status undetermined: undetermined [1]"])
        #expect(registration(Self.registered) { $0.expires = minute } == ["expires met: 60 s [4]"])
        #expect(registration(Self.registered) { $0.expires = hour } == ["expires failed: 60 s [4]"])
        #expect(
            registration(Self.forbidden) { $0.expires = hour }
                == ["expires failed: nothing granted: rejected (403 Forbidden) [2]"])
        #expect(
            registration(Self.pending) { $0.expires = hour }
                == ["expires undetermined: nothing granted: undetermined [1]"])
    }

    @Test("Registrations are named by their user, and sought by To")
    func selection() {
        var wanted = RegistrationExpectation()
        wanted.selector.to = .exact("alice")
        #expect(
            Self.forbidden.results { $0.registrations = [placed(wanted)] }.map(\.name)
                == ["registration 1 (alice): match"])
        wanted.selector.to = .exact("bob")
        let missing = Self.forbidden.results { $0.registrations = [placed(wanted)] }
        #expect(missing.map(\.line) == ["match unmatched: registration 1 (alice) []"])
        #expect(missing.map(\.expected) == ["a registration to bob"])
    }
}
