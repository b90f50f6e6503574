import SIPParsing
import Testing

@testable import SIPBodies

@Suite("XML that means harm")
struct HostileXMLTests {
    private func summary(
        _ body: [UInt8], limits: ParsingLimits = .standard
    ) -> (details: String?, anomalies: [Anomaly.Kind]?) {
        let summary = summarize("application/x+xml", body, limits: limits)
        return (summary?.details, summary?.anomalies.map(\.kind))
    }

    private static let refused = "not read: document type declaration"
    private static let billionLaughs = """
        <?xml version="1.0"?>
        <!DOCTYPE lolz [
          <!ENTITY lol "lol">
          <!ENTITY lol1 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
          <!ENTITY lol2 "&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;">
          <!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">
        ]>
        <lolz>&lol3;</lolz>
        """

    @Test(
        "Declarations are not read",
        arguments: [
            billionLaughs, "<!DOCTYPE a><a/>", "<!-- c --><?p i?>\n<!DOCTYPE a SYSTEM \"http://192.0.2.1/a.dtd\"><a/>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
            "<!DOCTYPE a PUBLIC '-//x//y' 'http://192.0.2.1/a.dtd' [<!ENTITY % x SYSTEM 'b'> %x;]><a/>",
        ])
    func declarations(body: String) {
        for form in Self.forms(of: body) {
            let found = summary(form)
            #expect(found.details == Self.refused)
            #expect(found.anomalies == [.badXML])
        }
    }

    @Test(
        "Declarations where none may stand are not well-formed",
        arguments: [
            ("<!ENTITY x 'y'><a/>", ""), ("<!doctype a><a/>", ""), ("<!DOCTYPE", ""),
            ("<a/><!DOCTYPE a>", "root element a, 1 element; "), ("<a><!DOCTYPE a></a>", "root element a, 1 element; "),
            ("<a><!ENTITY x 'y'>&x;</a>", "root element a, 1 element; "),
        ])
    func misplacedDeclarations(body: String, known: String) {
        for form in Self.forms(of: body) {
            let found = summary(form)
            #expect(found.details == "\(known)not well-formed")
            #expect(found.anomalies == [.badXML])
        }
    }

    private static func forms(of body: String) -> [[UInt8]] {
        [Array(body.utf8), UTF16Text.bytes(body, isBigEndian: true), UTF16Text.bytes(body, isBigEndian: false)]
    }

    @Test(
        "The word alone is no declaration",
        arguments: [
            "<a><!-- <!DOCTYPE b> --></a>", "<a><![CDATA[<!ENTITY b>]]></a>", "<a b='DOCTYPE'>ENTITY</a>",
            "<?DOCTYPE b?><a/>", "<a>&lt;!DOCTYPE&gt;</a>", "<a b='>&lt;!DOCTYPE'/>",
        ])
    func noDeclarations(body: String) {
        let found = summary(Array(body.utf8))
        #expect(found.details == "root element a, 1 element")
        #expect(found.anomalies == [])
    }

    @Test("UTF-16 with and without byte order mark, and marks of UTF-8", arguments: [true, false])
    func utf16(isBigEndian: Bool) {
        let body =
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><presence entity=\"pres:a@b\"><note>Grüße €</note></presence>"
        let expected = "pres:a@b no basic status, \"Grüße €\""
        let bytes = UTF16Text.bytes(body, isBigEndian: isBigEndian)
        #expect(summary(bytes) == (expected, []))
        #expect(summary((isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) + bytes) == (expected, []))
        #expect(summary([0xEF, 0xBB, 0xBF] + Array(body.utf8)) == (expected, []))
        #expect(summary(bytes.dropLast()).anomalies == [.badXML])
        let renamed = body.replacing("UTF-16", with: "UTF-8")
        #expect(summary(UTF16Text.bytes(renamed, isBigEndian: isBigEndian)) == (expected, []))
    }

    @Test(
        "Encodings by name",
        arguments: [
            ("ISO-8859-1", "? no basic status, \"ü\"", []), ("Latin1", "? no basic status, \"ü\"", []),
            ("utf8", "? no basic status, \"\"; not well-formed", [.badXML]),
            ("US-ASCII", "? no basic status, \"\"; not well-formed", [.badXML]),
            ("UTF-7", "not read: unknown encoding", [.badXML]),
            ("ebcdic-cp-us", "not read: unknown encoding", [.badXML]),
            ("UTF-32", "not read: unknown encoding", [.badXML]), ("", "not well-formed", [.badXML]),
        ] as [(String, String, [Anomaly.Kind])])
    func encodings(name: String, expected: String, anomalies: [Anomaly.Kind]) {
        let head = Array("<?xml version='1.0' encoding = '\(name)' ?><presence><note>".utf8)
        let found = summary(head + [0xFC] + Array("</note></presence>".utf8))
        #expect(found.details == expected)
        #expect(found.anomalies == anomalies)
    }

    @Test("What is not UTF-8 is not well-formed")
    func notUTF8() {
        let found = summary(Array("<a>".utf8) + [0xFC] + Array("</a>".utf8))
        #expect(found.anomalies == [.badXML])
    }

