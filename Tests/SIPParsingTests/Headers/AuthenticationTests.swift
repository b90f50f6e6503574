import SIPParsing
import Testing

@Suite("Challenges and credentials (RFC 3261 section 22)")
struct AuthenticationTests {
    @Test("A challenge, section 20.44")
    func challenge() throws {
        let text = """
            Digest realm="at, lanta\\"", domain="sip:boxesbybob.com", qop="auth,auth-int",\r
             nonce="f84f1cec41e6cbe5aea9c8e88d359", opaque="", stale=TRUE, algorithm=MD5
            """
        let challenge = try #require(read(text) { Challenge($0, $1) })
        #expect(challenge.scheme == "Digest")
        #expect(challenge.realm == "at, lanta\"")
        #expect(challenge.qop == "auth,auth-int")
        #expect(challenge.nonce == "f84f1cec41e6cbe5aea9c8e88d359")
        #expect(challenge.opaque == "")
        #expect(challenge.algorithm == "MD5")
        #expect(challenge.stale)
    }

    @Test("Only stale=true is stale, section 22.2", arguments: ["", ", stale=false", ", stale", ", unstale=true"])
    func notStale(parameter: String) throws {
        let challenge = try #require(read("Digest realm=\"a\"" + parameter) { Challenge($0, $1) })
        #expect(!challenge.stale)
        #expect(challenge.nonce == nil)
    }

    @Test("Credentials, section 20.7")
    func credentials() throws {
        let text = """
            Digest username="bob", realm="biloxi.com", nonce="dcd9", uri="sip:bob@biloxi.com", qop=auth,
            nc=0000000a, cnonce="0a4f113b", response="6629fae49393a05397450978507c4ef1", opaque="5ccc", algorithm=SHA-256
            """
        let credentials = try #require(read(text) { Credentials($0, $1) })
        #expect(credentials.username == "bob")
        #expect(credentials.realm == "biloxi.com")
        #expect(credentials.nonce == "dcd9")
        #expect(credentials.uri == "sip:bob@biloxi.com")
        #expect(credentials.nonceCount == 10)
        #expect(credentials.algorithm == "SHA-256")
        #expect(!String(describing: credentials).contains("6629fae4"))
        #expect(!String(describing: credentials).contains("0a4f113b"))
    }

    @Test("A nonce count is eight hexadecimal digits at the most", arguments: ["+1", "100000000", "x", ""])
    func badNonceCount(text: String) throws {
        #expect(try #require(read("Digest nc=\(text)") { Credentials($0, $1) }).nonceCount == nil)
    }

    @Test("No scheme, no value", arguments: ["", "\"Digest\"", "=a"])
    func noScheme(text: String) {
        #expect(read(text) { Challenge($0, $1) } == nil)
        #expect(read(text) { Credentials($0, $1) } == nil)
    }
}
