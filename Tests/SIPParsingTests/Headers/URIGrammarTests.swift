import SIPParsing
import Testing
import TraceTypes

@Suite("The corners of the URI grammar (RFC 3261 section 25.1)")
struct URIGrammarTests {
    @Test(
        "Reserved and escaped characters in the user part, RFC 4475 sections 3.1.1.3, 3.1.1.4 and 3.1.1.9",
        arguments: [
            ("sip:user;par=u%40example.net@example.com", "user;par=u@example.net"),
            ("sip:sips%3Auser%40example.com@example.net", "sips:user@example.com"),
            ("sip:%75se%72@example.com", "user"), ("sip:I%20have%20spaces@example.net", "I have spaces"),
            ("sip:null-%00-null@example.com", "null-\0-null"), ("sip:%00%00@host5.example.com", "\0\0"),
            ("sip:&=+$,;?/@example.com", "&=+$,;?/"),
            (
                "sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*@e.com",
                "1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*"
            ),
            ("sip:%Z%45@example.com", "%ZE"), ("sip:100%@example.com", "100%"), ("sip:%4@example.com", "%4"),
            ("sip:%%41@example.com", "%A"), ("sip:%c3%a9@example.com", "é"), ("sip:%FF@example.com", "\u{FFFD}"),
        ])
    func userParts(text: String, user: String) throws {
        let uri = try #require(SIPURI.parse(text))
        #expect(uri.user == user)
        #expect(uri.text == text)
        #expect(uri.host.hasSuffix(".com") || uri.host.hasSuffix(".net"))
        #expect(uri.parameters.isEmpty)
        #expect(uri.headers.isEmpty)
    }

    @Test("Escapes in parameters, RFC 4475 section 3.1.1.3")
    func escapedParameters() throws {
        let uri = try #require(SIPURI.parse("sip:cal%6Cer@host5.example.net;%6C%72;n%61me=v%61lue%25%34%31;;=x;a=b=c"))
        #expect(
            uri.parameters == [
                Parameter(name: "lr", value: nil), Parameter(name: "name", value: "value%41"),
                Parameter(name: "a", value: "b=c"),
            ])
    }

    @Test(
        "Header fields of a URI keep what is escaped in them together, RFC 3261 section 19.1.1",
        arguments: [
            ("sip:user@example.com?Route=%3Csip:example.com%3E", [("route", "<sip:example.com>")]),
            ("sip:a@b?Replaces=1%40c%3Bto-tag%3D2%26%3d&X=", [("replaces", "1@c;to-tag=2&="), ("x", "")]),
            ("sip:a@b?Replaces=1@c;to-tag=2;from-tag=3", [("replaces", "1@c;to-tag=2;from-tag=3")]),
            ("sip:a@b;c=d?%52eason=SIP%3Bcause%3D302?&y", [("reason", "SIP;cause=302?"), ("y", nil)]),
            ("sip:a@b?", []), ("sip:a@b?&&=x", []),
        ] as [(String, [(String, String?)])])
    func headers(text: String, headers: [(String, String?)]) throws {
        let uri = try #require(SIPURI.parse(text))
        #expect(uri.headers == headers.map { Parameter(name: $0.0, value: $0.1) })
        #expect(uri.withoutHeaders.headers.isEmpty)
    }

    @Test(
        "Addresses as hosts, RFC 5118 sections 4.1 to 4.10 and RFC 5954 section 4.1",
        arguments: [
            ("192.0.2.4", "192.0.2.4", nil), ("192.0.2.4:5060", "192.0.2.4", 5060),
            ("[2001:db8::10]", "2001:db8::10", nil), ("[2001:db8::10]:5070", "2001:db8::10", 5070),
            ("[2001:db8::10:5070]", "2001:db8::10:5070", nil), ("[::ffff:192.0.2.10]:19823", "::ffff:c000:20a", 19823),
            ("[2001:db8:::192.0.2.1]", "2001:db8::c000:201", nil), ("[::]", "::", nil), ("[1::]", "1::", nil),
            ("[1:2:3:4:5:6:192.0.2.1]", "1:2:3:4:5:6:c000:201", nil), ("[1:2:3:4:5:6:7:8]", "1:2:3:4:5:6:7:8", nil),
            ("[FFFF:ffff:FFFF:ffff:FFFF:ffff:255.255.255.255]", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", nil),
        ] as [(String, String, UInt16?)])
    func addresses(text: String, address: String, port: UInt16?) throws {
        let uri = try #require(SIPURI.parse("sip:user@\(text)"))
        #expect(uri.address?.description == address)
        #expect(uri.port == port)
    }

    @Test(
        "Hosts that are no addresses",
        arguments: [
            "example.com", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.0004", "1.2.3.", "2001:db8::10", "[2001:db8::10",
            "[]", "[:]", "[:::]", "[1:2:3:4:5:6:7]", "[1:2:3:4:5:6:7:8:9]", "[1::2::3]", "[12345::]", "[g::]",
            "[::1%25eth0]", "[::1.2.3]", "[1.2.3.4]", "[1.2.3.4::]", "[::1:]", "[:1::]", "[1:2:3:4:5:6:7:1.2.3.4]",
        ])
    func names(text: String) throws {
        let uri = try #require(SIPURI.parse("sip:user@\(text)"))
        #expect(uri.address == nil)
    }

    @Test(
        "Telephone numbers, RFC 3966 section 3",
        arguments: [
            ("tel:+1-201-555-0123", "+12015550123", nil, nil, nil),
            ("tel:7042;phone-context=Example.com;ext=1-23;isub=9%3B1", "7042", "example.com", "123", "9;1"),
            ("tel:863-1234;phone-context=+1-914-555", "8631234", "+1914555", nil, nil),
            ("tel:*31#A(B).c", "*31#abc", nil, nil, nil),
            ("sip:+1-212-555-1212;phone-context=a.com:1234@gateway.com;user=phone", "+12125551212", "a.com", nil, nil),
            ("sips:911;phone-context=%2B1@g.com;USER=Phone", "911", "+1", nil, nil),
        ] as [(String, String, String?, String?, String?)])
    func telephoneNumbers(text: String, digits: String, context: String?, ext: String?, isub: String?) throws {
        let number = try #require(SIPURI.parse(text)?.telephoneNumber)
        #expect(number.digits == digits)
        #expect(number.isGlobal == digits.hasPrefix("+"))
        #expect(number.context == context)
        #expect(number.extensionDigits == ext)
        #expect(number.subaddress == isub)
    }

    @Test(
        "URIs without a telephone number",
        arguments: [
            "sip:+12125551212@gateway.com", "sip:1@a;user=ip", "sip:a.com;user=phone", "urn:service:sos", "mailto:1@a",
        ])
    func notTelephone(text: String) throws {
        #expect(try #require(SIPURI.parse(text)).telephoneNumber == nil)
    }

    @Test("A URI keeps no more parameters and header fields than its limit")
    func limits() throws {
        let many = (0..<10_000).map { "p\($0)=\($0)" }
        let uri = try #require(SIPURI.parse("sip:a@b;\(many.joined(separator: ";"))?\(many.joined(separator: "&"))"))
        #expect(uri.parameters.count == ParsingLimits.standard.parameters)
        #expect(uri.headers.count == ParsingLimits.standard.parameters)
        #expect(uri.isEquivalent(to: uri))
    }
}
