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

    @Test(
        "A body that is no session description is kept as far as it is summed up",
        arguments: [(1_024, MessageDetail.Kind.body, 1_024), (1_025, .bodyStart, 1_024), (3, .body, 3)])
    func otherBodies(count: Int, kind: MessageDetail.Kind, kept: UInt32) throws {
        let exchange = try exchange(.message, .init(type: "text/plain", String(repeating: "x", count: count)))
        #expect(exchange.detail(kind, of: 0)?.count == kept)
        #expect(exchange.detail(.header(.contentType), of: 0).map(exchange.string) == "text/plain")
        #expect(exchange.detail(.sessionDescription, of: 0) == nil)
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

    @Test("What breaks the grammar is kept with the bytes that show it, and what everybody reads past is not")
    func anomalies() throws {
        let exchange = try exchange(
            .message, .init(type: "text/plain", "x"), lines: ["no colon", "Subject: a\u{202E}b"])
        #expect(exchange.detail(.anomaly(.lineWithoutColon), of: 0).map(exchange.string) == "no colon")
        #expect(exchange.detail(.anomaly(.bidirectionalControl), of: 0) == nil)
        #expect(exchange.detail(.anomaly(.lineWithoutColon), of: 1) == nil)
    }
}
