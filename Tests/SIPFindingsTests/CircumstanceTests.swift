import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("A situation is named only where the messages show it")
struct CircumstanceTests {
    /// The situation of the last message of the first exchange.
    private func last(_ scenario: SIPScenario) -> String? {
        guard let exchange = scenario.tracked(until: SIPScenario.time(120)).0.first else { return nil }
        return exchange.messages.indices.last.flatMap { exchange.annotation(of: $0, .english)?.situation }
    }

    private func call(_ change: (inout SIPScenario, SIPScenario.Request) -> Void) -> String? {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        change(&scenario, invite)
        return last(scenario)
    }

    @Test("At once, after ringing, and neither after progress or another device's ringing", arguments: [480, 486, 600])
    func ringing(status: UInt16) {
        #expect(call { $0.response(status, to: $1, at: 0.2) } == "at-once")
        #expect(call { $0.response(status, to: $1, at: 2) } == nil)
        #expect(
            call {
                $0.response(180, to: $1, at: 0.1)
                $0.response(status, to: $1, at: 8)
            } == "after-ringing")
        #expect(
            call {
                $0.response(183, to: $1, at: 0.1)
                $0.response(status, to: $1, at: 0.2)
            } == nil)
        #expect(
            call {
                $0.response(180, to: $1, at: 0.1, tag: "other")
                $0.response(status, to: $1, at: 8)
            } == nil)
    }

    @Test("480 after a short ringing is no no-answer timer")
    func briefly() {
        #expect(
            call {
                $0.response(180, to: $1, at: 0.1)
                $0.response(480, to: $1, at: 2)
            } == "soon-after-ringing")
    }

    @Test("A 408 after progress does not say that nothing came from beyond")
    func timeouts() {
        #expect(call { $0.response(408, to: $1, at: 32) } == "no-ringing")
        #expect(
            call {
                $0.response(183, to: $1, at: 1)
                $0.response(408, to: $1, at: 32)
            } == nil)
        #expect(
            call {
                $0.response(180, to: $1, at: 1, tag: "branch")
                $0.response(408, to: $1, at: 32)
            } == "after-ringing")
    }

    @Test("A 403 is one without a challenge only where none came before")
    func challenged() {
        #expect(call { $0.response(403, to: $1, at: 0.1) } == "without-challenge")
        let challenged = call { scenario, invite in
            scenario.response(401, to: invite, at: 0.1, lines: ["WWW-Authenticate: Digest realm=\"x\", nonce=\"n\""])
            scenario.acknowledge(invite, at: 0.2)
            let again = scenario.request(.invite, from: .alice, to: .bob, at: 0.3)
            scenario.response(403, to: again, at: 0.4)
        }
        #expect(challenged == nil)
    }

    @Test("A CANCEL after the 487 did not cause it")
    func lateCancel() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(180, to: invite, at: 0.1)
        scenario.response(487, to: invite, at: 20)
        scenario.cancel(invite, at: 20.1)
        let exchange = try #require(scenario.tracked(until: SIPScenario.time(60)).0.first)
        #expect(exchange.annotation(of: 2, .english)?.situation == nil)
    }

    @Test("An INVITE with Replaces that rang was not for a call that had ended")
    func replaces() {
        let replaces = ["Replaces: c2@x;to-tag=a;from-tag=b"]
        for (rings, situation) in [(false, "after-replaces"), (true, "after-ringing")] {
            var scenario = SIPScenario()
            let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0, lines: replaces)
            if rings { scenario.response(180, to: invite, at: 0.1) }
            scenario.response(603, to: invite, at: rings ? 6 : 0.1)
            #expect(last(scenario) == situation)
        }
        var slow = SIPScenario()
        let invite = slow.request(.invite, from: .alice, to: .bob, at: 0, lines: replaces)
        slow.response(603, to: invite, at: 6)
        #expect(last(slow) == nil)
    }

    @Test("A REGISTER that only asks stores nothing")
    func query() {
        for (lines, situation) in [(["Contact: <sip:alice@192.0.2.1>"], "REGISTER"), ([], nil)] as [([String], String?)]
        {
            var scenario = SIPScenario()
            let without = lines.isEmpty ? ["Contact"] : []
            let request = scenario.request(.register, from: .alice, to: .bob, at: 0, lines: lines, without: without)
            scenario.response(200, to: request, at: 0.1)
            #expect(last(scenario) == situation)
        }
    }

    @Test("A redirect to a tel URI may be followed by an INVITE that does not show it")
    func telephoneRedirect() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(302, to: invite, at: 0.1, lines: ["Contact: <tel:+4930123>"])
        #expect(last(scenario) == nil)
    }

    @Test("A response without its request says nothing of what the request lacked")
    func responsesOnly() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(401, to: invite, at: 0.1, lines: ["WWW-Authenticate: Digest realm=\"x\", nonce=\"n\""])
        var tracker = Tracker(timers: TimerValues())
        Array(scenario.messages.dropFirst()).forEachMessage { tracker.feed($0, $1, $2) }
        tracker.advance(to: SIPScenario.time(60))
        tracker.finish()
        let exchange = try #require(tracker.finished.first)
        #expect(exchange.annotation(of: 0, .english)?.code == 401)
        #expect(exchange.annotation(of: 0, .english)?.situation == nil)
    }

    @Test("A refusal within a call; a BYE that is refused says nothing of the call going on")
    func inDialog() {
        for (method, situation) in [(SIPParsing.Method.info, "in-dialog"), (.bye, nil)]
            as [(SIPParsing.Method, String?)]
        {
            var scenario = SIPScenario()
            let invite = scenario.answeredCall()
            let request = scenario.request(method, in: invite, from: .alice, at: 5)
            scenario.response(403, to: request, at: 5.1)
            #expect(last(scenario) == situation)
        }
    }

    @Test("Glare needs both sides to be refused")
    func glare() {
        for (status, situation) in [(UInt16(491), "glare"), (200, nil)] as [(UInt16, String?)] {
            var scenario = SIPScenario()
            let invite = scenario.answeredCall()
            let mine = scenario.request(.update, in: invite, from: .alice, at: 5)
            let theirs = scenario.request(.update, in: invite, from: .bob, at: 5.01)
            scenario.response(status, to: mine, at: 5.1)
            scenario.response(491, to: theirs, at: 5.2)
            #expect(last(scenario) == situation)
        }
    }
}

