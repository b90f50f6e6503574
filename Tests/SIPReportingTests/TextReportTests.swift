import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPReporting

@Suite("The report that people read")
struct TextReportTests {
    private static let plain = TextStyle(isColored: false)

    private func text(_ report: Report, isColored: Bool = false) -> String {
        var text = ""
        TextReport(report, style: TextStyle(isColored: isColored)).write { text += $0 }
        return text
    }

    @Test("Account, table, the call with something to say, the total")
    func parts() throws {
        let text = text(SIPScenario.failedTransfer().reported(until: 60))
        let parts = [
            "Frames: 11 SIP", "#    Start (UTC)", "Call 1: ", "Call-ID referred@example.com",
            "Transfer: blind to sip:carol@192.0.2.3: failed (REFER answered 200 OK, NOTIFY reported 603 after 2 s, "
                + "referred INVITE got 603)", "  error transfer/failed (proven; frames 5, 6, 7, 8, 10)",
            "Why it matters: ",
            "What to do:", "See: RFC 3515, 2.4.5", "1 finding: 1 error",
        ]
        var rest = text[...]
        for part in parts {
            let range = try #require(rest.firstRange(of: part), "\(part)")
            rest = rest[range.upperBound...]
        }
        #expect(rest == "\n")
    }

    @Test("Without colour no code, with colour the same words")
    func colors() {
        let report = SIPScenario.failedTransfer().reported(until: 60)
        let plain = text(report)
        #expect(!plain.contains("\u{1B}"))
        let colored = text(report, isColored: true)
        #expect(colored.contains("\u{1B}[31m"))
        #expect(colored.replacing(#/\u{1B}\[[0-9]+m/#, with: "").filter { $0 != " " } == plain.filter { $0 != " " })
    }

    @Test("No SIP at all")
    func noSIP() {
        var report = SIPScenario().reported(until: 60)
        report.account.frames = 3
        report.account.otherFrames = ["dns": 2, "arp": 1]
        #expect(text(report) == "Frames: 0 SIP, 3 other (dns 2, arp 1)\nNo SIP in what was read.\n")
    }

    @Test("Nothing to find")
    func clean() {
        var scenario = SIPScenario()
        _ = scenario.answeredCall()
        let text = text(scenario.reported(until: 60))
        #expect(text.hasSuffix("\nNo findings.\n"))
        #expect(!text.contains("Call 1:"))
    }

    @Test("Findings of calls whose messages were let go are counted")
    func untold() {
        let text = text(SIPScenario.failedTransfer().reported(until: 60, isKept: false))
        #expect(text.contains("1 more call with findings; --details all shows them"))
    }

