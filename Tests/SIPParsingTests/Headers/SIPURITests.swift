import SIPParsing
import Testing

@Suite("URIs (RFC 3261 section 19.1)")
struct SIPURITests {
    struct Parts: Sendable {
        var text: String
        var scheme: String
        var user: String?
        var host: String
        var port: UInt16?
        var parameters: [Parameter] = []
        var headers: [Parameter] = []

        init(
            _ text: String, _ scheme: String, _ user: String?, _ host: String, _ port: UInt16?,
            parameters: [Parameter] = [], headers: [Parameter] = []
        ) {
            (self.text, self.scheme, self.user, self.host, self.port) = (text, scheme, user, host, port)
            (self.parameters, self.headers) = (parameters, headers)
        }
    }

    @Test(
        "The parts of a URI, section 19.1.1",
        arguments: [
            Parts("sip:alice@atlanta.com", "sip", "alice", "atlanta.com", nil),
            Parts("SIP:Alice@AtLanTa.CoM", "sip", "Alice", "atlanta.com", nil),
            Parts("sips:alice:secret@atlanta.com:5061", "sips", "alice", "atlanta.com", 5061),
            Parts("sip:atlanta.com", "sip", nil, "atlanta.com", nil),
            Parts("sip:@atlanta.com", "sip", "", "atlanta.com", nil),
            Parts("sip:bob@[2001:DB8::1]:5070", "sip", "bob", "[2001:db8::1]", 5070),
            Parts("sip:bob@[2001:db8::1]", "sip", "bob", "[2001:db8::1]", nil),
            Parts("sip:bob@2001:db8::1", "sip", "bob", "2001:db8::1", nil),
            Parts("sip:bob@b.com:99999", "sip", "bob", "b.com:99999", nil),
            Parts(
                "sip:+1-212-555-1212:1234@gateway.com;user=phone", "sip", "+1-212-555-1212", "gateway.com", nil,
                parameters: [Parameter(name: "user", value: "phone")]),
            Parts("sip:alice;day=tuesday@atlanta.com", "sip", "alice;day=tuesday", "atlanta.com", nil),
            Parts(
                "sip:a@b;LR;Transport=%54CP", "sip", "a", "b", nil,
                parameters: [Parameter(name: "lr", value: nil), Parameter(name: "transport", value: "TCP")]),
            Parts(
                "sip:b.com;method=REGISTER?to=alice%40b.com&Subject=", "sip", nil, "b.com", nil,
                parameters: [Parameter(name: "method", value: "REGISTER")],
                headers: [Parameter(name: "to", value: "alice@b.com"), Parameter(name: "subject", value: "")]),
            Parts("sip:sips%3Auser%40example.com@example.net", "sip", "sips:user@example.com", "example.net", nil),
            Parts("sip:user@realm@example.net", "sip", "user@realm", "example.net", nil),
            Parts("sip:a@b?x=y@z", "sip", "a", "b", nil, headers: [Parameter(name: "x", value: "y@z")]),
            Parts("sip:100%@b", "sip", "100%", "b", nil),
            Parts(
                "tel:+1-201-555-0123;phone-context=example.com", "tel", "+1-201-555-0123", "", nil,
                parameters: [Parameter(name: "phone-context", value: "example.com")]),
            Parts("urn:service:sos.police", "urn", "service:sos.police", "", nil),
        ])
    func parts(expected: Parts) throws {
        let uri = try #require(read(expected.text) { SIPURI($0, $1) })
        #expect(uri.scheme == expected.scheme)
        #expect(uri.user == expected.user)
        #expect(uri.host == expected.host)
        #expect(uri.port == expected.port)
        #expect(uri.parameters == expected.parameters)
        #expect(uri.headers == expected.headers)
        #expect(uri.text == expected.text)
        #expect(SIPURI.parse(expected.text) == uri)
    }

    @Test(
        "What is no URI",
        arguments: [
            "", "alice", "alice@atlanta.com", "sip:", "sip:alice@", "tel:", "<sip:a@b>", "sip:a b@c", ":a", "1sip:a@b",
            "sip : a@b", "sip :a@b", "s%69p:a@b", "sip:;lr", "sip:a@;lr", "sip:?a=b", "sip:a@b;x=<y>", "sip:a@b\u{7F}",
            "sip:a@b\r\n ;lr", "urn:", "tel:;ext=1",
        ])
    func notAURI(text: String) {
        #expect(SIPURI.parse(text) == nil)
    }

    @Test("The header fields of a URI stay behind, section 19.1.5")
    func withoutHeaders() throws {
        let uri = try #require(SIPURI.parse("sip:c@d;user=phone?Replaces=x%3Bto-tag%3D1&Require=replaces"))
        #expect(uri.withoutHeaders.text == "sip:c@d;user=phone")
        #expect(uri.withoutHeaders.headers.isEmpty)
        #expect(uri.withoutHeaders == SIPURI.parse("sip:c@d;user=phone"))
        #expect(uri.withoutHeaders.withoutHeaders == uri.withoutHeaders)
        #expect(uri.header("replaces") == "x;to-tag=1")
    }

    @Test("A password is compared and not shown")
    func password() throws {
        let uri = try #require(SIPURI.parse("sip:alice:secret@atlanta.com"))
        #expect(uri.user == "alice")
        #expect(uri.parameters.isEmpty)
    }

    @Test("A range outside of the bytes gives nothing")
    func outside() {
        let bytes = Array("sip:a@b".utf8)
        for range in [ByteRange(0..<8), ByteRange(7..<9), ByteRange(start: .max, count: .max)] {
            let uri = SIPURI(bytes.span, range)
            let addresses = NameAddress.list(bytes.span, range)
            #expect(uri == nil)
            #expect(addresses.isEmpty)
        }
    }
}
