import SIPParsing
import Testing
import _TestSupport

@Suite("Hostile header field values cost no more than their length")
struct HostileValueTests {
    static let size = 65_536
    static let limit = max(ParsingLimits.standard.listedValues, ParsingLimits.standard.parameters)

    static func repeated(_ text: String, _ count: Int? = nil) -> [UInt8] {
        let unit = Array(text.utf8)
        return Array(repeating: unit, count: count ?? size / unit.count).flatMap { $0 }
    }

    /// 64 KiB of one thing each: what opens and is never closed, what separates nothing, and what begins many values.
    static let long: [String: [UInt8]] = [
        "(": repeated("("), "\"": repeated("\""), "<": repeated("<"), ",": repeated(","), ";": repeated(";"),
        "=": repeated("="), "%": repeated("%"), "@": repeated("@"), ":": repeated(":"), "[": repeated("["),
        "/": repeated("/"), "?": repeated("?"), "&": repeated("&"), ".": repeated("."), "backslash": repeated("\\"),
        "space": repeated(" "), "fold": repeated("\r\n "), "digit": repeated("9"), "letter": repeated("a"),
        "NUL": repeated("\0"),
        "quote in each piece": repeated("a\"b,"),
        "bracket in each piece": repeated("a<b,"), "both in each piece": repeated("<\"a,\">,"),
        "quoted parameters": repeated(";a=\"b"), "quoted backslashes": Array("\"".utf8) + repeated("\\"),
        "comments": repeated("(a) "), "comment in a comment": repeated("(a "),
        "address with quotes": Array("sip:a@b;".utf8) + repeated("\"<"),
        "URI escapes": Array("sip:a@b?".utf8) + repeated("%26"),
        "user of at signs": Array("sip:".utf8) + repeated("a@"),
        "host of colons": Array("sip:a@".utf8) + repeated("1:"),
        "host of brackets": Array("sip:a@[".utf8) + repeated("::"),
        "URI parameters": Array("sip:a@b".utf8) + repeated(";a=b"),
        "URI headers": Array("<sip:a@b?".utf8) + repeated("a=b&"),
        "telephone": Array("tel:+".utf8) + repeated("1-;"), "reasons": Array("<sip:a?".utf8) + repeated("Reason=a%2C&"),
        "base64": Array("a.".utf8) + repeated("////") + Array(".b".utf8), "base64 garbage": repeated("*.="),
        "index": Array("<sip:a@b>;index=".utf8) + repeated("1."), "method": Array("1 1 ".utf8) + repeated("M"),
        "credentials": Array("Digest ".utf8) + repeated("a=\"b,"), "hexadecimal": repeated("0a"),
    ]

    @Test("64 KiB of one thing", arguments: long.keys.sorted())
    func longValues(name: String) throws {
        let bytes = try #require(Self.long[name])
        for reader in HeaderReader.all {
            let count = reader.count(bytes.span, ByteRange(0..<bytes.count))
            #expect(count <= Self.limit, "\(reader.type)")
        }
    }

    @Test("A kibibyte that is not UTF-8")
    func notUTF8() {
        let bytes = [UInt8](repeating: 0xFF, count: 1024)
        for reader in HeaderReader.all { expectBounded(reader, bytes) }
    }

    /// Small values that break their grammar in every way that was thought of.
    static let small = [
        "", " ", "\r\n ", "\0", "\u{1}\u{7F}", "\"", "\"\\", "<", ">", "<>", "<sip:", "\"a<sip:b@c>", "<sip:a@b", "(",
        ")", "\\",
        ",", ";", "=", ";=", ";a=;=b;;", "a;q=2", "a;q=-1", "a;q=0.5;q=x", "18446744073709551616", "-1",
        "4294967296 1 A",
        "1 1 ", "Sat, 99 Nov 2010 99:99:99 GMT", "Sat, 13 Nov", ", , , , , ", "Fri, 13 Nov \0 23:29:00 GMT", "..",
        "a.b.c",
        "!.!.!", "AAAAA.=.=", "a@", "@", "@@", "sip:@", "sip:a@:5060", "sip:a@b:", "sip:a@b:999999999999", "sip:%",
        "sip:%0",
        "sip:a%@b%", "sip:[", "sip:]", "sip:a@[]", "tel:", "tel:+", "tel:;ext", "SIP/2.0/UDP", "SIP/2.0/UDP [", "///",
        "SIP///",
        "5 (", "5 (\\", "5 ()", "5 (\\)", "Digest", "Digest ,", "Digest a=", "*", "**", "*;", "*,*", "999", "399 a",
        "399  \"",
        "icid-value", "0", "00", "0g", "q=", ";;;;", "a;b;c=", "a;b=\"", "a;b=\"c\\", "<a>;b=<", "<a>;b=\"<\">",
    ]

    @Test("Damage of every kind, whole and in invalid UTF-8", arguments: small)
    func smallValues(text: String) {
        let bytes = Array(text.utf8)
        let fillings: [[UInt8]] = [[], [0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xE2, 0x80, 0xAE], [0x0B]]
        for reader in HeaderReader.all {
            for filling in fillings { expectBounded(reader, filling + bytes + filling) }
            expectBounded(reader, Array(bytes.flatMap { [$0, 0xFF] }))
        }
    }

    @Test("Random bytes out of the grammar's own characters", arguments: [1, 2, 3])
    func randomValues(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces =
            [
                "\"", "<", ">", ",", ";", ":", "=", "@", "?", "&", "%", "%41", "\\", "(", ")", "[", "]", "/", " ",
                "\r\n ", "\0", "é",
                "sip:", "tel:", "a", "1", ".", "-", "*", "+", "q=", "SIP/2.0/UDP ", "SIP", "index=", "Digest ",
                "<sip:a@b>", "GMT",
            ].map { Array($0.utf8) } + [[0xFF], [0x80]]
        for _ in 0..<400 {
            let bytes = (0..<Int.random(in: 1...40, using: &generator)).flatMap { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            }
            for reader in HeaderReader.all { expectBounded(reader, bytes) }
        }
    }

    @Test("Ranges outside of the bytes give nothing", arguments: HeaderReader.all)
    func outside(reader: HeaderReader) {
        let bytes = Array("<sip:a@b>".utf8)
        for range in [ByteRange(0..<10), ByteRange(9..<11), ByteRange(start: .max, count: .max)] {
            #expect(reader.count(bytes.span, range) == 0)
        }
    }

    @Test("The table of readers has every type that a header field name points to")
    func coverage() {
        let readers = Set(HeaderReader.all.map { "\($0.type)" })
        let types = Set(HeaderName.allCases.compactMap { $0.valueType.map { "\($0)" } })
        #expect(types.subtracting(readers) == ["Message"])
    }

    /// Reads the bytes in the midst of others, which must not be looked at.
    private func expectBounded(_ reader: HeaderReader, _ bytes: [UInt8]) {
        let prefix = Array("\"<,(".utf8)
        let all = prefix + bytes + Array(">\",;q=1)".utf8)
        let count = reader.count(all.span, ByteRange(prefix.count..<(prefix.count + bytes.count)))
        let alone = reader.count(bytes.span, ByteRange(0..<bytes.count))
        if count != alone || count > Self.limit {
            Issue.record("\(reader.type) reads \(count) in the midst and \(alone) alone of \(bytes.prefix(80))")
        }
    }
}
