import TraceTypes

/// Lays out a page as an HTML document that stands alone: it has its styles in itself, runs nothing and loads nothing.
///
/// Every element is closed, so that the document below its first line is XML, too.
struct HTMLText {
    private var lines: [String] = []
    /// The heading that the next block stands under.
    private var section = ""
    /// The part whose sections are being written.
    private var part: String?

    private init() {}

    /// The document with a line feed at its end; markup in the page's texts is shown and not obeyed, and control and
    /// bidirectional characters are made visible. The language is a BCP 47 tag, such as `fr`.
    static func render(_ page: Page, language: String) -> String {
        var text = HTMLText()
        text.section = page.title
        for block in page.blocks { text.add(block) }
        text.closeParts()
        let title = escape(page.title)
        let head = [
            "<!doctype html>", "<html lang=\"\(escape(language))\">", "<head>", "<meta charset=\"utf-8\"/>",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\"/>",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>",
            "<meta name=\"color-scheme\" content=\"light dark\"/>", "<title>\(title)</title>",
            "<style>\n\(HTMLStyle.sheet)\n</style>", "</head>", "<body>", "<main>", "<h1>\(title)</h1>",
        ]
        return (head + text.lines + ["</main>", "</body>", "</html>"]).joined(separator: "\n") + "\n"
    }

    /// Characters from which on the names of rows, and other cells, are given room to be broken in.
    private static let (longName, longText) = (10, 24)

    /// What is written around the cells of a column.
    private struct Tag {
        let isName: Bool
        let isLong: Bool

        var open: String {
            (isName ? "<th scope=\"row\"" : "<td") + (isLong ? " class=\"long\">" : ">")
        }
        var close: String { isName ? "</th>" : "</td>" }
    }

    /// What a browser may do for the document, were a text of it taken for markup after all.
    private static let policy = "default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"

    private mutating func add(_ block: Page.Block) {
        switch block {
        case .paragraph(let text): add("p", text)
        case .heading(let text):
            closeParts()
            section = text
            add("h2", text)
        case .partHeading(let part, let text, let line):
            open(part)
            section = line
            add("h3", text)
        case .bullets(let items):
            add("ul", items.map { Self.element("li", $0) })
        case .numbers(let items):
            add("ol", items.map { "<li>" + Self.element("strong", $0.name) + " \(Self.escape($0.text))</li>" })
        case .facts(let facts):
            add("dl", facts.map { "<div>" + Self.element("dt", $0.name) + Self.element("dd", $0.text) + "</div>" })
        case .table(let rows): add(table: rows)
        }
    }

    /// Adds a table in a box that it is scrolled in where it is wider; the keyboard reaches the box.
    private mutating func add(table rows: [[String]]) {
        guard let head = rows.first else { return }
        let label = "aria-label=\"\(Self.escape(section))\""
        lines += ["<div class=\"scroll\" role=\"region\" tabindex=\"0\" \(label)>", "<table \(label)>", "<thead>"]
        let names = head.map { $0.isEmpty ? "<td></td>" : "<th scope=\"col\">\(Self.escape($0))</th>" }
        lines += ["<tr>" + names.joined() + "</tr>", "</thead>"]
        let tags = head.indices.map { column in
            let longest = rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
            return Tag(isName: column == 0, isLong: longest >= (column == 0 ? Self.longName : Self.longText))
        }
        add(
            "tbody",
            rows.dropFirst().map { row in
                "<tr>" + zip(tags, row).map { $0.open + Self.escape($1) + $0.close }.joined() + "</tr>"
            })
        lines += ["</table>", "</div>"]
    }

    /// Begins a part, unless it has begun.
    private mutating func open(_ name: String) {
        guard part != name else { return }
        lines.append(part == nil ? "<div class=\"parts\">" : "</section>")
        lines.append("<section>")
        add("h2", name)
        part = name
    }

    private mutating func closeParts() {
        if part != nil { lines += ["</section>", "</div>"] }
        part = nil
    }

    private mutating func add(_ name: String, _ text: String) {
        lines.append(Self.element(name, text))
    }

    private mutating func add(_ name: String, _ children: [String]) {
        lines += ["<\(name)>"] + children + ["</\(name)>"]
    }

    private static func element(_ name: String, _ text: String) -> String { "<\(name)>\(escape(text))</\(name)>" }

    /// The text as it may stand in an element or in a quoted attribute.
    static func escape(_ text: String) -> String {
        var result = ""
        for scalar in escaped(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
