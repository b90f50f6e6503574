import SIPParsing
import Testing

@Suite("White space, folds, quotes and parameters (RFC 3261 sections 7.3.1 and 25.1)")
struct GrammarTests {
    @Test(
        "White space and folds around SEMI, EQUAL, COMMA and SLASH",
        arguments: [
            "SIP/2.0/UDP a.com:5060;branch=z9hG4bK1;received=192.0.2.1",
            "SIP / 2.0 / UDP a.com : 5060 ; branch = z9hG4bK1 ; received = 192.0.2.1",
            "SIP\r\n /\r\n\t2.0\r\n /\r\n UDP\r\n a.com\r\n :\r\n 5060\r\n ;\r\n branch\r\n =\r\n z9hG4bK1;received=\"192.0.2.1\"",
            "SIP\n / 2.0\n / UDP\n a.com:5060\n ;branch=z9hG4bK1 ;received=192.0.2.1",
        ])
    func via(text: String) throws {
        let via = try #require(read(text) { Via($0, $1) })
        #expect([via.protocolName, via.protocolVersion, via.transport, via.host] == ["SIP", "2.0", "UDP", "a.com"])
        #expect(via.port == 5060)
        #expect(via.branch == "z9hG4bK1")
        #expect(via.received == "192.0.2.1")
    }

    @Test(
        "Folds in addresses and lists",
        arguments: [
            "\"A B\" <sip:a@b>;tag=1,<sip:c@d>;tag=2",
            "\"A\r\n B\"\r\n <sip:a@b>\r\n ;\r\n tag\r\n =\r\n 1\r\n ,\r\n <sip:c@d> ;tag=2",
            " \"A \t\r\n\t B\"<sip:a@b>;tag=\"1\" , ,sip:c@d;tag=2\r\n ",
        ])
    func addresses(text: String) {
        let list = read(text) { NameAddress.list($0, $1) }
        #expect(list.map(\.uri.text) == ["sip:a@b", "sip:c@d"])
        #expect(list.map(\.tag) == ["1", "2"])
        #expect(list.first?.displayName == "A B")
    }

    @Test(
        "A generic parameter's value is a token, a host or a quoted string",
        arguments: [
            ("x=token-1.2!%*_+`'~", "token-1.2!%*_+`'~"), ("x=[2001:db8::1]", "[2001:db8::1]"),
            ("x=a.example.com", "a.example.com"),
            ("x=\"quoted \\\"string\\\", ;=<>\"", "quoted \"string\", ;=<>"), ("x", ""), ("x=", ""), ("x=\"\"", ""),
            ("x=\"a\\\\\"", "a\\"), ("x=\"open", "open"), ("x=\"open\\\"", "open\""), ("x=\"a\" b", "\"a\" b"),
            ("x=a=b", "a=b"),
        ])
    func genericParameters(text: String, value: String) throws {
        let event = try #require(read("e;y=0;\(text)") { EventHeader($0, $1) })
        #expect(event.parameters.value(of: "x") == value)
        #expect(event.parameters.value(of: "y") == "0")
    }

    @Test(
        "Escapes in quoted strings",
        arguments: [
            ("\"a\\\"b\" <sip:a@b>", "a\"b"), ("\"a\\\\\" <sip:a@b>", "a\\"), ("\"\\a\" <sip:a@b>", "a"),
            ("\" a \" <sip:a@b>", " a "), ("\"%Z%45\" <sip:a@b>", "%Z%45"),
            ("\"Bob\" Smith <sip:a@b>", "\"Bob\" Smith"),
            ("token.1 2! <sip:a@b>", "token.1 2!"), ("caller<sip:a@b>", "caller"), ("\0\u{1} <sip:a@b>", "\0\u{1}"),
        ])
    func displayNames(text: String, name: String) {
        #expect(read(text) { NameAddress($0, $1) }?.displayName == name)
    }

    @Test("Without brackets, a question mark stays with the URI and a semicolon does not, section 20.10")
    func bareAddress() throws {
        let address = try #require(read("sip:user@example.com?Route=%3Csip:a%3E;q=0.5") { NameAddress($0, $1) })
        #expect(address.uri.header("route") == "<sip:a>")
        #expect(address.q == 0.5)
        #expect(address.uri.parameters.isEmpty)
        let spaced = try #require(read("\"Watson, Thomas\" < sip:t.watson@example.org >") { NameAddress($0, $1) })
        #expect(spaced.uri.text == "sip:t.watson@example.org")
    }

    @Test("Lists of values stop at their limit, and values at that of parameters")
    func limits() throws {
        let limits = ParsingLimits.standard
        let parameters = (0..<10_000).map { ";p\($0)" }.joined()
        #expect(read("<sip:a@b>" + parameters) { NameAddress($0, $1) }?.parameters.count == limits.parameters)
        #expect(read("e" + parameters) { EventHeader($0, $1) }?.parameters.count == limits.parameters)
        let contacts = Array(repeating: "<sip:a@b>", count: 10_000).joined(separator: ",")
        #expect(read(contacts) { ContactList($0, $1) }?.addresses.count == limits.listedValues)
        let hops = Array(repeating: "SIP/2.0/UDP a;branch=z9hG4bK1", count: 100).joined(separator: ",")
        #expect(read(hops) { Via.list($0, $1) }.count == 100)
    }
}
