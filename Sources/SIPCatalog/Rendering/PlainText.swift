/// Lays out a page for a terminal: no markup, lines of limited width.
package struct PlainText {
    /// Columns a line may fill.
    package static let width = 88

    /// The page with a line feed at its end.
    static func render(_ page: Page) -> String {
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
        case .heading(let text): [text, String(repeating: "-", count: text.count)]
        case .bullets(let items): items.flatMap { wrap($0, first: "- ", rest: "  ") }
        case .numbers(let items): numbered(items)
        case .facts(let facts): facts.flatMap { wrap("\($0.name) \($0.text)", rest: "  ") }
        case .table(let rows): table(rows)
        }
    }

    private static func numbered(_ items: [String]) -> [String] {
        zip(1..., items).flatMap { number, item in
            let mark = "\(number). "
            return wrap(item, first: mark, rest: String(repeating: " ", count: mark.count))
        }
    }

    private static func table(_ rows: [[String]]) -> [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            zip(row, widths).enumerated().map { column, cell in
                column + 1 == row.count ? cell.0 : pad(cell.0, to: cell.1)
            }.joined(separator: "  ")
        }
    }

    private static func pad(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// The text in lines no wider than ``width``, where its words allow it.
    package static func wrap(_ text: String, first: String = "", rest: String = "") -> [String] {
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
