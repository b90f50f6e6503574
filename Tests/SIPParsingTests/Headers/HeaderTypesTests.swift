import SIPParsing
import Testing

@Suite("Header field values of one kind")
struct HeaderTypesTests {
    @Test(
        "Via, RFC 3261 section 20.42",
        arguments: [
            (
                "SIP/2.0/UDP erlang.bell-telephone.com:5060;branch=z9hG4bK87asdks7", "UDP", "erlang.bell-telephone.com",
                5060
            ),
            (
                "SIP / 2.0 / TCP first.example.com: 4000;ttl=16;maddr=224.2.0.1 ;branch=z9hG4bKa7c6a8dlze.1", "TCP",
                "first.example.com", 4000
            ),
            ("SIP/2.0/TLS [2001:DB8::9:1];branch=x;received=[2001:db8::9:255]", "TLS", "[2001:db8::9:1]", nil),
            ("SIP/2.0/UDP 2001:db8::9:1;branch=x", "UDP", "2001:db8::9:1", nil),
            ("SIP/2.0/WSS df7jal23ls0d.invalid;branch=z9hG4bK56sdasks", "WSS", "df7jal23ls0d.invalid", nil),
        ] as [(String, String, String, UInt16?)])
    func via(text: String, transport: String, host: String, port: UInt16?) throws {
        let via = try #require(read(text) { Via($0, $1) })
        #expect(via.protocolName == "SIP")
        #expect(via.protocolVersion == "2.0")
        #expect(via.transport == transport)
        #expect(via.host == host)
        #expect(via.port == port)
        #expect(via.branch != nil)
    }

    @Test(
        "What is no Via",
        arguments: ["", "SIP/2.0/UDP", "SIP/2.0/UDP ;branch=1", "1.1 proxy", "SIP/2.0 a.com", "/ / a"])
    func notAVia(text: String) {
        #expect(read(text) { Via($0, $1) } == nil)
    }

    @Test(
        "rport is asked for and answered, RFC 3581",
        arguments: [
            (";rport", true, nil), (";rport=5070", true, 5070), (";rport=70000", true, nil), (";xrport=1", false, nil),
        ]
            as [(String, Bool, UInt16?)])
    func rport(parameters: String, isThere: Bool, port: UInt16?) throws {
        let via = try #require(read("SIP/2.0/UDP a.com;received=192.0.2.1" + parameters) { Via($0, $1) })
        #expect(via.hasRport == isThere)
        #expect(via.rport == port)
        #expect(via.received == "192.0.2.1")
    }

    @Test("Several Via values in one field, RFC 3261 section 7.3.1")
    func vias() {
        let list = read("SIP/2.0/UDP a;branch=\"1,2\", SIP/2.0/TCP b;branch=3,bad") { Via.list($0, $1) }
        #expect(list.map(\.branch) == ["1,2", "3"])
    }

    @Test(
        "Reason, RFC 3326 section 2",
        arguments: [
            ("SIP ;cause=600 ;text=\"Busy Everywhere\"", "SIP", 600, "Busy Everywhere", nil),
            ("Q.850;cause=16;text=\"Terminated\";location=LN", "Q.850", 16, "Terminated", "LN"),
            ("Q.850 ;text=\"no cause; \\\"really\\\", none\"", "Q.850", nil, "no cause; \"really\", none", nil),
            ("SIP;cause=abc", "SIP", nil, nil, nil), ("SIP;cause=99999999999", "SIP", nil, nil, nil),
        ] as [(String, String, Int?, String?, String?)])
    func reason(text: String, name: String, cause: Int?, words: String?, location: String?) throws {
        let reason = try #require(read(text) { ReasonHeader($0, $1) })
        #expect(reason.protocolName == name)
        #expect(reason.cause == cause)
        #expect(reason.text == words)
        #expect(reason.location == location)
    }

    @Test("Several reasons in one field, RFC 3326 section 2")
    func reasons() {
        let list = read("SIP;cause=480;text=\"a, b\", Q.850;cause=18") { ReasonHeader.list($0, $1) }
        #expect(list.map(\.cause) == [480, 18])
        #expect(read(";cause=16") { ReasonHeader($0, $1) } == nil)
    }

    @Test("Warning, RFC 3261 section 20.43")
    func warning() throws {
        let list = read("307 isi.edu \"Session parameter 'foo' not understood\", 399 b.com:5060 \"x, \\\"y\\\"\"") {
            WarningHeader.list($0, $1)
        }
        #expect(list.map(\.code) == [307, 399])
        #expect(list.map(\.agent) == ["isi.edu", "b.com:5060"])
        #expect(list.map(\.text) == ["Session parameter 'foo' not understood", "x, \"y\""])
        for text in ["", "12 a \"b\"", "1234 a \"b\"", "abc", "399x a"] {
            #expect(read(text) { WarningHeader($0, $1) } == nil)
        }
    }

