import TraceTypes

/// Lays out a page as Markdown, one paragraph or item per line.
package struct MarkdownText {
    /// The page with a line feed at its end.
    static func render(_ page: Page) -> String {
        (["# " + heading(page.title)] + page.blocks.map(render)).joined(separator: "\n\n") + "\n"
    }

    private static func render(_ block: Page.Block) -> String {
        switch block {
        case .paragraph(let text): line(text)
        case .heading(let text), .partHeading(_, _, line: let text): "## " + heading(text)
        case .bullets(let items): items.map { "- " + line($0) }.joined(separator: "\n")
        case .numbers(let items):
            zip(1..., items).map { "\($0). " + line("\($1.name) \($1.text)") }.joined(separator: "\n")
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

    /// The text with the characters that Markdown or HTML would read as markup made plain, wherever in a line it
    /// stands, and with control and bidirectional characters made visible.
    package static func escape(_ text: String) -> String {
        var result = ""
        // A mark and a combining character after it are one Character, but markup all the same.
        for scalar in escaped(text).unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "<", ">", "|", "[", "]", "&", "~": result += "\\"
            default: break
            }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// The text where no number sign at its end is taken for the end of a heading.
    private static func heading(_ text: String) -> String {
        escape(text).split(separator: "#", omittingEmptySubsequences: false).joined(separator: "\\#")
    }

    /// The text at the beginning of a line, where more would be markup: a heading, an item, an indented block.
    static func line(_ text: String) -> String {
        let scalars = escape(text).unicodeScalars.drop { $0 == " " }
        let digits = scalars.prefix { ("0"..."9").contains($0) }
        let rest = scalars.dropFirst(digits.count)
        let isMarkup =
            switch rest.first {
            case "#", "+", "-": digits.isEmpty
            case ".", ")": !digits.isEmpty
            default: false
            }
        return String(digits) + (isMarkup ? "\\" : "") + String(rest)
    }
}
