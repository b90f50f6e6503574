import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("identity/stale and identity/number-mismatch")
struct IdentityTests {
    /// base64url without padding (RFC 7515 section 2).
    private static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0...group.count { text.append(alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)]) }
        }
        return text
    }

    /// What rules find in an INVITE for a number, signed with this payload.
    private func rules(_ payload: [UInt8], date: String? = nil) -> [String] {
        let digest = [Array("{}".utf8), payload, [1, 2, 3]].map(Self.base64).joined(separator: ".")
        var lines = [
            "Identity: \(digest);info=<https://cert.example.com/a.pem>;alg=ES256;ppt=shaken",
            "From: <sip:+12155550101@example.com>;tag=alice-tag", "To: <sip:+12155550102@example.com>",
        ]
        if let date { lines.append("Date: \(date)") }
        var scenario = SIPScenario()
        scenario.request(.invite, from: .alice, to: .bob, at: 0, uri: "sip:+12155550102@192.0.2.2", lines: lines)
        return scenario.verdicts(until: 1).map(\.rule)
    }

    private static let signed = 1_700_000_000

    @Test(
        "A minute is fresh, before and after, and more is not",
        arguments: [(0, []), (-60, []), (60, []), (-61, ["identity/stale"]), (61, ["identity/stale"])]
            as [(Int, [String])])
    func freshness(seconds: Int, expected: [String]) {
        #expect(rules(Array("{\"iat\":\(Self.signed + seconds)}".utf8)) == expected)
    }

    @Test("Date is looked at as well, and either may be stale")
    func date() {
        let fresh = Array("{\"iat\":\(Self.signed)}".utf8)
        #expect(rules(fresh, date: "Tue, 14 Nov 2023 22:13:20 GMT") == [])
        #expect(rules(fresh, date: "Tue, 14 Nov 2023 22:15:00 GMT") == ["identity/stale"])
        #expect(rules([], date: "Tue, 14 Nov 2023 22:15:00 GMT") == ["identity/stale"])
    }

    @Test(
        "Claims in all forms of JSON",
        arguments: [
            (#"{"orig":{"tn":"12155550101"},"dest":{"tn":["12155550102"]}}"#, []),
            (#" { "dest" : { "tn" : [ "1" , "12155550102" ] } , "orig" : { "tn" : "+1\u0032155550101" } } "#, []),
            (#"{"x":[true,false,null,-1.5e3,{}],"orig":{"tn":"12155550199"}}"#, ["identity/number-mismatch"]),
            (#"{"dest":{"tn":"12155550199"},"orig":{"uri":"sip:a@example.com"}}"#, ["identity/number-mismatch"]),
            (#"{"orig":{"tn":"12155550199"}"#, []), (#"{"orig":{"tn":"12155550199"}} x"#, []),
            (#"{"orig":{"tn":"12155550199\"}}"#, []), (#"{"orig":{"tn":12155550199}}"#, []),
            (#"{"iat":1e999,"orig":{"tn":"12155550101"}}"#, []), (#"{"iat":-1e300}"#, []), (#"["orig"]"#, []),
            (#"{"a":"\ud800\uZZZZ"}"#, []), (#"{"a":\u0031}"#, []), ("", []), ("\"", []), ("{\"", []), ("-", []),
        ] as [(String, [String])])
    func claims(payload: String, expected: [String]) {
        #expect(rules(Array(payload.utf8)) == expected)
    }

    @Test("Hostile claims are no claims")
    func hostile() {
        let mismatch = "\"orig\":{\"tn\":\"12155550199\"}"
        let deep = String(repeating: "[", count: 1_000) + String(repeating: "]", count: 1_000)
        #expect(rules(Array("{\"a\":\(deep),\(mismatch)}".utf8)) == [])
        let many = Array(repeating: "1", count: 600).joined(separator: ",")
        #expect(rules(Array("{\"a\":[\(many)],\(mismatch)}".utf8)) == [])
        #expect(rules(Array("{\"a\":[1],\(mismatch)}".utf8)) == ["identity/number-mismatch"])
        #expect(rules(Array(repeating: 0xFF, count: 300)) == [])
        #expect(rules(Array("{\"a\":\"\(String(repeating: "x", count: 9_000))\",\(mismatch)}".utf8)) == [])
    }
}
