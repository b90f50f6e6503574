import Foundation
import Testing

@Suite("What a differential test takes for a message, a difference, an explanation")
struct DifferentialReadingTests {
    /// Two messages in a frame; the first one quotes another in its body. In the next frame, an ICMP error quotes one.
    private static let details = """
        <pdml>
        <packet>
          <proto name="geninfo"><field name="num" show="7" value="7"/></proto>
          <proto name="ip"/>
          <proto name="sip">
            <field name="sip.Request-Line"><field name="sip.Method" show="BYE" value="425945"/></field>
            <field name="sip.msg_hdr">
              <field name="sip.Via"/>
              <field name="sip.Via"><field name="sip.Via.branch" show="second" value="7365636f6e64"/></field>
              <field name="sip.From"><field name="sip.from.tag" show="\u{FFFD}" value="e9"/></field>
              <field name="sip.CSeq"><field name="sip.CSeq.seq" show="1" value="303031"/></field>
            </field>
            <field name="sip.msg_body">
              <proto name="sip"><field name="sip.msg_hdr"><field name="sip.Call-ID" show="quoted"/></field></proto>
            </field>
          </proto>
          <proto name="sip">
            <field name="sip.Status-Line"><field name="sip.Status-Code" show="200" value="323030"/></field>
          </proto>
        </packet>
        <packet>
          <proto name="geninfo"><field name="num" show="8" value="8"/></proto>
          <proto name="icmp"><proto name="sip"/></proto>
        </packet>
        </pdml>
        """

    @Test("Packet details: quoted messages and second header fields are left out")
    func packetDetails() throws {
        let messages = try #require(PacketDetails.messages(in: Data(Self.details.utf8)))
        #expect(messages.map(\.frame) == [7, 7])
        #expect(messages.first?.values == [.start: "BYE", .fromTag: "\u{E9}", .cseqNumber: "1"])
        #expect(messages.last?.values == [.start: "200"])
        #expect(PacketDetails.messages(in: Data("no XML".utf8)) == nil)
    }

    @Test("Messages are paired by frame and order")
    func differences() {
        let (bye, ok) = (Self.message(7, "BYE"), Self.message(7, "200"))
        #expect(Difference.all(in: "a", ours: [bye, ok], theirs: [bye, ok]).isEmpty)
        let swapped = Difference.all(in: "a", ours: [bye, ok], theirs: [ok, bye])
        #expect(swapped.map(\.subject) == [.field(.start), .field(.start)])
        let missing = Difference.all(in: "a", ours: [bye], theirs: [bye, ok])
        #expect(missing.map(\.subject) == [.message] && missing.map(\.position) == [1])
        #expect(Difference.all(in: "a", ours: [bye], theirs: [Self.message(8, "BYE")]).map(\.frame) == [7, 8])
    }

    @Test("An explanation covers what it names, and is stale where any of it is gone")
    func explanations() {
        let met = Difference.all(in: "a", ours: [Self.message(7, "BYE")], theirs: [])
        let other = Difference.all(in: "a", ours: [Self.message(8, "BYE")], theirs: [])
        let named = Explanation.frames(.tshark, "a", [7], [.message], "")
        #expect(met.allSatisfy(named.explains) && !other.contains(where: named.explains))
        #expect(named.stale(.shared, met).isEmpty && named.stale(.shared, other).count == 1)
        #expect(named.stale(.fixtures, other).isEmpty)
        let rule = Explanation.rule(.nobody, in: [.fixtures], "") { $0.frame == 7 }
        #expect(rule.stale(.fixtures, met + other).isEmpty && rule.stale(.fixtures, other).count == 1)
    }

    private static func message(_ frame: UInt64, _ start: String) -> DissectedMessage {
        DissectedMessage(frame: frame, values: [.start: start])
    }
}
