import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("Reading flows")
struct FlowReaderTests {
    @Test("The same bytes as written down in Swift")
    func sameAsScenario() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(180, to: invite, at: 0.1)
        scenario.response(200, to: invite, at: 1, body: .sdp)
        scenario.acknowledge(invite, at: 1.1)
        let bye = scenario.request(.bye, in: invite, from: .bob, at: 5)
        scenario.response(200, to: bye, at: 5.1, phrase: "Fine by me")
        let expected = scenario.messages
        let flow = try Flow(
            """
            == a call
            0    alice > bob INVITE
            0.1  bob > alice 180
            1    bob > alice 200
                 body application/sdp
                 | v=0
                 | o=- 1 1 IN IP4 192.0.2.1
                 | s=-
                 | c=IN IP4 192.0.2.1
                 | t=0 0
                 | m=audio 40000 RTP/AVP 0
            1.1  alice > bob ACK
            5    bob > alice BYE
            +0.1 alice > bob 200 Fine by me
            """, named: "area/rule")
        let messages = try #require(flow.cases.first).scenario.messages
        #expect(messages.map(\.bytes) == expected.map(\.bytes))
        #expect(messages.map(\.header.time) == expected.map(\.header.time))
        #expect(messages.map(\.header.source) == expected.map(\.header.source))
        #expect(flow.cases.first?.capture == scenario.capture)
    }

    @Test("Settings of a case")
    func settings() throws {
        let flow = try Flow(
            """
            # not read
            == first
            expect transfer/no-notify error observed 5 6
            expect transfer/failed error proven
            cured transfer/refused
            until 45.1
            loss
            timers t1=2000 t4=1
            0 alice > bob OPTIONS
            == second
            0 alice > bob OPTIONS
            """, named: "area/rule")
        let first = try #require(flow.cases.first)
        #expect(flow.cases.map(\.title) == ["first", "second"])
        #expect(flow.cases.map(\.hasLoss) == [true, false])
        #expect(flow.cases.map(\.end) == [SIPScenario.time(45.1), SIPScenario.time(0)])
        #expect(flow.cases.map(\.cured) == [["transfer/refused"], []])
        #expect(first.expectations.map(\.frames) == [[5, 6], nil])
        #expect(first.timers.t1 == .seconds(2) && first.timers.t2 == nil && first.timers.t4 == .milliseconds(1))
        #expect(first.description == "area/rule:2: first")
    }

    @Test("Header fields in place of others, beside them, and left out")
    func fields() throws {
        let text = try #require(
            Flow.texts(
                """
                0 alice > bob INVITE
                  Contact: <sip:a@example.com>
                  +Via: SIP/2.0/UDP x
                  -Max-Forwards
                  sdp sendonly port=0 codecs=8,101 address=0.0.0.0 version=2 media=audio,video
                """
            ).first)
        #expect(text.components("\r\nContact: ") == 1 && Flow.line("Contact", of: text) == "<sip:a@example.com>")
        #expect(text.components("\r\nVia: ") == 2)
        #expect(Flow.line("Max-Forwards", of: text) == nil)
        let body = """
            v=0\r\no=- 1 2 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\nm=audio 0 RTP/AVP 8 101\r
            a=rtpmap:101 telephone-event/8000\r\na=sendonly\r\nm=video 0 RTP/AVP 8 101\r
            a=rtpmap:101 telephone-event/8000\r\na=sendonly\r\n
            """
        #expect(text.hasSuffix("\r\n\r\n" + body))
        #expect(Flow.line("Content-Length", of: text) == "\(body.utf8.count)")
    }

    @Test("Parties anywhere, over any transport")
    func parties() throws {
        let flow = try Flow(
            """
            == six
            party alice 2001:db8::1
            party eve [2001:db8::2]:5070
            transport wss
            0 alice > eve OPTIONS
            """, named: "area/rule")
        let message = try #require(flow.cases.first?.scenario.messages.first)
        #expect("\(message.header.source) \(message.header.destination)" == "[2001:db8::1]:5060 [2001:db8::2]:5070")
        #expect(message.header.transport == .secureWebSocket)
        #expect(String(decoding: message.bytes, as: UTF8.self).contains("sip:eve@[2001:db8::2]:5070 SIP/2.0"))
    }
}

/// Looking into messages.
extension Flow {
    /// The texts of the messages of a case.
    static func texts(_ lines: String) throws -> [String] {
        let flow = try Flow("== case\n" + lines, named: "area/rule")
        return (flow.cases.first?.scenario.messages ?? []).map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// The value of a header field.
    static func line(_ name: String, of text: String) -> String? {
        text.split(separator: "\r\n").first { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 2)) }
    }
}

extension String {
    /// How often a text occurs.
    func components(_ text: String) -> Int {
        indices.count { self[$0...].hasPrefix(text) }
    }
}
