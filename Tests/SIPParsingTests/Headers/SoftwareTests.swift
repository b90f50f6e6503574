import SIPParsing
import Testing

@Suite("Server and User-Agent (RFC 3261 sections 20.35 and 20.41)")
struct SoftwareTests {
    @Test(
        "Products and comments",
        arguments: [
            ("HomeServer v2", [.product(name: "HomeServer", version: nil), .product(name: "v2", version: nil)]),
            ("Softphone/Beta1.5", [.product(name: "Softphone", version: "Beta1.5")]),
            ("a / 1 \r\n b", [.product(name: "a", version: "1"), .product(name: "b", version: nil)]),
            (
                "kamailio (5.7.4 (x86_64/linux) \\) \"x\")",
                [.product(name: "kamailio", version: nil), .comment("5.7.4 (x86_64/linux) ) \"x\"")]
            ),
            (
                "FPBX-16(18.9)b/",
                [.product(name: "FPBX-16", version: nil), .comment("18.9"), .product(name: "b", version: "")]
            ),
            ("()", [.comment("")]),
            ("a (never (closed)", [.product(name: "a", version: nil), .comment("never (closed)")]),
            ("a/b/c, d", [.product(name: "a", version: "b/c,"), .product(name: "d", version: nil)]),
            (") x", [.product(name: ")", version: nil), .product(name: "x", version: nil)]),
        ] as [(String, [Software.Part])])
    func parts(text: String, parts: [Software.Part]) {
        #expect(read(text) { Software($0, $1) }?.parts == parts)
    }

    @Test("Nothing is no software")
    func empty() {
        #expect(read(" \r\n ") { Software($0, $1) } == nil)
    }

    @Test("Comments nest as deep as the limit, section 25.1")
    func nesting() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "x" + String(repeating: ")", count: depth) + " y"
        }
        let limit = ParsingLimits.standard.nesting
        #expect(try #require(read(nested(limit)) { Software($0, $1) }).parts.count == 2)
        #expect(try #require(read(nested(limit + 1)) { Software($0, $1) }).parts.count == 1)
        #expect(read("5 " + nested(limit) + ";duration=6") { RetryAfter($0, $1) }?.comment?.hasSuffix(")") == true)
    }
}
