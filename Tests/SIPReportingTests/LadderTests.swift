import SIPCatalog
import SIPDialogs
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPReporting

@Suite("Ladder")
struct LadderTests {
    private typealias Party = SIPScenario.Party

    /// What stands in a column of a terminal; a wide character stands in two.
    private func character(at column: Int, of line: String) -> Character? {
        var position = 0
        for character in line {
            position += String(character).columns
            if position > column { return character }
        }
        return nil
    }

    /// The lines of messages, without the head.
    private func rows(_ ladder: [String], _ count: Int) -> [String] { Array(ladder.suffix(count)) }

    /// Whether every party's line runs through every row, but for those that an arrow crosses.
    private func isAligned(_ rows: [String], parties: Int, crossed: Range<Int>? = nil) -> Bool {
        rows.allSatisfy { row in
            (0..<parties).allSatisfy {
                let isLine = character(at: 10 + 26 * $0, of: row) == "│"
                return isLine != (crossed?.contains($0) ?? false)
            }
        }
    }

    @Test("A call, line by line")
    func call() {
        var scenario = SIPScenario()
        let invite = scenario.answeredCall()
        let bye = scenario.request(.bye, in: invite, from: .bob, at: 3)
        scenario.response(200, to: bye, at: 3.1)
        #expect(
            scenario.ladder() == [
                "          192.0.2.1:5060            192.0.2.2:5060",
                "   0.000  │─────── INVITE ────────▶ │",
                "   0.100  │◀───── 180 Ringing ───── │  \(Catalog.english.entry(for: 180).short)",
                "   1.000  │◀─────── 200 OK ──────── │  call answered; ACK must follow",
                "   1.100  │───────── ACK ─────────▶ │",
                "   3.000  │◀───────── BYE ───────── │",
                "   3.100  │─────── 200 OK ────────▶ │  hang-up confirmed",
            ])
    }

    @Test("Arrows between near and distant lanes, in both directions, leave the lines in place")
    func lanes() {
        var scenario = SIPScenario()
        let parties: [Party] = [.alice, .bob, .carol, .dave, .proxy]
        for party in parties.dropFirst() {
            scenario.request(.info, from: .alice, to: party, at: 0, callID: "one@example.com", toTag: "x")
        }
        let pairs = parties.indices.flatMap { from in parties.indices.filter { $0 != from }.map { (from, $0) } }
        for (index, (from, to)) in pairs.enumerated() {
            scenario.request(
                .info, from: parties[from], to: parties[to], at: Double(index + 1), callID: "one@example.com",
                toTag: "x")
        }
        for (row, (from, to)) in zip(rows(scenario.ladder(), 20), pairs) {
            #expect(isAligned([row], parties: 5, crossed: (min(from, to) + 1)..<max(from, to)), "\(row)")
            #expect(row.contains(from < to ? "▶ │" : "│◀"))
            #expect(row.count { $0 == "▶" || $0 == "◀" } == 1)
        }
    }

    @Test(
        "Long, wide and combining phrases are cut or fitted, and the lines stay in place",
        arguments: [
            String(repeating: "Very Long Phrase ", count: 20), "忙しい電話忙しい電話忙しい電話", "Bu\u{301}sy\u{301} H\u{308}ere",
            "電", "Busy 👩‍👩‍👧 Here",
        ])
    func phrases(phrase: String) {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(486, to: invite, at: 1, phrase: phrase)
        let rows = rows(scenario.ladder(), 2)
        #expect(isAligned(rows, parties: 2))
        #expect(rows.last?.contains("486 ") == true)
    }

    @Test("Hostile text cannot steer the terminal")
    func hostile() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0, uri: "sip:\u{1B}]0;x\u{7}@192.0.2.2")
        scenario.response(486, to: invite, at: 1, phrase: "\u{1B}[2J\u{202E}Busy")
        let text = scenario.ladder().joined()
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E || $0.value == 0x7F })
        #expect(text.contains("486 \\u{1b}"))
    }

    @Test("Unknown methods and codes have names")
    func unknown() {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        let odd = scenario.request(
            .other, from: .alice, to: .bob, at: 2, callID: call.callID, toTag: "bob-tag", named: "FROBNICATE")
        scenario.response(499, to: odd, at: 2.1, phrase: "")
        let rows = rows(scenario.ladder(), 2)
        #expect(rows[0].contains(" FROBNICATE "))
        #expect(rows[1].contains(" 499 "))
        #expect(isAligned(rows, parties: 2))
    }

    @Test("A sixth party has no line, its messages are told in words")
    func manyParties() {
        var scenario = SIPScenario()
        for (index, host) in (UInt8(11)...17).enumerated() {
            scenario.request(
                .info, from: .alice, to: Party("p\(index)", host: host), at: Double(index), callID: "one@example.com",
                toTag: "x")
        }
        let rows = rows(scenario.ladder(), 7)
        #expect(isAligned(Array(rows.suffix(3)), parties: 5))
        #expect(
            rows[4].hasSuffix(
                "│                         │                         │                         │"
                    + "                         │                           192.0.2.1:5060 → 192.0.2.15:5060: INFO"))
    }

    @Test("A party that sends to itself is told in words")
    func toItself() {
        var scenario = SIPScenario()
        let loop = Party("loop", host: 1)
        scenario.request(.invite, from: .alice, to: loop, at: 0)
        #expect(scenario.ladder().last?.contains("192.0.2.1:5060 → 192.0.2.1:5060: INVITE") == true)
    }

    @Test("Addresses of IPv6: short ones stand above their lines, long ones become letters with a legend")
    func addresses() {
        func endpoint(_ low: UInt64, _ high: UInt64) -> Endpoint {
            Endpoint(address: IPAddress(v6High: high, low: low), port: 5060)
        }
        for (low, isLettered) in [(UInt64(1), false), (0x1234_5678_9ABC_DEF0, true)] {
            var scenario = SIPScenario()
            _ = scenario.answeredCall(
                from: Party("alice", endpoint(low, isLettered ? 0x2001_0DB8_1111_2222 : 0x2001_0DB8 << 32)),
                to: Party("bob", endpoint(2, 0x2001_0DB8 << 32)))
            let ladder = scenario.ladder()
            #expect(isAligned(rows(ladder, 4), parties: 2))
            if isLettered {
                #expect(
                    Array(ladder.prefix(3)) == [
                        "A = [2001:db8:1111:2222:1234:5678:9abc:def0]:5060", "B = [2001:db8::2]:5060",
                        "          A                         B",
                    ])
            } else {
                #expect(ladder.first?.contains("[2001:db8::2]:5060") == true)
            }
        }
    }

    @Test("Repeats say so and nothing else")
    func repeats() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.send(invite, at: 0.5)
        scenario.send(invite, at: 0.501)
        scenario.response(486, to: invite, at: 1)
        scenario.response(486, to: invite, at: 1.5)
        scenario.send(invite, at: 2)
        let remarks = rows(scenario.ladder(), 5).map {
            $0.suffix(from: $0.lastIndex(of: "│") ?? $0.startIndex).dropFirst(3)
        }
        #expect(
            remarks.map(String.init) == [
                "", "retransmission; captured 2 times", Catalog.english.entry(for: 486).short, "retransmission",
                "repeated although answered: the response got lost on the way",
            ])
    }

    @Test("A packet seen on both sides of an address translator is shown once, with the other addresses")
    func translated() {
        var scenario = SIPScenario()
        var invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        invite.source = Endpoint(address: IPAddress(v4: 0x0A00_0001), port: 5060)
        scenario.send(invite, at: 0.002)
        scenario.send(invite, at: 0.003)
        let messages = scenario.ladder().filter { $0.contains("INVITE") }
        #expect(messages.count == 1)
        #expect(messages.first?.hasSuffix("captured 3 times, also 10.0.0.1:5060 → 192.0.2.2:5060") == true)
    }

    @Test("A comment on a frame stands beside its message, or the message that it is a copy of, escaped")
    func comments() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.send(invite, at: 0.001)
        scenario.response(486, to: invite, at: 1)
        let exchange = try #require(scenario.reported(until: 60).exchanges.first?.exchange)
        let frame = { FrameNumber(rawValue: $0) }
        let ladder = Ladder(
            exchange: exchange, catalog: .english, style: TextStyle(isColored: false),
            comments: [frame(1): ["first", "a\u{1b}b"], frame(2): ["copy"], frame(9): ["elsewhere"]])
        let lines = ladder.lines.suffix(2)
        #expect(lines.first?.hasSuffix("captured 2 times; comment: first; comment: a\\u{1b}b; comment: copy") == true)
        #expect(lines.last?.contains("comment") == false)
    }

    @Test("Of very many messages the first are shown and the rest is counted")
    func limit() throws {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        for index in 0..<10 { scenario.request(.info, in: call, from: .alice, at: 2 + Double(index)) }
        let exchange = try #require(scenario.reported(until: 60).exchanges.first?.exchange)
        let ladder = Ladder(exchange: exchange, catalog: .english, style: TextStyle(isColored: false), limit: 12)
        #expect(ladder.lines.count == 1 + 12 + 1)
        #expect(ladder.lines.last == "… and 2 messages more")
    }

    @Test("The session description is summed up beside its message")
    func media() {
        var scenario = SIPScenario()
        scenario.request(.invite, from: .alice, to: .bob, at: 0, body: .sdp)
        #expect(scenario.ladder().last?.contains("SDP audio 192.0.2.1:40000 PCMU") == true)
    }
}
