/// Lays out a page as Markdown, one paragraph or item per line.
struct MarkdownText {
    /// The page with a line feed at its end.
    static func render(_ page: Page) -> String {
        (["# " + escape(page.title)] + page.blocks.map(render)).joined(separator: "\n\n") + "\n"
    }

    private static func render(_ block: Page.Block) -> String {
        switch block {
        case .paragraph(let text): escape(text)
        case .heading(let text): "## " + escape(text)
        case .bullets(let items): items.map { "- " + escape($0) }.joined(separator: "\n")
        case .numbers(let items): zip(1..., items).map { "\($0). " + escape($1) }.joined(separator: "\n")
        case .facts(let facts): facts.map { "- **\(escape($0.name))** \(escape($0.text))" }.joined(separator: "\n")
        case .table(let rows): table(rows)
        }
    }

    private static func table(_ rows: [[String]]) -> String {
        guard let head = rows.first else { return "" }
        let rule = "|" + String(repeating: " --- |", count: head.count)
        let lines = rows.map { "| " + $0.map(escape).joined(separator: " | ") + " |" }
        return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
    }

    /// The text with the characters that Markdown or HTML would read as markup made plain.
    static func escape(_ text: String) -> String {
        var result = ""
        for character in text {
            if "\\`*_<>|[]".contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }
}
