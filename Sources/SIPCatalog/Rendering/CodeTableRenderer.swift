/// Prints several codes in one table: who decided, how far it holds, what may be tried again, what the caller hears.
public struct CodeTableRenderer: Sendable {
    private let catalog: Catalog
    private var words: WordingTable { catalog.words }

    /// A renderer that speaks the catalog's language.
    public init(catalog: Catalog) {
        self.catalog = catalog
    }

    /// The codes of a family.
    public func render(_ family: CodeFamily, as format: CatalogFormat) -> String {
        let entries = catalog.entries(of: family)
        return catalog.print(
            page(title: Sentence.title(family.title), note: family.note, entries), data: json(family, entries),
            as: format)
    }

    /// Any codes. Throws where one of them is no status code.
    public func render(
        _ entries: [CatalogEntry], as format: CatalogFormat
    ) throws(CatalogLookupError) -> String {
        for entry in entries where entry.responseClass == nil { throw .notAStatusCode(entry.code) }
        let names = entries.map(\.name)
        let title = catalog.text(
            EntryPhrase.compareSeveral,
            ["first": .text(names.first ?? ""), "others": .list(names.dropFirst().map { .text($0) })])
        return catalog.print(page(title: title, note: nil, entries), data: json(nil, entries), as: format)
    }

    /// The list of families.
    public func renderFamilies(as format: CatalogFormat) -> String {
        var page = Page(title: catalog.text(EntryPhrase.families))
        page.blocks.append(
            .table(
                [
                    [
                        catalog.text(EntryPhrase.family), catalog.text(EntryPhrase.codesHeading),
                        catalog.text(EntryPhrase.subject),
                    ]
                ]
                    + catalog.families.map { [$0.name, $0.labels.joined(separator: " "), $0.title] }))
        let data = JSONText.array(catalog.families.map { json($0, catalog.entries(of: $0)) })
        return catalog.print(page, data: data, as: format)
    }

    private func page(title: String, note: String?, _ entries: [CatalogEntry]) -> Page {
        var page = Page(title: title)
        if let note { page.blocks.append(.paragraph(note)) }
        page.blocks.append(.table(rows(entries)))
        page.add(
            words[.headingDifferences],
            .bullets(entries.map { words.fill(.compareSaysFirst, ["a": $0.name, "x": $0.says]) }))
        page.add(words[.headingChoice], .bullets(entries.map(choice)))
        return page
    }

    private func rows(_ entries: [CatalogEntry]) -> [[String]] {
        let head: [Wording] = [.labelCode, .labelDecider, .labelScope, .labelRetry, .labelHears]
        return [head.map { words[$0] }]
            + entries.map { entry in
                [
                    entry.name, Sentence.whole(entry.decider), words.fill(.entryPredicate, ["x": entry.scope]),
                    Sentence.whole(entry.retry), Sentence.whole(entry.hears),
                ]
            }
    }

    private func choice(_ entry: CatalogEntry) -> String {
        ComparisonMaker(first: entry, second: entry, words: words).choice(entry)
    }

    private func json(_ family: CodeFamily?, _ entries: [CatalogEntry]) -> JSONText {
        var fields: [String: JSONText] = [
            "codes": .array(
                entries.map { entry in
                    .object([
                        "code": .number(entry.code), "decider": .string(entry.decider), "hears": .string(entry.hears),
                        "label": .string(entry.label), "phrase": .string(entry.phrase),
                        "retry": .string(entry.retry), "says": .string(entry.says), "scope": .string(entry.scope),
                    ])
                })
        ]
        if let family {
            fields["family"] = .string(family.name)
            fields["note"] = .string(family.note)
            fields["title"] = .string(family.title)
        }
        return .object(fields)
    }
}
