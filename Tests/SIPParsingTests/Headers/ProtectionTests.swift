import SIPParsing
import Testing

@Suite("Privacy, precedence and protection")
struct ProtectionTests {
    @Test(
        "Privacy, RFC 3323 section 4.2",
        arguments: [
            ("id", ["id"]), ("header; SESSION ;critical", ["header", "session", "critical"]),
            ("id,user", ["id", "user"]),
            ("none", ["none"]), ("", nil), (";,", nil),
        ] as [(String, [String]?)])
    func privacy(text: String, kinds: [String]?) {
        let privacy = read(text) { Privacy($0, $1) }
        #expect(privacy?.kinds == kinds)
        #expect(privacy?.contains("id") ?? false == kinds?.contains("id") ?? false)
    }

    @Test("Resource-Priority, RFC 4412 section 3.1")
    func resourcePriority() {
        let list = read("DSN.Flash, wps.3,bad,a.b.c,.x,y., q735.0") { ResourcePriority.list($0, $1) }
        #expect(list.map(\.namespace) == ["dsn", "wps", "q735"])
        #expect(list.map(\.priority) == ["flash", "3", "0"])
    }

    @Test("Security agreements, RFC 3329 section 2.2, lose their digest")
    func mechanisms() throws {
        let text = "Digest;d-alg=MD5;d-qop=auth;d-ver=\"0000000000000000000000000000abcd\";q=0.1, ipsec-ike; q=2,;q=1"
        let list = read(text) { SecurityMechanism.list($0, $1) }
        #expect(list.map(\.name) == ["digest", "ipsec-ike"])
        #expect(list.map(\.q) == [0.1, nil])
        #expect(list.first?.parameters.map(\.name) == ["d-alg", "d-qop", "q"])
        #expect(!String(describing: list).contains("abcd"))
    }

    @Test("Authentication-Info, RFC 3261 section 20.6, loses its digests")
    func authenticationInfo() throws {
        let text =
            "nextnonce=\"47364c23432d2e131a5fb210812c\", qop=auth, rspauth=\"6629fae4\", cnonce=\"0a4f113b\", nc=0000001f"
        let value = try #require(read(text) { AuthenticationInfo($0, $1) })
        #expect(value.nextNonce == "47364c23432d2e131a5fb210812c")
        #expect(value.qop == "auth")
        #expect(value.nonceCount == 31)
        #expect(!String(describing: value).contains("6629fae4"))
        #expect(!String(describing: value).contains("0a4f113b"))
        #expect(read(" , ") { AuthenticationInfo($0, $1) } == nil)
        #expect(read("nc=x") { AuthenticationInfo($0, $1) }?.nonceCount == nil)
    }
}