@Suite("Settings of the system that sent a response")
struct PlatformHintTests {
    private func advice(_ server: String, _ status: UInt16 = 408) -> [String] {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(status, to: invite, at: 32, lines: ["Server: \(server)"])
        let exchange = scenario.tracked(until: SIPScenario.time(60)).0.first
        return exchange?.explanation(of: 1, .english)?.entry.fix ?? []
    }

    @Test("A Kamailio that says what it is gets advice by the names of its settings; another product gets none")
    func known() {
        #expect(advice("kamailio (5.6.3 (x86_64/linux))").contains { $0.hasPrefix("Kamailio: fr_timer (") })
        #expect(!advice("Acme 1.0").contains { $0.contains("fr_timer") })
        #expect(!advice("OpenSIPS (3.4.2)").contains { $0.contains("Kamailio:") })
    }

    @Test("Every system is known by what it calls itself")
    func products() {
        let products = [
            "Asterisk PBX 18.9", "FPBX-16.0", "FreeSWITCH-mod_sofia/1.10", "kamailio (5.6)", "OpenSIPS (3.4)",
            "Cisco-SIPGateway/IOS-16.12", "Microsoft.PSTNHub.SIPProxy v.2024",
        ]
        #expect(
            products.map(Platform.init(product:)) == [
                .asterisk, .asterisk, .freeswitch, .kamailio, .opensips, .cisco, .teams,
            ])
        #expect(Platform(product: "SIPp/3.6.1") == nil)
    }
}
