import SIPCatalog
import SIPChecking
import SIPDialogs
import SIPParsing
import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@Suite("Exchanges as a verdict shows them")
struct DiagramTests {
    private typealias Party = SIPScenario.Party

    private func checked(_ scenario: SIPScenario, until seconds: Double = 60, isDrawn: Bool = true) -> [CheckedExchange]
    {
        let report = Recording(scenario, until: seconds).report()
        return report.exchanges.map { CheckedExchange($0, in: report, isDrawn: isDrawn) }
    }

    @Test("A call has its title, outcome, status and length")
    func facts() throws {
        let call = try #require(checked(.failedTransfer(), isDrawn: false).first)
        #expect(call.id == 1)
        #expect(call.kind == .call)
        #expect(call.title == "call 1: alice → bob")
        #expect(call.outcome == "answered")
        #expect(call.status == 200)
        #expect(call.length == TimeSpan.milliseconds(9_100))
        #expect(call.ladder.isEmpty)
        #expect(call.diagram.isEmpty)
    }

    @Test(
        "Titles of what is no call",
        arguments: [
            (SIPParsing.Method.register, "registration 1: bob"), (.subscribe, "subscription 1: alice → bob"),
            (.options, "request 1: OPTIONS alice → bob"),
        ])
    func titles(method: SIPParsing.Method, title: String) {
        var scenario = SIPScenario()
        scenario.request(method, from: .alice, to: .bob, at: 0)
        #expect(checked(scenario).map(\.title) == [title])
    }

    @Test("A title of a call whose messages were let go has the users of its URIs")
    func letGo() {
        let report = Recording(SIPScenario.failedTransfer()).report(isKept: false)
        let calls = report.exchanges.map { CheckedExchange($0, in: report, isDrawn: true) }
        #expect(calls.map(\.title) == ["call 1: alice → bob"])
        #expect(calls.first?.ladder.isEmpty == true)
    }

    @Test("Each line of a ladder has the frame of its message; heads have none")
    func rungs() throws {
        let call = try #require(checked(.failedTransfer()).first)
        let messages = SIPScenario.failedTransfer().messages
        #expect(call.ladder.map(\.frame) == [nil] + messages.map(\.header.frame))
        #expect(call.ladder[1].text.contains("── INVITE ──"))
        #expect(call.ladder.first?.text.contains("192.0.2.1:5060") == true)
    }

    @Test("A comment on a frame stands in the ladder, and steers nothing")
    func comments() throws {
        var report = Recording(SIPScenario.failedTransfer()).report()
        report.account.add(.init(frame: FrameNumber(rawValue: 2), text: "look\u{1B}[31m here"))
        report.account.add(.init(frame: FrameNumber(rawValue: 99), text: "elsewhere"))
        let call = CheckedExchange(try #require(report.exchanges.first), in: report, isDrawn: true)
        #expect(call.ladder[2].text.contains("look\\u{1b}[31m here"))
        #expect(!call.ladder.contains { $0.text.contains("elsewhere") })
    }

    @Test("A call as a sequence diagram: participants, requests, responses, notes")
    func diagram() throws {
        let lines = try #require(checked(.failedTransfer()).first).diagram
        #expect(
            lines.prefix(8) == [
                "sequenceDiagram", "    participant A as 192.0.2.1:5060", "    participant B as 192.0.2.2:5060",
                "    participant C as 192.0.2.3:5060", "    A->>B: INVITE sip:bob@192.0.2.2", "    B-->>A: 180 Ringing",
                "    B-->>A: 200 OK", "    A->>B: ACK",
            ])
        #expect(lines.contains("    C-->>B: 603 Decline"))
        let refer = try #require(lines.firstIndex(of: "    A->>B: REFER"))
        #expect(lines[refer + 1].hasPrefix("    Note over A,B: "))
        #expect(lines[refer + 1].contains("sip:carol@192.0.2.3"))
        #expect(lines.last == "    B-->>A: 200 OK")
    }

    @Test(
        "What the wire says is text to Mermaid, Markdown and HTML, and no more",
        arguments: [
            "x;y", "a#b", "\"q\"", "'q'", "<br>", "a&b", "%%{init: {}}%%", "```", "a|b", "x\u{202E}y", "end", "[x](y)",
            "{x}", "$x$",
        ])
    func hostile(phrase: String) throws {
        var scenario = SIPScenario()
        let invite = scenario.request(
            .invite, from: .alice, to: .bob, at: 0, uri: "sip:\(phrase.filter { !$0.isWhitespace })@h")
        scenario.response(603, to: invite, at: 1, phrase: phrase)
        let lines = try #require(checked(scenario).first).diagram
        #expect(lines.count > 4)
        let allowed = Set(" .,:@/-_+=()?!#;>…→".unicodeScalars)
        for line in lines {
            #expect(
                line.unicodeScalars.allSatisfy {
                    allowed.contains($0) || $0.properties.isAlphabetic || ("0"..."9").contains($0)
                })
            // Arrows aside, these stand in entity codes alone.
            for part in line.split(separator: "#").dropFirst() {
                #expect(part.prefix { $0.isNumber }.count > 0 && part.contains(";"))
            }
        }
    }

    @Test("Copies are left out, repeated messages are marked, and of many messages the first are drawn")
    func repeated() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.send(invite, at: 0.001)
        scenario.send(invite, at: 0.5)
        let lines = try #require(checked(scenario).first).diagram
        #expect(lines.count { $0.contains("INVITE") } == 2)
        #expect(lines.last == "    A->>B: INVITE (retransmission)")
        for number in 1...150 {
            scenario.request(.info, from: .alice, to: .bob, at: Double(number), toTag: "bob-tag")
        }
        let many = try #require(checked(scenario, until: 300).first).diagram
        #expect(many.count { $0.contains("->>") } == 100)
        #expect(many.last?.hasPrefix("    Note over A,B: ") == true)
        #expect(many.last?.contains("52") == true)
    }

    @Test("A message from an address to itself, and a party beyond the alphabet")
    func parties() throws {
        var scenario = SIPScenario()
        for host in 10..<40 {
            scenario.request(
                .info, from: .alice, to: Party("p", host: UInt8(host)), at: Double(host), callID: "one@h", toTag: "x")
        }
        let invite = scenario.request(.info, from: .alice, to: .alice, at: 50, callID: "one@h", toTag: "x")
        scenario.response(404, to: invite, at: 51)
        let lines = try #require(checked(scenario, until: 100).first).diagram
        #expect(lines.contains("    participant P31 as 192.0.2.39:5060"))
        #expect(lines.contains("    A->>P31: INFO"))
        #expect(lines.contains("    A->>A: INFO"))
        #expect(lines.contains { $0.hasPrefix("    Note over A: ") })
    }
}
