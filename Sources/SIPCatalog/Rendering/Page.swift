/// A text with a headline, before it is laid out as plain text, as Markdown or as HTML.
package struct Page {
    /// One element below the headline.
    package enum Block {
        case paragraph(String)
        /// What a section is headed by.
        case heading(String)
        /// What a section of a part is headed by: of a page with two levels of headings `part`, once for all of its
        /// sections, and `text`; of a page with one level `line`, which names both.
        case partHeading(part: String, text: String, line: String)
        case bullets([String])
        /// What each item is on, with its mark, such as "Class:", and its text.
        case numbers([(name: String, text: String)])
        /// A name with its mark, such as "Class:", and its text, line by line.
        case facts([(name: String, text: String)])
        /// Rows of cells, the first row being the head; the first cell of a row names the row.
        case table([[String]])
    }

    package let title: String
    package var blocks: [Block] = []

    /// A page without anything below its headline.
    package init(title: String) {
        self.title = title
    }

    /// Adds a heading with what stands under it.
    package mutating func add(_ heading: String, _ block: Block) {
        blocks.append(.heading(heading))
        blocks.append(block)
    }

    /// The page with each of its texts changed.
    func mapped(_ change: (String) -> String) -> Page {
        var page = Page(title: change(title))
        page.blocks = blocks.map { $0.mapped(change) }
        return page
    }
}

extension Page.Block {
    fileprivate func mapped(_ change: (String) -> String) -> Self {
        switch self {
        case .paragraph(let text): .paragraph(change(text))
        case .heading(let text): .heading(change(text))
        case .partHeading(let part, let text, let line):
            .partHeading(part: change(part), text: change(text), line: change(line))
        case .bullets(let items): .bullets(items.map(change))
        case .numbers(let items): .numbers(items.map { (change($0.name), change($0.text)) })
        case .facts(let facts): .facts(facts.map { (change($0.name), change($0.text)) })
        case .table(let rows): .table(rows.map { $0.map(change) })
        }
    }
}
