/// Prints two codes side by side.
public struct CompareRenderer: Sendable {
    private let catalog: Catalog
    private var words: WordingTable { catalog.words }

    /// A renderer that speaks the catalog's language.
    public init(catalog: Catalog) {
        self.catalog = catalog
    }

    /// The comparison in one of the formats.
    public func render(_ comparison: Comparison, as format: CatalogFormat) -> String {
        catalog.print(page(comparison), data: json(comparison), as: format)
    }

    private func page(_ comparison: Comparison) -> Page {
        var page = Page(title: comparison.title)
        page.blocks.append(.paragraph(comparison.summary))
        for part in comparison.parts {
            add(.headingMeaning, of: part, to: &page, .paragraph(part.description))
            add(.headingOccasion, of: part, to: &page, .paragraph(part.occasion))
            add(.headingRemedy, of: part, to: &page, .bullets(part.fix))
        }
        page.blocks.append(.heading(words[.headingDifferences]))
        page.blocks.append(
            comparison.isSame
                ? .paragraph(words[.compareNoDifference])
                : .numbers(comparison.differences.map { (mark($0.label), $0.text) }))
        if !comparison.together.isEmpty {
            page.add(words[.headingTogether], .bullets(comparison.together))
        }
        page.add(words[.headingChoice], .bullets(comparison.choice))
        return page
    }

    /// Adds a section on one of the codes.
    private func add(_ heading: Wording, of part: Comparison.Part, to page: inout Page, _ block: Page.Block) {
        let text = words[heading]
        page.blocks.append(.partHeading(part: part.name, text: text, line: "\(mark(part.name)) \(text)"))
        page.blocks.append(block)
    }

    private func mark(_ label: String) -> String { words.fill(.labelMark, ["a": label]) }

    private func json(_ comparison: Comparison) -> JSONText {
        .object([
            "choice": .strings(comparison.choice),
            "differences": .array(
                comparison.differences.map {
                    .object(["isShared": .bool($0.isShared), "label": .string($0.label), "text": .string($0.text)])
                }),
            "isSame": .bool(comparison.isSame),
            "parts": .array(
                comparison.parts.map {
                    .object([
                        "code": .number($0.code), "description": .string($0.description), "fix": .strings($0.fix),
                        "name": .string($0.name), "occasion": .string($0.occasion),
                    ])
                }),
            "summary": .string(comparison.summary), "title": .string(comparison.title),
            "together": .strings(comparison.together),
        ])
    }
}
