import SIPBodies
import SIPParsing
import Testing

@Suite("XML that means harm")
struct HostileXMLTests {
    private func summary(_ body: [UInt8]) -> (details: String?, anomalies: [Anomaly.Kind]?) {
        let summary = summarize("application/x+xml", body)
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
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", "<!ENTITY x 'y'><a/>",
            "<a/><!DOCTYPE a>", "<a><!DOCTYPE a></a>", "<!doctype a><a/>",
        ])
    func declarations(body: String) {
        for form in [
            Array(body.utf8), UTF16Text.bytes(body, isBigEndian: true), UTF16Text.bytes(body, isBigEndian: false),
        ] {
            let found = summary(form)
            #expect(found.details == Self.refused)
            #expect(found.anomalies == [.badXML])
        }
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
    }

    @Test(
        "Encodings by name",
        arguments: [
            ("ISO-8859-1", "? no basic status, \"ü\"", []), ("latin1", "? no basic status, \"ü\"", []),
            ("UTF-7", "not read: unknown encoding", [.badXML]),
            ("ebcdic-cp-us", "not read: unknown encoding", [.badXML]),
            ("UTF-32", "not read: unknown encoding", [.badXML]), ("", "not read: unknown encoding", [.badXML]),
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
        #expect(
            found.details?.hasSuffix("; not read to its end: too large") == !isRead
                || found.details?.hasPrefix("not") == true)
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
        let attributes = (0..<20_000).map { "a\($0)='' " }.joined()
        #expect(summary(Array("<a \(attributes)/>".utf8)) == ("root element a, 1 element", []))
        #expect(summary(Array("<a \(attributes)a7=''/>".utf8)) == ("not well-formed", [.badXML]))
    }

    @Test("A megabyte, and one byte more")
    func megabyte() {
        let text = String(repeating: "x", count: (1 << 20) - 7)
        #expect(summary(Array("<a>\(text)</a>".utf8)) == ("root element a, 1 element", []))
        let more = summary(Array("<a>\(text)x</a>".utf8))
        #expect(more == ("root element a, 1 element; not read to its end: too large", [.badXML]))
    }

    @Test("A large document of ordinary size for its kind is read as a whole")
    func largeDocument() {
        let contact = "<contact id='1' state='active' event='registered'><uri>sip:user@example.com</uri></contact>"
        let body =
            "<reginfo state='full'><registration aor='sip:a@b' state='active'>"
            + String(repeating: contact, count: 4_000) + "</registration></reginfo>"
        #expect(summary(Array(body.utf8)) == ("full, sip:a@b active, 4000 contacts, last event registered", []))
    }

    @Test("Damaged documents never trap")
    func damaged() {
        let sample = Array(
            "<?xml version=\"1.0\"?><!-- c --><p:presence xmlns:p='u' entity=\"e\"><p:note>&#65;<![CDATA[x]]></p:note></p:presence>"
                .utf8)
        let special = Array("<>!?/&;'\"-[] :=x".utf8) + [0, 0xFF, 0xC3]
        for offset in sample.indices {
            for byte in special {
                var bytes = sample
                bytes[offset] = byte
                #expect(summary(bytes).details != nil)
            }
            #expect(summary(Array(sample.prefix(offset + 1))).details != nil)
        }
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
