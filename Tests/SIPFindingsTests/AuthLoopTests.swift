import SIPDialogs
import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("auth/loop")
struct AuthLoopTests {
    /// A request with credentials for these realms, or none, and the answer to it.
    private struct Step {
        var realms: [String] = []
        var status: UInt16
        var realm = "example.com"
        var isStale = false

        static let first = Step(status: 401)
        static let rejected = Step(realms: ["example.com"], status: 401)
        static let stale = Step(realms: ["example.com"], status: 401, isStale: true)

        static func ended(_ status: UInt16) -> Step { Step(realms: ["example.com"], status: status) }
    }

    private func scenario(_ steps: [Step], _ method: SIPParsing.Method = .register) -> SIPScenario {
        var scenario = SIPScenario()
        for (index, step) in steps.enumerated() {
            let time = Double(index)
            let request = scenario.request(
                method, from: .alice, to: .bob, at: time,
                lines: step.realms.map {
                    "Authorization: Digest username=\"alice\", realm=\"\($0)\", nonce=\"n\(index)\", response=\"r\""
                })
            let challenge = "WWW-Authenticate: Digest realm=\"\(step.realm)\", nonce=\"n\(index)\""
            scenario.response(
                step.status, to: request, at: time + 0.1,
                lines: step.status == 401 ? [challenge + (step.isStale ? ", stale=TRUE" : "")] : [])
            if method == .invite { scenario.acknowledge(request, step.status, at: time + 0.2) }
        }
        return scenario
    }

    @Test("Two requests with credentials, challenged again both times")
    func loop() {
        let findings = scenario([.first, .rejected, .rejected]).findings(until: 60)
        #expect(findings.map(Verdict.init) == [Verdict("auth/loop", .error, .proven, [3, 4, 5, 6])])
        #expect(
            findings.first?.message
                == "192.0.2.1:5060 sent REGISTER with credentials for the realm \"example.com\" 2 times, and "
                + "192.0.2.2:5060 challenged each of them again with 401, without stale=true: it did not "
                + "accept the credentials, or no longer knew its nonce")
    }

    @Test("An INVITE loops too, and a request without credentials in between changes nothing")
    func invite() {
        let scenario = scenario([.first, .rejected, .first, .rejected], .invite)
        #expect(scenario.verdicts(until: 60) == [Verdict("auth/loop", .error, .proven, [4, 5, 10, 11])])
    }

    @Test("A 403 at the end of the row is no way out")
    func locked() {
        #expect(scenario([.first, .rejected, .rejected, .ended(403)]).verdicts(until: 60).map(\.rule) == ["auth/loop"])
    }

    @Test(
        "What is no loop",
        arguments: [
            ("the first challenge", [.first]), ("the first challenge, satisfied", [.first, .ended(200)]),
            ("a single rejection: the nonce may have run out", [.first, .rejected]),
            ("stale nonces", [.first, .stale, .stale]),
            ("a rejection, a stale nonce, a rejection", [.rejected, .stale, .rejected]),
            ("in the end it got through", [.first, .rejected, .rejected, .ended(200)]),
            ("in the end the callee was busy", [.first, .rejected, .rejected, .ended(486)]),
            ("a refresh with an old nonce, again and again", [.rejected, .ended(200), .rejected, .ended(200)]),
            (
                "a proxy and a registrar, challenged once each",
                [
                    Step(status: 401, realm: "one"), Step(realms: ["one"], status: 401, realm: "two"),
                    Step(realms: ["one", "two"], status: 200),
                ]
            ),
            (
                "two realms that reject one after the other",
                [
                    Step(realms: ["one", "two"], status: 401, realm: "one"),
                    Step(realms: ["one", "two"], status: 401, realm: "two"),
                    Step(realms: ["one", "two"], status: 401, realm: "one"),
                ]
            ),
        ] as [(String, [Step])])
    private func noLoop(_: String, steps: [Step]) {
        #expect(scenario(steps).verdicts(until: 60) == [])
    }

    @Test("A challenge seen on two hops is one")
    func twoHops() {
        var scenario = SIPScenario()
        let credentials = [
            "Authorization: Digest username=\"alice\", realm=\"example.com\", nonce=\"n\", response=\"r\""
        ]
        let challenge = ["WWW-Authenticate: Digest realm=\"example.com\", nonce=\"n\""]
        let request = scenario.request(.register, from: .alice, to: .proxy, at: 0, lines: credentials)
        let forwarded = scenario.forward(request, by: .proxy, to: .bob, at: 0.01)
        scenario.response(401, to: forwarded, at: 0.1, lines: challenge)
        scenario.response(401, to: request, at: 0.11, lines: challenge)
        #expect(scenario.verdicts(until: 60) == [])
    }
}