    @Test(
        "As deep, as many and as long as the limits, and one more",
        arguments: [
            (nest(64), true), (nest(65), false), (flat(10_000), true), (flat(10_001), false),
        ])
    func limits(body: String, isRead: Bool) {
        let found = summary(Array(body.utf8))
        #expect(found.anomalies == (isRead ? [] : [.badXML]))
        #expect(found.details?.hasSuffix("; not read to its end: too large") == !isRead)
    }

    private static func nest(_ depth: Int) -> String {
        String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }

    private static func flat(_ count: Int) -> String {
        "<a>" + String(repeating: "<b/>", count: count - 1) + "</a>"
    }

    @Test("Ten thousand elements inside of one another")
    func deep() {
        #expect(
            summary(Array(Self.nest(10_000).utf8)) == (
                "root element a, 64 elements; not read to its end: too large", [.badXML]
            ))
    }

    @Test(
        "Much of one thing",
        arguments: [
            "x", "<b/>", "<b>", "</b>", "<", ">", "&amp;", "&lt", "<!-- -->", "<!--", "<?x?>", "<?", "<![CDATA[x]]>",
            "]]>",
            "<b c='", "'", " ", "\n", "<b c='d' e='f'/>", "<b xmlns:c='d'>", "- ", "\0", "é", "<b><c>x</c></b>",
        ])
    func muchOfOne(unit: String) {
        let filling = String(repeating: unit, count: (1 << 16) / unit.utf8.count)
        for (head, tail) in [("<a>", "</a>"), ("<a b='", "'/>"), ("<a><!--", "--></a>"), ("", "")] {
            let found = summary(Array((head + filling + tail).utf8))
            #expect((found.details?.unicodeScalars.count ?? 0) <= BodySummary.longestText)
        }
    }

    @Test("A tag with very many attributes, each once and one of them twice")
    func manyAttributes() {
        func attributes(_ count: Int) -> String { (0..<count).map { "a\($0)='' " }.joined() }
        let tooLarge = "root element a, 1 element; not read to its end: too large"
        #expect(summary(Array("<a \(attributes(256))/>".utf8)) == ("root element a, 1 element", []))
        #expect(summary(Array("<a \(attributes(257))/>".utf8)) == (tooLarge, [.badXML]))
        let attributes = attributes(20_000)
        #expect(summary(Array("<a \(attributes)/>".utf8)) == (tooLarge, [.badXML]))
        #expect(summary(Array("<a \(attributes)a7=''/>".utf8)) == ("not well-formed", [.badXML]))
    }

    @Test("Almost a megabyte of text")
    func megabyte() {
        let text = String(repeating: "x", count: (1 << 20) - 100)
        #expect(summary(Array("<a>\(text)</a>".utf8)) == ("root element a, 1 element", []))
    }

    @Test("A document as long as is read, and one byte more")
    func longest() {
        var limits = ParsingLimits()
        limits.expandedBodyBytes = 1_000
        let text = String(repeating: "x", count: 1_000 - 7)
        let tooLarge = "root element a, 1 element; not read to its end: too large"
        #expect(summary(Array("<a>\(text)</a>".utf8), limits: limits) == ("root element a, 1 element", []))
        #expect(summary(Array("<a>\(text)x</a>".utf8), limits: limits) == (tooLarge, [.badXML]))
        // What is wrong in the part that is read is said.
        let malformed = "root element a, 1 element; not well-formed"
        #expect(summary(Array("<a>&\(text)</a>".utf8), limits: limits) == (malformed, [.badXML]))
    }

    @Test("Text is kept up to a bound, and never half a character", arguments: ["x", "é", "€", "𝄞"])
    func longText(unit: String) throws {
        for shift in 0..<4 {
            let text = String(repeating: "x", count: shift) + String(repeating: unit, count: 2_000)
            let found = try #require(XMLOutline(Array("<a>\(text)</a>".utf8), limit: 10_000).root).text
            #expect((1_024..<1_024 + unit.utf8.count).contains(found.utf8.count))
            #expect(text.unicodeScalars.starts(with: found.unicodeScalars))
        }
        let text = String(repeating: unit, count: 1_024 / unit.utf8.count)
        #expect(XMLOutline(Array("<a>\(text)</a>".utf8), limit: 10_000).root?.text == text)
    }

    @Test("A large document of ordinary size for its kind is read as a whole")
    func largeDocument() {
        let contact = "<contact id='1' state='active' event='registered'><uri>sip:user@example.com</uri></contact>"
        let body =
            "<reginfo state='full'><registration aor='sip:a@b' state='active'>"
            + String(repeating: contact, count: 4_000) + "</registration></reginfo>"
        #expect(summary(Array(body.utf8)) == ("full, sip:a@b active, 4000 contacts, last event registered", []))
    }
}

/// Text written in UTF-16.
enum UTF16Text {
    static func bytes(_ text: String, isBigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            let high = UInt8(unit >> 8)
            let low = UInt8(unit & 0xFF)
            return isBigEndian ? [high, low] : [low, high]
        }
    }
}