    @Test("The frames of the account add up")
    func account() {
        var report = SIPScenario.failedTransfer().reported(until: 60)
        report.account.otherFrames = ["dns": 4, "arp": 1]
        report.account.incompleteFrames = ["IP fragment": 2]
        report.account.undecodedFrames = ["checksum": 3]
        report.account.frames += 10
        report.account.droppedFrames = 1
        report.account.messagesWithoutCallID = 2
        report.account.evictedExchanges = 1
        report.account.inputs = [
            .init(
                name: "a\u{1B}.pcap", frames: 21, firstTime: SIPScenario.time(0), lastTime: SIPScenario.time(4.5),
                cut: "cut short in frame 22")
        ]
        let lines = AccountText(report: report, style: Self.plain).lines
        #expect(
            lines == [
                "a\\u{1b}.pcap: 21 frames, 2023-11-14T22:13:20.000000Z to 2023-11-14T22:13:24.500000Z (4.5 s)",
                "Frames: 11 SIP, 5 other (dns 4, arp 1), 2 in parts (IP fragment 2), 3 not decoded (checksum 3)",
                "Messages: 11 (ACK 2, INVITE 2, NOTIFY 1, REFER 1, 180 ×1, 200 ×3, 603 ×1)",
                "a\\u{1b}.pcap: cut short in frame 22; all before that was read", "1 frame dropped by the kernel",
                "2 messages without a Call-ID", "1 open call given up for want of room",
            ])
        let account = report.account
        let parts = [account.otherFrames, account.incompleteFrames, account.undecodedFrames]
            .flatMap(\.values).reduce(Int(account.sipFrames + account.truncatedFrames), +)
        #expect(parts == Int(account.frames))
    }

    @Test("What a snap length, the program or reassembly lost is said, what reassembly mended is not")
    func losses() {
        var report = Report(timers: TimerValues(), catalog: .english)
        report.account.frames = 5
        report.account.sipFrames = 3
        report.account.truncatedFrames = 2
        report.account.droppedByProgram = 1
        report.account.reassembly = [
            "stream-gap": 2, "fragments-expired": 1, "datagram-reassembled": 4, "segment-retransmitted": 7,
        ]
        #expect(
            AccountText(report: report, style: Self.plain).lines == [
                "Frames: 3 SIP, 2 SIP cut by a snap length",
                "1 frame lost by sipwatch, which did not keep up",
                "2 gaps in TCP streams: segments that were never seen",
                "1 datagram of which a fragment never came",
            ])
    }

    @Test("Of very many comments the first are kept and all are counted")
    func comments() {
        var account = CaptureAccount()
        for number in 1...1_500 as ClosedRange<UInt64> {
            account.add(CaptureAccount.Comment(frame: FrameNumber(rawValue: number), text: "\(number)"))
        }
        #expect(account.commentCount == 1_500)
        #expect(account.comments.map(\.frame.rawValue) == Array(1...UInt64(CaptureAccount.commentsKept)))
    }

    @Test("Repeats and copies are counted apart")
    func counts() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.send(invite, at: 0.5)
        scenario.send(invite, at: 0.501)
        let lines = AccountText(report: scenario.reported(until: 60), style: Self.plain).lines
        #expect(lines.last == "Messages: 3 (INVITE 3); 1 retransmitted, 1 captured twice")
    }

    @Test("A call is a row: number, start, parties, outcome, duration, findings")
    func table() {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        scenario.request(.bye, in: call, from: .alice, at: 3)
        let second = scenario.request(
            .invite, from: .carol, to: .dave, at: 5, callID: "2@example.com",
            uri: "sip:a-very-long-user-name-indeed@example.com")
        scenario.response(608, to: second, at: 5.5)
        var report = scenario.reported(until: 60)
        report.otherExchanges = ["OPTIONS succeeded 200": 3, "REGISTER rejected 403": 12]
        var text = ""
        CallTable(report: report, style: Self.plain).write { text += $0 }
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.count == 4)
        #expect(
            lines[0].hasPrefix("#    Start (UTC)     From                       To                         Outcome"))
        #expect(
            lines[1] == "1    22:13:20.000000 alice@192.0.2.1            bob@192.0.2.2              answered"
                + String(repeating: " ", count: 27) + "2 s")
        #expect(
            lines[2].hasPrefix("2    22:13:25.000000 carol@192.0.2.3            dave@192.0.2.4             blocked 608")
        )
        #expect(lines[2].hasSuffix(" blocked/no-redress"))
        #expect(lines[3] == "Outside of calls: REGISTER rejected 403 ×12, OPTIONS succeeded 200 ×3")
    }

    @Test("Hostile and wide addresses keep the columns")
    func hostileTable() {
        var scenario = SIPScenario()
        let odd = SIPScenario.Party("\u{1B}[31m\u{202E}電話電話", host: 1)
        let invite = scenario.request(.invite, from: odd, to: .bob, at: 0)
        scenario.response(486, to: invite, at: 1)
        var text = ""
        CallTable(report: scenario.reported(until: 60), style: Self.plain).write { text += $0 }
        #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
        let lines = text.split(separator: "\n")
        #expect(lines[1].contains("\\u{1b}[31m\\u{202e}"))
        #expect(String(lines[1]).columns(before: " bob@192.0.2.2") == 4 + 1 + 15 + 1 + 26)
    }

    @Test("A finding on a line, as text and as JSON")
    func findingLine() throws {
        let judged = try #require(SIPScenario.failedTransfer().reported(until: 60).exchanges.first)
        let finding = try #require(judged.findings.first)
        let line = FindingLine(finding, judged.summary, file: "run\u{1B}.pcap")
        #expect(
            line.text.hasPrefix(
                "run\\u{1b}.pcap: error transfer/failed call 1 (frames 5, 6, 7, 8, 10): 192.0.2.2:5060 "))
        #expect(!line.text.contains("\n"))
        #expect(line.json.hasPrefix("{\"advice\":\""))
        #expect(line.json.hasSuffix("\n"))
    }

    @Test("Of very many frames a finding line names the first", arguments: [(8, false), (9, true)])
    func manyFrames(count: Int, isCut: Bool) throws {
        let judged = try #require(SIPScenario.failedTransfer().reported(until: 60).exchanges.first)
        var finding = try #require(judged.findings.first)
        finding.frames = (1...UInt64(count)).map { FrameNumber(rawValue: $0) }
        let text = FindingLine(finding, judged.summary, file: "a").text
        #expect(text.contains("(frames 1, 2, 3, 4, 5, 6, 7, 8)") != isCut)
        #expect(text.contains("8, …)") == isCut)
    }

    @Test("The list of rules", arguments: CatalogFormat.allCases)
    func rules(format: CatalogFormat) {
        let text = RuleList(catalog: .english).render(as: format)
        for rule in Rule.all { #expect(text.contains(rule.name)) }
    }
}

extension String {
    /// How many columns stand before a piece of the text.
    fileprivate func columns(before piece: String) -> Int? {
        firstRange(of: piece).map { String(self[..<$0.lowerBound]).columns }
    }
}
