import SIPCatalog
import SIPChecking
import SIPParsing
import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@Suite("Snapshots of the exchanges of a trace")
struct SnapshotTests {
    private typealias Party = SIPScenario.Party

    private func text(_ recording: Recording) -> String { NormalizedLadder(recording.report()).text }

    private func lines(_ scenario: SIPScenario, until seconds: Double = 60) -> [String] {
        text(Recording(scenario, until: seconds)).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    @Test("A call with its parties, messages and transfer")
    func call() {
        #expect(
            lines(.failedTransfer()) == [
                "call 1: alice -> bob: answered",
                "  A = 192.0.2.1:5060",
                "  B = 192.0.2.2:5060",
                "  C = 192.0.2.3:5060",
                "  A -> B  INVITE sip:bob@192.0.2.2  (sdp: audio PCMU sendrecv)",
                "  B -> A  180 Ringing",
                "  B -> A  200 OK  (sdp: audio PCMU sendrecv)",
                "  A -> B  ACK",
                "  A -> B  REFER",
                "  B -> A  202 Accepted",
                "  B -> C  INVITE sip:carol@192.0.2.3",
                "  C -> B  603 Decline",
                "  B -> C  ACK",
                "  B -> A  NOTIFY  (terminated, sipfrag: 603 Decline)",
                "  A -> B  200 OK",
                "  A -> B  BYE",
                "  B -> A  200 OK",
                "  blind transfer to sip:carol@192.0.2.3: failed (603)",
                "",
            ])
    }

