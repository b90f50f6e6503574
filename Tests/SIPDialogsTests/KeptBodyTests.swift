import SIPDialogs
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("What is kept of bodies and of what is wrong with a message")
struct KeptBodyTests {
    private func exchange(_ method: SIPParsing.Method, _ body: SIPScenario.Body, lines: [String] = []) throws
        -> Exchange
    {
        var scenario = SIPScenario()
        let request = scenario.request(method, from: .alice, to: .bob, at: 0, lines: lines, body: body)
        scenario.response(200, to: request, at: 0.1)
        return try #require(scenario.track(until: 60).first)
    }

    @Test("A body that is no session description is kept to be summed up, unless it is too large")
    func otherBodies() throws {
        let small = try exchange(.message, .init(type: "text/plain", String(repeating: "x", count: 8_192)))
        #expect(small.detail(.body, of: 0)?.count == 8_192)
        #expect(small.detail(.header(.contentType), of: 0).map(small.string) == "text/plain")
        #expect(small.detail(.sessionDescription, of: 0) == nil)
        let large = try exchange(.message, .init(type: "text/plain", String(repeating: "x", count: 8_193)))
        #expect(large.detail(.body, of: 0) == nil)
        #expect(large.detail(.omittedBody(8_193), of: 0)?.isEmpty == true)
    }

    @Test("What is encoded, or of another type, is no session description")
    func noSessionDescription() throws {
        let text = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n"
        let plain = try exchange(.invite, .init(type: "Application/SDP; x=y", text))
        #expect(plain.detail(.sessionDescription, of: 0) != nil)
        let encoded = try exchange(.invite, .init(type: "application/sdp", text), lines: ["Content-Encoding: gzip"])
        #expect(encoded.detail(.sessionDescription, of: 0) == nil)
        #expect(encoded.detail(.header(.contentEncoding), of: 0).map(encoded.string) == "gzip")
        #expect(try exchange(.invite, .init(type: "application/sdpx", text)).detail(.sessionDescription, of: 0) == nil)
    }

    @Test("A session description is cut behind a line")
    func longSessionDescription() throws {
        let lines =
            ["v=0", "o=- 1 1 IN IP4 192.0.2.1", "s=-", "t=0 0"]
            + Array(repeating: "a=" + String(repeating: "x", count: 28), count: 100)
        let exchange = try exchange(.invite, .init(type: "application/sdp", lines.joined(separator: "\r\n") + "\r\n"))
        let body = try #require(exchange.detail(.sessionDescription, of: 0))
        #expect((2_000...2_048).contains(body.count))
        #expect(exchange.string(body).hasSuffix("xx\r\n"))
        #expect(SessionDescription(exchange.text.span, body)?.anomalies.map(\.kind.name) == [])
    }

    @Test("What departs from the grammar is kept with the bytes that show it")
    func anomalies() throws {
        let exchange = try exchange(
            .message, .init(type: "text/plain", "x"), lines: ["no colon", "Subject: a\u{202E}b"])
        #expect(exchange.detail(.anomaly(.lineWithoutColon), of: 0).map(exchange.string) == "no colon")
        #expect(exchange.detail(.anomaly(.bidirectionalControl), of: 0).map(exchange.string) == "\u{202E}")
        #expect(exchange.detail(.anomaly(.lineWithoutColon), of: 1) == nil)
        #expect(exchange.detail(.anomaly(.badCSeq), of: 0) == nil)
    }
}
