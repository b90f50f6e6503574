import SIPParsing
import Testing

@Suite("Equivalence of URIs (RFC 3261 section 19.1.4)")
struct URIComparisonTests {
    /// Each two of a set.
    static func pairs(_ sets: [[String]]) -> [(String, String)] {
        sets.flatMap { set in
            set.indices.flatMap { left in set[(left + 1)...].map { (set[left], $0) } }
        }
    }

    @Test(
        "The equivalent examples of RFC 3261 section 19.1.4 and RFC 5954 section 4.2",
        arguments: pairs([
            ["sip:%61lice@atlanta.com;transport=TCP", "sip:alice@AtLanTa.CoM;Transport=tcp"],
            ["sip:carol@chicago.com", "sip:carol@chicago.com;newparam=5"],
            ["sip:carol@chicago.com", "sip:carol@chicago.com;security=on"],
            ["sip:carol@chicago.com", "sip:carol@chicago.com;security=off"],
            ["sip:carol@chicago.com;newparam=5", "sip:carol@chicago.com;security=on"],
            [
                "sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com",
                "sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com",
            ],
            [
                "sip:alice@atlanta.com?subject=project%20x&priority=urgent",
                "sip:alice@atlanta.com?priority=urgent&subject=project%20x",
            ],
            ["sip:bob@[::ffff:192.0.2.128]", "sip:bob@[::ffff:c000:280]"],
            ["sip:bob@[2001:db8::9:1]", "sip:bob@[2001:db8::9:01]", "sip:bob@[2001:DB8:0::0009:1]"],
            ["sip:bob@[0:0:0:0:0:FFFF:129.144.52.38]", "sip:bob@[::FFFF:129.144.52.38]"],
        ]))
    func examples(left: String, right: String) throws {
        try expect(left, right, areEquivalent: true)
    }

    @Test(
        "The examples that are not equivalent",
        arguments: [
            ("SIP:ALICE@AtLanTa.CoM;Transport=udp", "sip:alice@AtLanTa.CoM;Transport=UDP"),
            ("sip:bob@biloxi.com", "sip:bob@biloxi.com:5060"),
            ("sip:bob@biloxi.com", "sip:bob@biloxi.com;transport=udp"),
            ("sip:bob@biloxi.com", "sip:bob@biloxi.com:6000;transport=tcp"),
            ("sip:carol@chicago.com", "sip:carol@chicago.com?Subject=next%20meeting"),
            ("sip:bob@phone21.boxesbybob.com", "sip:bob@192.0.2.4"),
            ("sip:carol@chicago.com;security=on", "sip:carol@chicago.com;security=off"),
        ])
    func counterexamples(left: String, right: String) throws {
        try expect(left, right, areEquivalent: false)
    }

    @Test(
        "Parameters that must be in both URIs, and values that differ",
        arguments: [
            ("transport", "udp", "tcp"), ("user", "ip", "phone"), ("ttl", "1", "2"), ("method", "INVITE", "BYE"),
            ("maddr", "192.0.2.1", "192.0.2.2"),
        ])
    func decisiveParameters(name: String, value: String, other: String) throws {
        let uri = "sip:a@b.com;\(name)=\(value)"
        try expect(uri, uri.uppercased().replacing("A@B", with: "a@b"), areEquivalent: true)
        try expect(uri, "sip:a@b.com;x=y;\(name)=\(value)", areEquivalent: true)
        try expect(uri, "sip:a@b.com", areEquivalent: false)
        try expect(uri, "sip:a@b.com;\(name)=\(other)", areEquivalent: false)
        try expect(uri, "sip:a@b.com;\(name)", areEquivalent: false)
    }

