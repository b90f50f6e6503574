import SIPChecking
import Testing

@Suite("What is expected of messages is read")
struct MessageReadingTests {
    private func message(_ lines: String) throws -> MessageExpectation? {
        try readExpectations("messages:\n  - \(lines)").messages.first?.value
    }

    @Test func selectors() throws {
        let request = try #require(
            try message("match: {request: INVITE, order: 1, from: 192.0.2.10, to: \"192.0.2.20:5060\"}")
        ).selector
        #expect(request.request == "INVITE")
        #expect(request.order == 1)
        #expect(request.source?.written == "192.0.2.10")
        #expect(request.destination?.written == "192.0.2.20:5060")
        #expect(request.response == nil && request.method == nil)
        let response = try #require(try message("match: {response: [180, 2xx], method: X-PING}")).selector
        #expect(response.response?.map(\.text) == ["180", "2xx"])
        #expect(response.method == "X-PING")
        #expect(response.request == nil)
    }

    @Test(
        "Addresses are read in any spelling",
        arguments: [
            ("2001:DB8:0::1", "2001:db8::1"), ("[2001:db8::1]", "2001:db8::1"),
            ("[2001:db8::1]:5061", "[2001:db8::1]:5061"), ("192.0.2.1", "192.0.2.1"),
            ("/^192/", "pattern /^192/"),
        ])
    func addresses(written: String, read: String) throws {
        #expect(try message("match: {from: \"\(written)\"}")?.selector.source?.written == read)
    }

    @Test func countsAndHeaders() throws {
        let message = try #require(
            try message("{count: 0, header: {supported: present, V: absent, user-agent: /SIPp/, X-Mine: \"1: a\"}}"))
        #expect(message.count?.value.comparison == .equal(0))
        #expect(message.headers.map(\.value.name) == ["Supported", "Via", "User-Agent", "X-Mine"])
        #expect(message.headers.map(\.value.value.written) == ["<present>", "<absent>", "pattern /SIPp/", "1: a"])
    }

    @Test func sessionDescriptions() throws {
        let sdp = try #require(
            try message(
                """
                sdp: {media: [audio, video], codecs: PCMU, direction: [sendrecv, sendonly], address: 192.0.2.10,
                          port: "> 1023"}
                """)?.sdp?.value)
        #expect(sdp.isPresent)
        #expect(sdp.media?.value == ["audio", "video"])
        #expect(sdp.codecs?.value.map(\.written) == ["PCMU"])
        #expect(sdp.direction?.value == ["sendrecv", "sendonly"])
        #expect(sdp.address?.value.written == "192.0.2.10")
        #expect(sdp.port?.value.comparison == .greater(1023))
        #expect(try message("sdp: present")?.sdp?.value.isPresent == true)
        #expect(try message("sdp: absent")?.sdp?.value.isPresent == false)
    }

    @Test(
        "What looks into messages says so",
        arguments: [
            ("messages: {header: {Require: absent}}", true), ("messages: {sdp: absent}", true),
            ("calls: {messages: {header: {Require: absent}}}", true),
            ("calls: {match: {header: {Subject: a}}}", true),
            ("registrations: {match: {header: {Subject: a}}}", true),
            ("messages: {match: {request: INVITE}, count: 1}", false),
            ("calls: {match: {to: bob}, codecs: PCMU}", false),
        ])
    func usesMessages(text: String, uses: Bool) throws {
        #expect(try readExpectations(text).usesMessages == uses)
    }
}
