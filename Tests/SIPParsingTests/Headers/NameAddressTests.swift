import SIPParsing
import Testing

@Suite("Addresses with names (RFC 3261 section 20.10)")
struct NameAddressTests {
    @Test(
        "Display name, URI and parameters",
        arguments: [
            (
                "\"A. G. Bell\" <sip:agb@bell-telephone.com> ;tag=a48s", "A. G. Bell", "sip:agb@bell-telephone.com",
                "a48s"
            ),
            ("Anonymous <sip:c8oqz84zk7z@privacy.org>;tag=hyh8", "Anonymous", "sip:c8oqz84zk7z@privacy.org", "hyh8"),
            ("sip:+12125551212@server.phone2net.com;tag=887s", nil, "sip:+12125551212@server.phone2net.com", "887s"),
            ("<sip:a@b;tag=inside>", nil, "sip:a@b;tag=inside", nil),
            ("<sip:a@b;tag=inside>;TAG=x", nil, "sip:a@b;tag=inside", "x"),
            ("\"Say \\\"hi\\\" <,;>\" <sip:a@b>;tag=1", "Say \"hi\" <,;>", "sip:a@b", "1"),
            ("\"\" <sip:a@b>", nil, "sip:a@b", nil),
            ("\"never closed <sip:a@b>;tag=1", "never closed", "sip:a@b", "1"),
            ("<sip:never@closed;tag=1", nil, "sip:never@closed;tag=1", nil),
            ("Two Words<sip:a@b>", "Two Words", "sip:a@b", nil),
            ("\"Folded\r\n  name\" <sip:a@b>\r\n ;tag=1", "Folded name", "sip:a@b", "1"),
            ("Jürgen <tel:+4930123>;tag=\"q\"", "Jürgen", "tel:+4930123", "q"),
            ("<sip:a@b>;tag", nil, "sip:a@b", ""),
            ("<sip:a@b>;x=\"a;tag=no\";tag=yes", nil, "sip:a@b", "yes"),
        ] as [(String, String?, String, String?)])
    func parts(text: String, name: String?, uri: String, tag: String?) throws {
        let address = try #require(read(text) { NameAddress($0, $1) })
        #expect(address.displayName == name)
        #expect(address.uri.text == uri)
        #expect(address.tag == tag)
    }

    @Test("What is no address", arguments: ["", "Bob", "<>", "\"sip:a@b\"", "Bob <bob>", ";tag=1", "*"])
    func notAnAddress(text: String) {
        #expect(read(text) { NameAddress($0, $1) } == nil)
    }

    @Test(
        "Lists split at commas outside of quotes and brackets, section 7.3.1",
        arguments: [
            ("<sip:a@b>", ["sip:a@b"]), ("<sip:a@b>,<sip:c@d>", ["sip:a@b", "sip:c@d"]),
            ("\"x, <sip:no@no>\" <sip:a@b> , sip:c@d;q=1", ["sip:a@b", "sip:c@d"]),
            ("<sip:a,b@c;x=1,2>, ,,<sip:d@e>,", ["sip:a,b@c;x=1,2", "sip:d@e"]),
            ("\"esc \\\", x\" <sip:a@b>,<sip:c@d>", ["sip:a@b", "sip:c@d"]),
            ("<sip:a@b>;x=\"1,2\",bad,<sip:c@d>", ["sip:a@b", "sip:c@d"]), ("", []), (",", []),
        ])
    func lists(text: String, uris: [String]) {
        #expect(read(text) { NameAddress.list($0, $1) }.map(\.uri.text) == uris)
    }

    @Test("A list keeps no more than its limit")
    func longList() {
        let text = Array(repeating: "<sip:a@b>", count: 5000).joined(separator: ",")
        #expect(read(text) { NameAddress.list($0, $1) }.count == 256)
    }

    @Test(
        "qvalue, section 25.1",
        arguments: [
            ("0", 0), ("1", 1), ("0.5", 0.5), ("0.125", 0.125), ("1.000", 1), ("0.", 0), ("1.001", nil), ("2", nil),
            ("0.1234", nil), ("nan", nil), ("", nil), ("-1", nil), ("0x1", nil),
        ] as [(String, Double?)])
    func weights(text: String, q: Double?) {
        #expect(read("<sip:a@b>;q=\(text)") { NameAddress($0, $1) }?.q == q)
    }

    @Test("Contact is a wildcard or addresses, section 20.10")
    func contacts() throws {
        #expect(read(" * ") { ContactList($0, $1) } == .wildcard)
        #expect(read("*") { ContactList($0, $1) }?.addresses == [])
        #expect(read("") { ContactList($0, $1) } == nil)
        #expect(read("**") { ContactList($0, $1) } == nil)
        let (message, bytes) = try #require(
            parse("SIP/2.0 302 Moved\r\nm: <sip:a@b>;q=0.7\r\nContact: <sip:c@d>, <sip:e@f>\r\n\r\n"))
        let list = ContactList(bytes.span, message.all(.contact))
        #expect(list?.addresses.map(\.uri.text) == ["sip:a@b", "sip:c@d", "sip:e@f"])
        #expect(list?.addresses.first?.q == 0.7)
    }
}