    @Test(
        "Other equivalent URIs",
        arguments: [
            ("sip:a%2fb@c.com", "sip:a%2Fb@c.com"), ("sip:a@b.com;lr", "sip:a@b.com;LR"),
            ("sip:a@b.com;x=%41", "sip:a@b.com;x=a"), ("sip:a@b.com;%6C%72", "sip:a@b.com;lr"),
            ("sip:a@b.com?Subject=X", "sip:a@b.com?subject=x"), ("sip:%00@b.com", "sip:%00@b.com"),
            ("sip:a@192.0.2.1", "sip:a@192.0.2.001"), ("sip:a@[2001:db8:::192.0.2.1]", "sip:a@[2001:db8::c000:201]"),
            ("sip:a@[::]", "sip:a@[0:0:0:0:0:0:0:0]"), ("sip:a@[::1]:5060", "sip:a@[0::1]:05060"),
            ("tel:+1-201-555-0123", "tel:+1.201.555(0123)"),
            ("tel:7042;phone-context=+1-914", "tel:7042;phone-context=+1914"),
            ("tel:7042;ext=1-2;phone-context=A.com", "TEL:7042;Phone-Context=a.COM;ext=12"), ("tel:7a;x", "tel:7A;X"),
            ("urn:service:sos", "URN:service:SOS"),
            ("urn:uuid:F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6", "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
            ("pres:a@b", "PRES:a@b"),
        ])
    func equivalent(left: String, right: String) throws {
        try expect(left, right, areEquivalent: true)
    }

    @Test(
        "Other URIs that are not equivalent",
        arguments: [
            ("sip:a@b.com", "sips:a@b.com"), ("sip:b.com", "sip:a@b.com"), ("sip:a@b.com", "sip:a:pw@b.com"),
            ("sip:a:one@b.com", "sip:a:two@b.com"), ("sip:a:Pw@b.com", "sip:a:pw@b.com"), ("sip:@b.com", "sip:b.com"),
            ("sips:a@b.com", "sips:a@b.com:5061"), ("sip:a%3Bb@c.com", "sip:a;b@c.com"),
            ("sip:a@b.com?replaces=x", "sip:a@b.com?replaces=X"), ("sip:a@b.com?x=1", "sip:a@b.com?x=1&x=1"),
            ("sip:a@b.com:99999", "sip:a@b.com"), ("sip:a@b.com", "sip:a@b.com."),
            ("sip:a@[::1]", "sip:a@[::2]"), ("sip:a@[::1]", "sip:a@[::1]:5060"), ("sip:a@[::1%25eth0]", "sip:a@[::1]"),
            ("sip:a@[::ffff:192.0.2.1]", "sip:a@192.0.2.1"), ("sip:a@192.0.2.1", "sip:a@192.0.2.256"),
            ("sip:a@[1:2:3:4:5:6:7::8]", "sip:a@[1:2:3:4:5:6:7:8]"), ("sip:a@[::1::]", "sip:a@[::1]"),
            ("tel:+12015550123", "tel:12015550123"), ("tel:7042;phone-context=a.com", "tel:7042"),
            ("tel:7042;ext=1", "tel:7042;ext=2"), ("tel:7042;isub=1", "tel:7042"), ("tel:7042;x=1", "tel:7042;x=2"),
            ("urn:service:sos", "urn:service:sos.fire"), ("urn:example:a", "urn:example:A"), ("pres:a@b", "im:a@b"),
        ])
    func notEquivalent(left: String, right: String) throws {
        try expect(left, right, areEquivalent: false)
    }

    @Test(
        "A parameter twice, which section 19.1.1 forbids, matches the same values in the same order",
        arguments: [
            ("sip:a@b.com;x=1;x=2", "sip:a@b.com;X=1;y=3;x=2", true), ("sip:a@b.com;x;x", "sip:a@b.com;x=;x", true),
            ("sip:a@b.com;x=1;x=2", "sip:a@b.com", true), ("sip:a@b.com;x=1;x=2", "sip:a@b.com;y=1", true),
            ("sip:a@b.com;x=1;x=2", "sip:a@b.com;x=1", false), ("sip:a@b.com;x=1;x=2", "sip:a@b.com;x=2", false),
            ("sip:a@b.com;x=1;x=2", "sip:a@b.com;x=2;x=1", false), ("sip:a@b.com;x=1;x=1", "sip:a@b.com;x=1", false),
            ("sip:a@b.com;ttl=1;ttl=1", "sip:a@b.com;y=1", false),
        ])
    func repeatedParameter(left: String, right: String, areEquivalent: Bool) throws {
        try expect(left, right, areEquivalent: areEquivalent)
    }

    private func expect(_ left: String, _ right: String, areEquivalent: Bool) throws {
        let (left, right) = (try #require(SIPURI.parse(left)), try #require(SIPURI.parse(right)))
        #expect(left.isEquivalent(to: right) == areEquivalent)
        #expect(right.isEquivalent(to: left) == areEquivalent)
        #expect(left.isEquivalent(to: left))
    }
}
