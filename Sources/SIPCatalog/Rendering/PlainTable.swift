/// Lays out rows of cells in columns; where a row would not fit, the texts of the widest columns are broken.
struct PlainTable {
    /// Columns a row may fill: more than a line of prose, so that a list stays one line per row.
    static let width = 100
    private static let gap = 2

    /// The lines of all rows; with an empty line between the rows where one of them takes more than a line.
    static func lines(_ rows: [[String]], width: Int = width) -> [String] {
        let widths = widths(rows, atMost: width)
        let blocks = rows.map { row in
            lines(zip(row, widths).map { PlainText.wrap($0, width: $1) }, widths)
        }
        let isBroken = blocks.contains { $0.count > 1 }
        return blocks.enumerated().flatMap { index, lines in index > 0 && isBroken ? [""] + lines : lines }
    }

    /// The columns' widths: as wide as their texts, or narrowed from the widest on, to no less than its longest word.
    private static func widths(_ rows: [[String]], atMost limit: Int) -> [Int] {
        let count = rows.map(\.count).max() ?? 0
        let columns = (0..<count).map { column in rows.compactMap { column < $0.count ? $0[column] : nil } }
        var widths = columns.map { cells in cells.map(\.count).max() ?? 0 }
        let least = columns.map { cells in cells.flatMap { $0.split(separator: " ").map(\.count) }.max() ?? 0 }
        let room = limit - gap * max(0, count - 1)
        while widths.reduce(0, +) > room {
            let narrowable = widths.indices.filter { widths[$0] > least[$0] }
            guard let widest = narrowable.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
        }
        return widths
    }

    /// The lines of one row, of whose cells each is broken into lines.
    private static func lines(_ cells: [[String]], _ widths: [Int]) -> [String] {
        (0..<(cells.map(\.count).max() ?? 0)).map { index in
            let texts = zip(cells, widths).map { cell, width in
                let text = index < cell.count ? cell[index] : ""
                return text + String(repeating: " ", count: max(0, width - text.count))
            }
            var line = Substring(texts.joined(separator: String(repeating: " ", count: gap)))
            while line.hasSuffix(" ") { line.removeLast() }
            return String(line)
        }
    }
}
