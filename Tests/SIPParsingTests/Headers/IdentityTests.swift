import SIPParsing
import Testing

@Suite("Identity (RFC 8224 section 4)")
struct IdentityTests {
    static let info = ";info=<https://biloxi.example.org/biloxi;x.cert>;alg=ES256;ppt=shaken"

    @Test("A full PASSporT is decoded when asked for")
    func full() throws {
        // {"alg":"ES256"} and {"orig":{"tn":"12155551212"}}
        let text = "eyJhbGciOiJFUzI1NiJ9.eyJvcmlnIjp7InRuIjoiMTIxNTU1NTEyMTIifX0.rq3pjT1hoRwakE" + Self.info
        let identity = try #require(read(text) { Identity($0, $1) })
        #expect(identity.form == .full)
        #expect(identity.header.map { String(decoding: $0, as: UTF8.self) } == #"{"alg":"ES256"}"#)
        #expect(identity.payload.map { String(decoding: $0, as: UTF8.self) } == #"{"orig":{"tn":"12155551212"}}"#)
        #expect(identity.info == "https://biloxi.example.org/biloxi;x.cert")
        #expect(identity.algorithm == "ES256")
        #expect(identity.passportType == "shaken")
    }

    @Test("The compact form has no header and no payload to decode, RFC 8225 section 7")
    func compact() throws {
        let identity = try #require(read("..rq3pjT1hoRwakE;\r\n info = <https://a>;ppt=\"div\"") { Identity($0, $1) })
        #expect(identity.form == .compact)
        #expect(identity.digest == "..rq3pjT1hoRwakE")
        #expect(identity.header == nil)
        #expect(identity.payload == nil)
        #expect(identity.info == "https://a")
        #expect(identity.algorithm == nil)
        #expect(identity.passportType == "div")
    }

    @Test(
        "What is neither form",
        arguments: ["abc", "a.b", "a.b.c.d", ".b.c", "a..c", "...", "..", "\"cXg=\"", "a.b.", "a.b.c.d.e"])
    func otherForms(digest: String) throws {
        let identity = try #require(read(digest + Self.info) { Identity($0, $1) })
        #expect(identity.form == .other)
        #expect(identity.header == nil)
    }

    @Test(
        "base64 and base64url, RFC 4648 sections 4 and 5",
        arguments: [
            ("Zg", [0x66]), ("Zg==", [0x66]), ("Zm8", [0x66, 0x6F]), ("Zm8=", [0x66, 0x6F]),
            ("Zm9v", [0x66, 0x6F, 0x6F]), ("-_-_", [0xFB, 0xFF, 0xBF]), ("+/+/", [0xFB, 0xFF, 0xBF]),
            ("A", nil), ("Zm9vY", nil), ("Zg=", nil), ("Zg===", nil), ("Z=g=", nil), ("Zm9v=", nil), ("Zm9v====", nil),
            ("====", nil), ("Zm9*", nil), ("Zm9é", nil), ("\u{0}AAA", nil),
        ] as [(String, [UInt8]?)])
    func base64(text: String, decoded: [UInt8]?) throws {
        let identity = try #require(read("\(text).\(text).x") { Identity($0, $1) })
        #expect(identity.header == decoded)
        #expect(identity.payload == identity.header)
    }

    @Test("No digest, no value", arguments: ["", ";info=<https://a>", "  "])
    func noDigest(text: String) {
        #expect(read(text) { Identity($0, $1) } == nil)
    }
}
