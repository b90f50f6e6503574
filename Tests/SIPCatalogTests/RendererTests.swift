import Foundation
import Testing

@testable import SIPCatalog

@Suite("Printing")
struct RendererTests {
    private static let catalog = Catalog.english
    private let explain = ExplainRenderer(catalog: catalog)
    private let compare = CompareRenderer(catalog: catalog)

    private func object(_ json: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    @Test("Plain text stays within its width and holds every part", arguments: Self.catalog.codes.map(\.code))
    func text(code: Int) {
        let entry = Self.catalog.entry(for: code)
        let text = explain.render(entry, as: .text)
        #expect(text.hasPrefix(entry.name))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= PlainText.width && !$0.hasSuffix(" ") })
        #expect(!text.contains("{") && text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for part in [entry.meaning, entry.occasion] + entry.causes + entry.checks + entry.fix {
            #expect(flat.contains(part), "\(part)")
        }
    }

    @Test("The page of a code begins with its name and class")
    func heading() {
        let lines = explain.render(Self.catalog.entry(for: 486), as: .text).split(separator: "\n")
        #expect(lines[0] == "486 Busy Here (4xx Request Failure)")
        #expect(lines[1] == "===================================")
        #expect(lines[2] == "486 is in the IANA registry of SIP response codes.")
    }

    @Test("An unknown code says what it is treated like, a known one does not")
    func fallback() {
        let unknown = explain.render(Self.catalog.entry(for: 499), as: .text)
        #expect(unknown.contains("The catalog does not know 499."))
        #expect(unknown.contains("like 400"))
        #expect(!explain.render(Self.catalog.entry(for: 404), as: .text).contains("does not know 404"))
        #expect(explain.render(Self.catalog.entry(for: 7), as: .text).contains("7 is not a SIP status code."))
    }

    @Test("A plain code lists its situations, a profile does not")
    func situations() throws {
        #expect(explain.render(Self.catalog.entry(for: 603), as: .text).contains("603/network-blocked:"))
        let profile = try #require(try Self.catalog.entry(labelled: "603+"))
        #expect(!explain.render(profile, as: .text).contains("603/network-blocked:"))
    }

    @Test("JSON of a code can be read back and its keys are sorted")
    func entryJSON() throws {
        let json = explain.render(Self.catalog.entry(for: 202), as: .json)
        let object = try object(json)
        #expect(object["code"] as? Int == 202)
        #expect(object["status"] as? String == "deprecated")
        #expect((object["situations"] as? [Any])?.count == 4)
        #expect(object["treatedAs"] is NSNull)
        let keys = json.split(separator: "\n").filter { $0.hasPrefix("  \"") && $0.contains("\": ") }
        #expect(keys == keys.sorted() && keys.count == object.count)
    }

    @Test("Topics, comparisons and the list are JSON, too")
    func otherJSON() throws {
        for topic in Self.catalog.topics {
            #expect(try object(explain.render(topic, as: .json))["rule"] as? String == topic.rule)
        }
        let comparison = try object(compare.render(try Self.catalog.compare(202, 603), as: .json))
        #expect((comparison["differences"] as? [Any])?.count == 9)
        let codes = CodesRenderer(catalog: Self.catalog).render(as: .json)
        let list = try #require(try JSONSerialization.jsonObject(with: Data(codes.utf8)) as? [[String: Any]])
        #expect(list.map { $0["code"] as? Int } == Self.catalog.codes.map(\.code))
    }

    @Test("A comparison is printed in the order of its parts")
    func order() throws {
        let text = compare.render(try Self.catalog.compare(486, 603), as: .text)
        let headings = [
            "SIP 486 Busy Here vs 603 Decline", "486 Busy Here: Description", "486 Busy Here: When you see it",
            "486 Busy Here: How to fix it", "603 Decline: Description", "603 Decline: When you see it",
            "603 Decline: How to fix it", "Key differences", "1. Class:", "9. On the wire:", "Where both can appear",
            "When to use which",
        ]
        let places = headings.map { text.range(of: $0)?.lowerBound }
        #expect(!places.contains(nil))
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= PlainText.width })
        let same = compare.render(try Self.catalog.compare(486, 486), as: .text)
        #expect(same.contains("There is no difference") && !same.contains("Where both can appear"))
    }

    @Test("Markdown has one headline and plain text is made safe")
    func markdown() throws {
        let markdown = explain.render(Self.catalog.entry(for: 603), as: .markdown)
        #expect(markdown.hasPrefix("# 603 Decline (6xx Global Failure)\n\n"))
        #expect(markdown.components(separatedBy: "\n# ").count == 1)
        #expect(markdown.contains("\n## Likely causes\n\n- The callee pressed decline.\n"))
        #expect(MarkdownText.escape("a*b <c> [d]|`") == "a\\*b \\<c\\> \\[d\\]\\|\\`")
        let topic = try #require(Self.catalog.topic("transfer/no-notify"))
        #expect(explain.render(topic, as: .markdown).contains("## How to confirm it"))
    }

    @Test("The list names every code once")
    func list() {
        let renderer = CodesRenderer(catalog: Self.catalog)
        let lines = renderer.render(as: .text).split(separator: "\n")
        for entry in Self.catalog.codes {
            #expect(lines.filter { $0.hasPrefix("\(entry.code) ") }.count == 1)
        }
        #expect(lines.allSatisfy { $0.count <= 100 })
        #expect(renderer.render(as: .markdown).contains("| 486 | Busy Here | this device is busy |"))
    }

    @Test("Words that do not fit go to the next line, a long word stays whole")
    func wrapping() {
        let long = String(repeating: "x", count: PlainText.width + 5)
        #expect(PlainText.wrap("a \(long) b", first: "- ", rest: "  ") == ["- a", "  \(long)", "  b"])
        let exact = String(repeating: "y", count: PlainText.width - 2)
        #expect(PlainText.wrap("a \(exact)").count == 1)
        #expect(PlainText.wrap("ab \(exact)").count == 2)
    }

    @Test(
        "JSON strings are escaped",
        arguments: [
            ("a\"b\\", #""a\"b\\""#), ("\n\r\t", #""\n\r\t""#), ("\u{1}\u{1f}", #""\u0001\u001f""#), ("é", "\"é\""),
        ])
    func escaping(text: String, quoted: String) {
        #expect(JSONText.string(text).document == quoted + "\n")
    }

    @Test("Empty lists and objects are JSON")
    func empties() {
        #expect(JSONText.object(["b": .array([]), "a": .object([:])]).document == "{\n  \"a\": {},\n  \"b\": []\n}\n")
    }
}
