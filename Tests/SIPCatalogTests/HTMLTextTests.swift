import Foundation
import Testing
import TraceTypes

@testable import SIPCatalog

@Suite("HTML pages")
struct HTMLTextTests {
    private static let catalog = Catalog.english
    private static let explain = ExplainRenderer(catalog: catalog)
    private static let compare = CompareRenderer(catalog: catalog)

    /// Every kind of page, and every text of the catalog.
    private static func pages() throws -> [String] {
        let codes = catalog.codes.map { explain.render($0, as: .html) }
        let topics = catalog.topics.map { explain.render($0, as: .html) }
        let comparisons = try [(202, 603), (403, 603), (486, 486), (499, 608)].map {
            compare.render(try catalog.compare($0, $1), as: .html)
        }
        return codes + topics + comparisons + [CodesRenderer(catalog: catalog).render(as: .html)]
    }

    @Test("Every page is well-formed, tells its language and title, and has one main part")
    func wellFormed() throws {
        for text in try Self.pages() {
            let page = try HTMLReader(text)
            #expect(page.all("html").map(\.attributes) == [["lang": "en"]])
            #expect(page.all("main").count == 1 && page.texts("title") == page.texts("h1"))
            #expect(page.all("meta").first?.attributes == ["charset": "utf-8"])
            #expect(page.all("meta").contains { $0.attributes["name"] == "viewport" })
            #expect(
                text.hasSuffix("</html>\n")
                    && !page.elements.contains { $0.name != "div" && $0.text.isEmpty && $0.ancestors.contains("main") })
        }
    }

    @Test("Headings begin with the only h1 and skip no level")
    func headings() throws {
        for text in try Self.pages() {
            let levels = try HTMLReader(text).all("h1", "h2", "h3", "h4", "h5", "h6").compactMap {
                Int($0.name.dropFirst())
            }
            #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1 && levels.contains(2))
            #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
        }
    }

    @Test("No page runs anything or loads anything")
    func standsAlone() throws {
        let harmless: Set = [
            "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "ul", "ol", "li", "dl",
            "dt",
            "dd", "div", "section", "strong", "table", "thead", "tbody", "tr", "th", "td",
        ]
        let attributes: Set = [
            "lang", "charset", "http-equiv", "content", "name", "class", "role", "tabindex", "aria-label", "scope",
        ]
        for text in try Self.pages() {
            let page = try HTMLReader(text)
            #expect(harmless.isSuperset(of: page.elements.map(\.name)))
            #expect(attributes.isSuperset(of: page.elements.flatMap(\.attributes.keys)))
            #expect(page.all("meta").contains { $0.attributes["content"]?.hasPrefix("default-src 'none';") == true })
            #expect(page.texts("style") == ["\n\(HTMLStyle.sheet)\n"])
        }
        for word in ["url(", "@import", "//", "<", "&", "expression"] { #expect(!HTMLStyle.sheet.contains(word)) }
    }

    @Test("Of two codes each is a section with its own headings")
    func parts() throws {
        let page = try HTMLReader(Self.compare.render(try Self.catalog.compare(403, 603), as: .html))
        let sections = ["Description", "When you see it", "How to fix it"]
        #expect(
            page.texts("h2") == [
                "403 Forbidden", "603 Decline", "Key differences", "Where both can appear", "When to use which",
            ])
        #expect(page.texts("h3") == sections + sections)
        #expect(page.all("section").count == 2 && page.all("h3").allSatisfy { $0.ancestors.last == "section" })
        #expect(page.all("ol").count == 1 && page.texts("strong").first == "Class:")
        #expect(page.all("h2").suffix(3).allSatisfy { $0.ancestors.last == "main" })
    }

    @Test("A table has a head, a name, and a box to be scrolled in")
    func tables() throws {
        let page = try HTMLReader(CodesRenderer(catalog: Self.catalog).render(as: .html))
        let tables = page.all("table")
        #expect(tables.count == 6 && tables.compactMap { $0.attributes["aria-label"] } == page.texts("h2"))
        let boxes = page.all("div").map(\.attributes)
        #expect(boxes.allSatisfy { $0["class"] == "scroll" && $0["role"] == "region" && $0["tabindex"] == "0" })
        #expect(boxes.compactMap { $0["aria-label"] } == page.texts("h2"))
        let heads = page.all("th").filter { $0.ancestors.contains("thead") }
        #expect(heads.count == 18 && heads.allSatisfy { $0.attributes["scope"] == "col" })
        let rows = page.all("th").filter { $0.ancestors.contains("tbody") }
        #expect(rows.map(\.text) == Self.catalog.codes.map(\.label))
        #expect(rows.allSatisfy { $0.attributes["scope"] == "row" })
        #expect(page.all("td").count == 2 * rows.count)
    }

    @Test("A row may be shorter or longer than the head, and the corner empty")
    func unevenTables() throws {
        var page = Page(title: "A")
        page.blocks = [.table([["a", "b"], ["c"], [], ["d", "e", "f"]]), .table([])]
        let read = try HTMLReader(HTMLText.render(page, language: "en"))
        #expect(read.texts("tr") == ["ab", "c", "", "de"])
        page.blocks = [.table([["", "486 Busy Here"], ["What it says", String(repeating: "word ", count: 5)]])]
        let compared = try HTMLReader(HTMLText.render(page, language: "en"))
        #expect(compared.all("th").map(\.text) == ["486 Busy Here", "What it says"])
        #expect(compared.all("td", "th").map { $0.attributes["class"] } == [nil, nil, "long", "long"])
    }

    @Test("The language enters as it is given")
    func language() throws {
        let text = HTMLText.render(Page(title: "Titre"), language: "fr-CA")
        #expect(try HTMLReader(text).all("html").first?.attributes["lang"] == "fr-CA")
        let hostile = HTMLText.render(Page(title: "A"), language: "\"><script>")
        #expect(try HTMLReader(hostile).all("html").first?.attributes["lang"] == "\"><script>")
    }

    @Test(
        "Markup and steering characters in a text are shown, wherever it stands",
        arguments: [
            "<script>alert(1)</script>", "</style></title></main>", "\" onload=\"x", "' x='", "&lt; &amp &#60;",
            "<!-- --> ]]>", "a\u{202E}b\u{200B}", "\u{0}\u{1B}[31m\r\n\t", "<\u{338}b>", "\u{2028}\u{FEFF}",
        ])
    func hostile(text: String) throws {
        let read = try HTMLReader(HTMLText.render(.everywhere(text), language: "en"))
        let plain = try HTMLReader(HTMLText.render(.everywhere("plain"), language: "en"))
        #expect(read.elements.map(\.name) == plain.elements.map(\.name))
        // A column of long texts has a class.
        let attributes = [read, plain].map { $0.elements.map { Set($0.attributes.keys).subtracting(["class"]) } }
        #expect(attributes[0] == attributes[1])
        let shown = escaped(text)
        for name in ["title", "h1", "h2", "h3", "p", "dt", "dd", "th", "td", "strong"] {
            #expect(read.texts(name).allSatisfy { $0 == shown }, "\(name)")
        }
        #expect(read.texts("li").filter { $0 != shown } == ["\(shown) \(shown)"])
        #expect(read.all("table").first?.attributes["aria-label"] == shown)
    }
}

extension Page {
    /// A page with one text in every place.
    static func everywhere(_ text: String) -> Page {
        var page = Page(title: text)
        page.blocks = [
            .paragraph(text), .partHeading(part: text, text: text, line: text), .bullets([text]), .heading(text),
            .numbers([(text, text)]), .facts([(text, text)]), .table([[text, text], [text, text]]),
        ]
        return page
    }
}