    @Test("A redirect stands at the end of its call, and exchanges of a kind are numbered")
    func redirect() {
        var scenario = SIPScenario()
        let ping = scenario.request(.options, from: .bob, to: .alice, at: 0, callID: "ping@here")
        scenario.response(200, to: ping, at: 0.1)
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 1)
        scenario.response(
            302, to: invite, at: 1.5, lines: ["Contact: <sip:carol@192.0.2.3:49200;transport=udp>"])
        scenario.acknowledge(invite, 302, at: 1.6)
        let next = scenario.request(.invite, from: .alice, to: .carol, at: 2, callID: "next@here", fromTag: "alice-2")
        scenario.response(486, to: next, at: 3)
        scenario.acknowledge(next, 486, at: 3.1)
        let found = lines(scenario)
        #expect(found.first == "request 1: OPTIONS bob -> alice: succeeded")
        #expect(found.contains("call 1: alice -> bob: busy"))
        #expect(found.contains("  302 to sip:carol@192.0.2.3: followed"))
        #expect(found.filter(\.isEmpty).count == 2)
    }

    @Test("A recording with other Call-IDs, tags, branches, frames and times gives the same", arguments: Flow.allCases)
    func recordedAgain(flow: Flow.Case) {
        let recording = Recording(flow)
        #expect(text(recording.again) == text(recording))
    }

    @Test(
        "Ports that systems pick make no difference, and look like none",
        arguments: [(49_152, 40_000), (32_768, 65_535)])
    func ports(first: UInt16, second: UInt16) {
        func recorded(_ port: UInt16) -> Recording {
            Recording(.failedTransfer(Party("alice", host: 1, port: port), Party("bob", host: 2, port: 5070)))
        }
        #expect(text(recorded(first)) == text(recorded(second)))
        #expect(text(recorded(first)).contains("  A = 192.0.2.1:*\n  B = 192.0.2.2:5070\n"))
        #expect(text(recorded(first)).contains("A -> B  INVITE sip:bob@192.0.2.2:5070  ("))
    }

    @Test("A client that connects from another port is one party; programs on one host are several")
    func merging() {
        var scenario = SIPScenario()
        let (first, second) = (Party("alice", host: 1, port: 40_001), Party("alice", host: 1, port: 40_002))
        let bob = Party("bob", host: 1, port: 40_003)
        scenario.request(.options, from: first, to: .bob, at: 0, callID: "a@h", fromTag: "t")
        scenario.request(.options, from: second, to: .bob, at: 1, callID: "a@h", fromTag: "t")
        #expect(lines(scenario).contains("  A = 192.0.2.1:*"))
        #expect(lines(scenario).count { $0.hasPrefix("  A -> B  OPTIONS") } == 2)
        var local = SIPScenario()
        local.request(.options, from: first, to: bob, at: 0)
        #expect(lines(local).contains("  A = 192.0.2.1:*"))
        #expect(lines(local).contains("  B = 192.0.2.1:*"))
    }

    @Test("Repeated messages and copies are left out")
    func repeated() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        let once = lines(scenario, until: 2)
        scenario.send(invite, at: 0.001)
        scenario.send(invite, at: 0.5)
        #expect(lines(scenario, until: 2) == once)
    }

    @Test(
        "URIs lose parameters, headers, passwords and picked ports",
        arguments: [
            ("sip:bob@host;transport=tcp?Subject=x", "sip:bob@host"), ("sip:bob@HOST:50000", "sip:bob@host"),
            ("sips:bob:secret@[2001:db8::1]:5061", "sips:bob@[2001:db8::1]:5061"),
            ("sip:host:32767;lr", "sip:host:32767"),
            ("tel:+123;phone-context=x", "tel:+123"), ("sip:b%6Fb@host", "sip:bob@host"), ("<nonsense>", "<nonsense>"),
        ])
    func uris(uri: String, shown: String) {
        var scenario = SIPScenario()
        scenario.request(.options, from: .alice, to: .bob, at: 0, uri: uri)
        #expect(lines(scenario).contains("  A -> B  OPTIONS \(shown)"))
    }

    @Test("Session descriptions by kinds, codecs and directions; other bodies by their types")
    func bodies() {
        var description = SIPScenario.SessionDescription(origin: "192.0.2.1")
        description.media = ["audio", "video"]
        description.ports = [4_000, 0]
        description.codecs = ["0", "101"]
        description.direction = "sendonly"
        var scenario = SIPScenario()
        scenario.request(.invite, from: .alice, to: .bob, at: 0, body: description.body)
        scenario.request(
            .message, from: .alice, to: .bob, at: 1, callID: "m@h",
            body: .init(type: "Text/Plain; charset=UTF-8", "hello"))
        let found = lines(scenario)
        #expect(found.contains { $0.hasSuffix("(sdp: audio PCMU telephone-event sendonly, video off)") })
        #expect(found.contains { $0.hasSuffix("  (text/plain)") })
    }

    @Test("Nothing from the wire steers a terminal or begins a line")
    func hostile() {
        var scenario = SIPScenario()
        let invite = scenario.request(
            .invite, from: Party("a\u{202E}b", host: 1), to: .bob, at: 0, uri: "sip:%0A%1Bx@192.0.2.2")
        scenario.response(603, to: invite, at: 1, phrase: "No\u{1B}[31m \u{2028}way")
        let text = text(Recording(scenario))
        #expect(
            text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !["\u{202E}", "\u{2028}"].contains($0) })
        #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("  ") || $0.hasPrefix("call 1") })
        #expect(text.contains("603 No\\u{1b}[31m \\u{2028}way"))
    }

    @Test("Exchanges whose messages were let go, and a trace without any")
    func without() {
        let report = Recording(SIPScenario.failedTransfer()).report(isKept: false)
        #expect(NormalizedLadder(report).text == "call 1: alice -> bob: answered\n  its messages were not kept\n")
        #expect(NormalizedLadder(Report(timers: report.timers, catalog: report.catalog)).text == "nothing\n")
    }

    @Test("The language of reports makes no difference", arguments: CatalogLanguage.allCases)
    func language(language: CatalogLanguage) {
        var report = Recording(SIPScenario.failedTransfer()).report()
        let english = NormalizedLadder(report).text
        report.catalog = .embedded(language)
        #expect(NormalizedLadder(report).text == english)
    }

    @Test("A trace that is as its snapshot is met, line ends aside; another one fails and shows what differs")
    func judged() throws {
        let report = Recording(SIPScenario.failedTransfer()).report()
        let snapshot = NormalizedLadder(report).text
        let position = SourcePosition(file: "a.sipwatch.yaml", line: 1, column: 11)
        let met = SnapshotComparison.judge(snapshotText: snapshot, report, position: position)
        #expect(met.state == .met)
        #expect(!met.fails)
        #expect(met.details.isEmpty)
        #expect(met.name == "snapshot")
        #expect(met.position == position)
        let windows = snapshot.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        #expect(SnapshotComparison.judge(snapshotText: windows, report).state == .met)
        let other = snapshot.replacing("603 Decline\n", with: "200 OK\n")
        let failed = SnapshotComparison.judge(snapshotText: other, report)
        #expect(failed.state == .failed)
        #expect(failed.fails)
        #expect(failed.seen == "1 line is missing, 1 line is new; if that is right, run with --update")
        #expect(
            failed.details == [
                "@@ -9,7 +9,7 @@", "   A -> B  REFER", "   B -> A  202 Accepted",
                "   B -> C  INVITE sip:carol@192.0.2.3",
                "-  C -> B  200 OK", "+  C -> B  603 Decline", "   B -> C  ACK",
                "   B -> A  NOTIFY  (terminated, sipfrag: 603 Decline)", "   A -> B  200 OK",
            ])
    }

    @Test("Without a snapshot, the comparison fails and says what to do")
    func missing() {
        let result = SnapshotComparison.judge(snapshotText: nil, Recording(SIPScenario.failedTransfer()).report())
        #expect(result.state == .failed)
        #expect(result.fails)
        #expect(result.seen == "there is no snapshot yet; run with --update to write it")
    }
}
