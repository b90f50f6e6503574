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
        ])
    func notAURI(text: String) {
        #expect(SIPURI.parse(text) == nil)
    }

    @Test(
        "Equivalent, section 19.1.4",
        arguments: [
            ("sip:%61lice@atlanta.com;transport=TCP", "sip:alice@AtLanTa.CoM;Transport=tcp"),
            ("sip:carol@chicago.com", "sip:carol@chicago.com;newparam=5"),
            ("sip:carol@chicago.com", "sip:carol@chicago.com;security=on"),
            ("sip:carol@chicago.com;newparam=5", "sip:carol@chicago.com;security=on"),
            (
                "sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com",
                "sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com"
            ),
            (
                "sip:alice@atlanta.com?subject=project%20x&priority=urgent",
                "sip:alice@atlanta.com?priority=urgent&subject=project%20x"
            ),
            ("sip:a%2fb@c.com", "sip:a%2Fb@c.com"),
            ("tel:+1-201-555-0123", "tel:+1.201.555(0123)"),
            ("tel:7042;phone-context=+1-914", "tel:7042;phone-context=+1914"),
            ("urn:service:sos", "URN:service:sos"),
        ])
    func equivalent(left: String, right: String) throws {
        let (left, right) = (try #require(SIPURI.parse(left)), try #require(SIPURI.parse(right)))
        #expect(left.isEquivalent(to: right))
        #expect(right.isEquivalent(to: left))
    }

    @Test(
        "Not equivalent, section 19.1.4",
        arguments: [
            ("SIP:ALICE@AtLanTa.CoM;Transport=udp", "sip:alice@AtLanTa.CoM;Transport=UDP"),
            ("sip:bob@biloxi.com", "sip:bob@biloxi.com:5060"),
            ("sip:bob@biloxi.com", "sip:bob@biloxi.com;transport=udp"),
            ("sip:bob@biloxi.com", "sip:bob@biloxi.com:6000;transport=tcp"),
            ("sip:carol@chicago.com", "sip:carol@chicago.com?Subject=next%20meeting"),
            ("sip:bob@phone21.boxesbybob.com", "sip:bob@192.0.2.4"),
            ("sip:carol@chicago.com;security=on", "sip:carol@chicago.com;security=off"),
            ("sip:a@b.com", "sips:a@b.com"), ("sip:b.com", "sip:a@b.com"), ("sip:a@b.com", "sip:a:pw@b.com"),
            ("sip:a:one@b.com", "sip:a:two@b.com"), ("sip:a@b.com", "sip:a@b.com;maddr=192.0.2.1"),
            ("sip:a@b.com", "sip:a@b.com;ttl=1"), ("sip:a@b.com", "sip:a@b.com;user=ip"),
            ("sip:a@b.com", "sip:a@b.com;method=INVITE"), ("sip:a%3Bb@c.com", "sip:a;b@c.com"),
            ("sip:a@b.com?replaces=x", "sip:a@b.com?replaces=X"), ("sip:a@b.com:99999", "sip:a@b.com"),
            ("tel:+12015550123", "tel:12015550123"), ("tel:7042;phone-context=a.com", "tel:7042"),
            ("urn:service:sos", "urn:service:sos.fire"),
        ])
    func notEquivalent(left: String, right: String) throws {
        let (left, right) = (try #require(SIPURI.parse(left)), try #require(SIPURI.parse(right)))
        #expect(!left.isEquivalent(to: right))
        #expect(!right.isEquivalent(to: left))
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