    @Test(
        "Retry-After, RFC 3261 section 20.33",
        arguments: [
            ("18000;duration=3600", 18000, nil, 3600), ("120 (I'm in a meeting)", 120, "I'm in a meeting", nil),
            ("5 (a (nested) \\) one);duration=7", 5, "a (nested) ) one", 7),
            ("5 (never closed", 5, "never closed", nil),
        ] as [(String, Int, String?, Int?)])
    func retryAfter(text: String, seconds: Int, comment: String?, duration: Int?) throws {
        let value = try #require(read(text) { RetryAfter($0, $1) })
        #expect(value.seconds == seconds)
        #expect(value.comment == comment)
        #expect(value.duration == duration)
        #expect(read("soon") { RetryAfter($0, $1) } == nil)
    }

    @Test("Call-Info with a purpose of jwscard, RFC 8688")
    func callInfo() {
        let list = read("<https://a.example/x;y,z>;purpose=jwscard, <http://b.example/p.jpg> ;purpose=icon,<>") {
            CallInfo.list($0, $1)
        }
        #expect(list.map(\.uri) == ["https://a.example/x;y,z", "http://b.example/p.jpg"])
        #expect(list.map(\.purpose) == ["jwscard", "icon"])
        #expect(read("") { CallInfo($0, $1) } == nil)
    }

    @Test("Event, RFC 6665 section 8.2.1")
    func event() throws {
        let event = try #require(read("refer ; id=93809824") { EventHeader($0, $1) })
        #expect(event.package == "refer")
        #expect(event.id == "93809824")
        #expect(read("presence.winfo") { EventHeader($0, $1) }?.id == nil)
        #expect(read(";id=1") { EventHeader($0, $1) } == nil)
    }

    @Test(
        "Subscription-State, RFC 6665 section 8.2.3",
        arguments: [
            ("active;expires=60", .active, 60, nil, nil), ("Pending", .pending, nil, nil, nil),
            ("terminated;reason=probation;retry-after=5", .terminated, nil, "probation", 5),
            ("waiting;expires=-1", .other, nil, nil, nil),
        ] as [(String, SubscriptionState.State, Int?, String?, Int?)])
    func subscriptionState(
        text: String, state: SubscriptionState.State, expires: Int?, reason: String?, retryAfter: Int?
    ) throws {
        let value = try #require(read(text) { SubscriptionState($0, $1) })
        #expect(value.state == state)
        #expect(value.expires == expires)
        #expect(value.reason == reason)
        #expect(value.retryAfter == retryAfter)
        #expect(text.hasPrefix(value.text))
    }

    @Test("Option tags, RFC 3261 section 19.2")
    func optionTags() throws {
        let tags = try #require(read("100rel, Timer ,,replaces") { OptionTags($0, $1) })
        #expect(tags.tags == ["100rel", "timer", "replaces"])
        #expect(tags.contains("timer"))
        #expect(!tags.contains("time"))
        #expect(read("") { OptionTags($0, $1) }?.tags == [])
    }

    @Test(
        "Content-Type, RFC 3261 section 20.15",
        arguments: [
            ("application/sdp", "application/sdp"), ("Application / SDP;charset=x", "application/sdp"),
            ("message/sipfrag;version=2.0", "message/sipfrag"), ("text", nil), ("/sdp", nil), ("a b/c", nil),
            ("a/", nil),
        ] as [(String, String?)])
    func mediaType(text: String, name: String?) {
        #expect(read(text) { MediaType($0, $1) }?.name == name)
    }

    @Test(
        "Numbers",
        arguments: [
            ("3600", 3600), (" 70 ", 70), ("90;refresher=uac", 90), ("4294967295", 4_294_967_295), ("4294967296", nil),
            ("", nil), ("-1", nil), ("12x", nil), ("x", nil),
        ] as [(String, UInt32?)])
    func numbers(text: String, number: UInt32?) {
        #expect(read(text) { HeaderNumber.parse($0, $1) } == number)
    }

    @Test(
        "Refer-Sub, RFC 4488 section 4",
        arguments: [("true", true), ("FALSE;x=y", false), ("maybe", nil), ("", nil)] as [(String, Bool?)])
    func referSub(text: String, value: Bool?) {
        #expect(read(text) { ReferSub.parse($0, $1) } == value)
    }
}
