import SIPParsing
import Testing

@Suite("Forms that many header fields share")
struct SharedTypesTests {
    @Test("Media ranges with weights, RFC 3261 section 20.1")
    func accept() {
        let list = read("application/sdp;level=1, application/x-private, text/html;q=0.5, */*;q=2, text") {
            MediaType.list($0, $1)
        }
        #expect(list.map(\.name) == ["application/sdp", "application/x-private", "text/html", "*/*"])
        #expect(list.map(\.q) == [nil, nil, 0.5, nil])
    }

    @Test(
        "A token with parameters",
        arguments: [
            ("gzip;q=1.0", "gzip", 1), ("en-gb ; q=0.8", "en-gb", 0.8), ("*;audio;require;q=-1", "*", nil),
            ("\"Visited; network, 1\"", "Visited; network, 1", nil),
            ("3GPP-UTRAN-TDD;utran-cell-id-3gpp=234151D0FCE11", "3GPP-UTRAN-TDD", nil),
            ("auto;require", "auto", nil), ("infoDtmf\r\n ;x=y", "infoDtmf", nil),
        ] as [(String, String, Double?)])
    func tokenWithParameters(text: String, token: String, q: Double?) throws {
        let value = try #require(read(text) { TokenWithParameters($0, $1) })
        #expect(value.token == token)
        #expect(value.q == q)
    }

    @Test("Values between commas, each with parameters, RFC 6809 section 6.2.1")
    func featureCaps() {
        let list = read("*;+sip.607;+sip.608=\"a,b;c\", ,*;+g.x, ;y") { TokenWithParameters.list($0, $1) }
        #expect(list.map { $0.parameters.map(\.name) } == [["+sip.607", "+sip.608"], ["+g.x"]])
        #expect(list.first?.parameter("+sip.607") == "")
        #expect(list.first?.parameter("+sip.608") == "a,b;c")
        #expect(list.first?.parameter("+sip.609") == nil)
    }

    @Test("Methods compare with regard to case, RFC 3261 sections 7.1 and 20.5")
    func allow() throws {
        let allow = try #require(read("INVITE, ACK,, Refer,RE%47ISTER") { TokenList($0, $1) })
        #expect(allow.tokens == ["INVITE", "ACK", "Refer", "RE%47ISTER"])
        #expect(allow.contains("INVITE"))
        #expect(!allow.contains("REFER"))
        #expect(!allow.contains("invite"))
        #expect(!allow.contains("REGISTER"))
        #expect(read("") { TokenList($0, $1) }?.tokens == [])
    }

    @Test("Parameters and nothing else, RFC 7315 section 5.5")
    func parameterList() {
        let text = "ccf=[5555::b99:c88]; ecf=\"a,;b\", CCF-2 = c ,PS=100,OS"
        let list = read(text) { ParameterList($0, $1) }
        #expect(list?.parameters.map(\.name) == ["ccf", "ecf", "ccf-2", "ps", "os"])
        #expect(list?.parameters.map(\.value) == ["[5555::b99:c88]", "a,;b", "c", "100", nil])
        #expect(list?.parameter("ps") == "100")
        #expect(list?.parameter("xs") == nil)
        #expect(read(" ;, ") { ParameterList($0, $1) } == nil)
    }

    @Test(
        "Text, RFC 3261 sections 20.25 and 20.36",
        arguments: [
            ("Tech \"support\"", "Tech \"support\""), ("one\r\n  two \r\n\tthree", "one two three"), ("", ""),
            ("\"quoted\" \\ text", "\"quoted\" \\ text"), ("\"quoted\"", "\"quoted\""),
        ])
    func text(text: String, read expected: String) {
        #expect(read(text) { HeaderText.parse($0, $1) } == expected)
    }

    @Test(
        "URIs with parameters, RFC 6442 section 4.1, RFC 6794 section 4.4.5 and RFC 5360 section 5.11.2",
        arguments: [
            ("<cid:target123@atlanta.example.com>;x=y", "cid:target123@atlanta.example.com", ["x"]),
            ("sip:123@relay.example.com\r\n  ;target-uri=\"sip:f@r\"", "sip:123@relay.example.com", ["target-uri"]),
            ("< sip:a;b@c > ; non-cacheable ; alt-uri=x", "sip:a;b@c", ["non-cacheable", "alt-uri"]),
            ("<aaa://host.example.com;transport=tcp>", "aaa://host.example.com;transport=tcp", []),
            ("<never:closed;x=y", "never:closed;x=y", []),
        ])
    func uriWithParameters(text: String, uri: String, names: [String]) throws {
        let value = try #require(read(text) { URIWithParameters($0, $1) })
        #expect(value.uri == uri)
        #expect(value.parameters.map(\.name) == names)
    }

    @Test("Without a URI, and several", arguments: [("", 0), ("<>", 0), (";x=y", 0), ("<a:b,c>, <d:e>;x=\"1,2\"", 2)])
    func uriLists(text: String, count: Int) {
        #expect(read(text) { URIWithParameters.list($0, $1) }.count == count)
    }

    @Test(
        "Codes, RFC 6442 section 4.4 and RFC 8876 section 5.2",
        arguments: [
            ("100 ; code=\"Cannot Process Location\"", 100, "Cannot Process Location"),
            ("101;message=\"Payload missing\"", 101, "Payload missing"), ("300", 300, nil), ("7;x=y", 7, nil),
            ("1000", nil, nil), ("", nil, nil), ("x", nil, nil), ("100x", nil, nil), (";code=\"1\"", nil, nil),
        ] as [(String, Int?, String?)])
    func errorCode(text: String, code: Int?, words: String?) {
        let value = read(text) { ErrorCode($0, $1) }
        #expect(value?.code == code)
        #expect(value?.text == words)
    }

    @Test(
        "Content-Disposition, RFC 3261 section 20.11",
        arguments: [
            ("session", "session", true), ("Session;handling=optional", "session", false),
            ("alert ; handling = Required", "alert", true), ("x;handling=perhaps", "x", true),
            (";handling=optional", nil, nil),
        ] as [(String, String?, Bool?)])
    func contentDisposition(text: String, type: String?, isRequired: Bool?) {
        let value = read(text) { ContentDisposition($0, $1) }
        #expect(value?.type == type)
        #expect(value?.isRequired == isRequired)
    }

    @Test(
        "Priority, RFC 3261 section 20.26 and RFC 7090 section 4.3.2",
        arguments: [
            ("emergency", .emergency), ("Non-Urgent", .nonUrgent), ("normal", .normal), ("URGENT", .urgent),
            ("psap-callback", .psapCallback), ("high", .other("high")), ("", nil), ("normal;x", nil),
            ("very high", nil),
        ] as [(String, Priority?)])
    func priority(text: String, priority: Priority?) {
        #expect(read(text) { Priority($0, $1) } == priority)
    }
}
