import TraceTypes

/// Lays out a page for a terminal: no markup, lines of limited width.
package struct PlainText {
    /// Columns a line may fill.
    package static let width = 88

    /// The page with a line feed at its end; control and bidirectional characters are made visible.
    static func render(_ page: Page) -> String {
        let page = page.mapped(escaped)
        var lines = [page.title, String(repeating: "=", count: page.title.count)]
        for block in page.blocks {
            lines.append("")
            lines += render(block)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func render(_ block: Page.Block) -> [String] {
        switch block {
        case .paragraph(let text): wrap(text)
        case .heading(let text), .partHeading(_, _, line: let text): [text, String(repeating: "-", count: text.count)]
        case .bullets(let items): items.flatMap { wrap($0, first: "- ", rest: "  ") }
        case .numbers(let items): numbered(items)
        case .facts(let facts): facts.flatMap { wrap("\($0.name) \($0.text)", rest: "  ") }
        case .table(let rows): PlainTable.lines(rows)
        }
    }

    private static func numbered(_ items: [(name: String, text: String)]) -> [String] {
        zip(1..., items).flatMap { number, item in
            let mark = "\(number). "
            return wrap("\(item.name) \(item.text)", first: mark, rest: String(repeating: " ", count: mark.count))
        }
    }

    /// The text in lines no wider than so many columns, where its words allow it.
    package static func wrap(
        _ text: String, first: String = "", rest: String = "", width: Int = width
    ) -> [String] {
        var lines: [String] = []
        var line = first
        var isEmpty = true
        for word in text.split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = rest
                isEmpty = true
            }
            line += isEmpty ? String(word) : " " + word
            isEmpty = false
        }
        return lines + [line]
    }
}
