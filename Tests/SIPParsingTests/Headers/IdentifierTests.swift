import SIPParsing
import Testing

@Suite("Identifiers in header fields")
struct IdentifierTests {
    @Test(
        "Call-ID, RFC 3261 section 20.8",
        arguments: [
            ("f81d4fae-7dec-11d0@bar.com", "f81d4fae-7dec-11d0", "bar.com", true), ("f81d4fae", "f81d4fae", nil, true),
            ("()<>:\\\"/[]?{}~@a", "()<>:\\\"/[]?{}~", "a", true),
            (
                "intmeth.word%ZK-!.*_+'@word`~)(><:\\/\"][?}{",
                "intmeth.word%ZK-!.*_+'", "word`~)(><:\\/\"][?}{", true
            ),
            ("a@b@c", "a", "b@c", false), ("@b", "", "b", false), ("a@", "a", "", false), ("a b", "a b", nil, false),
            ("é", "é", nil, false), ("a,b", "a,b", nil, false),
        ] as [(String, String, String?, Bool)])
    func callID(text: String, local: String, host: String?, isWellFormed: Bool) throws {
        let callID = try #require(read(" \(text)\r\n ") { CallID($0, $1) })
        #expect(callID.text == text)
        #expect(callID.localPart == local)
        #expect(callID.host == host)
        #expect(callID.isWellFormed == isWellFormed)
    }

    @Test("In-Reply-To, RFC 3261 section 20.21")
    func inReplyTo() {
        let list = read("70710@saturn.bell-tel.com, 17320@saturn.bell-tel.com") { CallID.list($0, $1) }
        #expect(list.map(\.localPart) == ["70710", "17320"])
        #expect(read("") { CallID($0, $1) } == nil)
    }

    @Test("RAck, RFC 3262 section 7.2")
    func rAck() throws {
        let rAck = try #require(read("776656 \r\n 1\t INVITE") { RAck($0, $1) })
        #expect(rAck.responseNumber == 776_656)
        #expect(rAck.cseqNumber == 1)
        #expect(rAck.method == .invite)
        #expect(rAck.methodName == "INVITE")
        let long = String(repeating: "M", count: 5000)
        #expect(read("1 2 \(long)") { RAck($0, $1) }?.methodName == long)
        #expect(read("1 2 \(long)") { RAck($0, $1) }?.method == .other)
        #expect(read("1 2 invite") { RAck($0, $1) }?.method == .other)
    }

    @Test(
        "What is no RAck",
        arguments: [
            "", "1", "1 2", "1 2 ", "INVITE", "1 INVITE", "1 2INVITE", "12 INVITE", "4294967296 1 INVITE",
            "1 4294967296 INVITE", "-1 1 INVITE", "1 1 INVITE x", "1 1 INV,ITE",
        ])
    func notARAck(text: String) {
        #expect(read(text) { RAck($0, $1) } == nil)
    }

    @Test(
        "Session-ID, RFC 7989 section 5",
        arguments: [
            (
                "ab30317f1a784dc48ff824d0d3715d86;remote=47755a9de7794ba387653f2099600ef2",
                "ab30317f1a784dc48ff824d0d3715d86", "47755a9de7794ba387653f2099600ef2"
            ),
            (
                "AB30317F1A784DC48FF824D0D3715D86 ; remote = 00000000000000000000000000000000",
                "ab30317f1a784dc48ff824d0d3715d86", SessionID.unknown
            ),
            ("ab30317f1a784dc48ff824d0d3715d86;remote=1", "ab30317f1a784dc48ff824d0d3715d86", nil),
            ("ab30317f1a784dc48ff824d0d3715d8", nil, nil), ("ab30317f-1a78-4dc4-8ff8-24d0d3715d86", nil, nil),
            ("gb30317f1a784dc48ff824d0d3715d86", nil, nil), (";remote=47755a9de7794ba387653f2099600ef2", nil, nil),
        ] as [(String, String?, String?)])
    func sessionID(text: String, local: String?, remote: String?) {
        let value = read(text) { SessionID($0, $1) }
        #expect(value?.local == local)
        #expect(value?.remote == remote)
    }

    @Test(
        "One token and nothing else, RFC 3903 section 12 and RFC 5839 section 7.3",
        arguments: [
            ("dx200xyz", "dx200xyz"), (" * ", "*"), ("1.0", "1.0"), ("", nil), ("a b", nil), ("a;b", nil),
            ("\"a\"", nil),
        ]
            as [(String, String?)])
    func token(text: String, token: String?) {
        #expect(read(text) { HeaderToken.parse($0, $1) } == token)
    }

    @Test("Charging, RFC 7315 section 5.6")
    func charging() throws {
        let text = "icid-value=\"AyretyU0dm+6O2IrT5tAFrbHLso=\" ;icid-generated-at=192.0.6.8; orig-ioi=home1.net;x=1"
        let vector = try #require(read(text) { ChargingVector($0, $1) })
        #expect(vector.identifier == "AyretyU0dm+6O2IrT5tAFrbHLso=")
        #expect(vector.generatedAt == "192.0.6.8")
        #expect(vector.originatingOperator == "home1.net")
        #expect(vector.terminatingOperator == nil)
        #expect(read("orig-ioi=home1.net") { ChargingVector($0, $1) } == nil)
    }

    @Test("User-to-User, RFC 7433 section 4.1")
    func userToUser() {
        let list = read("56a390f3;encoding=hex;purpose=foo;content=bar, \"a,;b\";encoding=x, 0G, 123, 00fF") {
            UserToUser.list($0, $1)
        }
        #expect(list.map(\.data) == ["56a390f3", "a,;b", "0G", "123", "00fF"])
        #expect(list.map(\.bytes) == [[0x56, 0xA3, 0x90, 0xF3], nil, nil, nil, [0, 255]])
        #expect(list.first?.purpose == "foo")
        #expect(list.first?.content == "bar")
        #expect(read(";encoding=hex") { UserToUser($0, $1) } == nil)
    }
}
