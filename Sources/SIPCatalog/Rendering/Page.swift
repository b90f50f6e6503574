/// A text with a headline, before it is laid out as plain text or as Markdown.
struct Page {
    /// One element below the headline.
    enum Block {
        case paragraph(String)
        case heading(String)
        case bullets([String])
        case numbers([String])
        /// A name with its mark, such as "Class:", and its text, line by line.
        case facts([(name: String, text: String)])
        /// Rows of short cells, the first row being the head.
        case table([[String]])
    }

    let title: String
    var blocks: [Block] = []

    /// Adds a heading with what stands under it.
    mutating func add(_ heading: String, _ block: Block) {
        blocks.append(.heading(heading))
        blocks.append(block)
    }
}
