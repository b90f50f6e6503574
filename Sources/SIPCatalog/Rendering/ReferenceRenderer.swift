/// Prints what is neither a code nor a rule, and what a free text was found in.
public struct ReferenceRenderer: Sendable {
    private let catalog: Catalog
    private var words: WordingTable { catalog.words }

    /// A renderer that speaks the catalog's language.
    public init(catalog: Catalog) {
        self.catalog = catalog
    }

    /// The first of the entries in full; the others, which have the same name, by their keys.
    public func render(_ entries: [ReferenceEntry], as format: CatalogFormat) -> String {
        guard let first = entries.first else { return "" }
        return catalog.print(page(first, others: Array(entries.dropFirst())), data: first.json, as: format)
    }

    /// A list of what may be meant by a question.
    public func render(_ matches: [CatalogMatch], for question: String, as format: CatalogFormat) -> String {
        var page = Page(title: catalog.text(EntryPhrase.matches, ["question": .text(question)]))
        page.blocks.append(.facts(matches.map { (mark($0.key), $0.title) }))
        let data = JSONText.object([
            "matches": .array(matches.map { .object(["key": .string($0.key), "title": .string($0.title)]) }),
            "question": .string(question),
        ])
        return catalog.print(page, data: data, as: format)
    }

    private func page(_ entry: ReferenceEntry, others: [ReferenceEntry]) -> Page {
        var page = Page(title: title(entry))
        page.blocks.append(.paragraph(Sentence.whole(entry.title)))
        if !entry.isRegistered { page.blocks.append(.paragraph(catalog.text(EntryPhrase.unregistered))) }
        page.add(words[.headingMeaning], .paragraph(entry.meaning))
        if !entry.advice.isEmpty { page.add(words[.headingRemedy], .bullets(entry.advice)) }
        let facts = facts(entry, others)
        if !facts.isEmpty { page.add(words[.headingFacts], .facts(facts)) }
        page.add(words[.headingReferences], .bullets(entry.references.map(\.description)))
        return page
    }

    private func title(_ entry: ReferenceEntry) -> String {
        let isNamed = entry.registeredName.lowercased() != entry.name.lowercased() && entry.kind != .term
        return catalog.text(
            EntryPhrase.title,
            [
                "kind": .text(catalog.text(KindPhrase(entry.kind))),
                "name": .text(entry.kind == .term ? entry.registeredName : entry.name),
                "registered": .text(isNamed ? entry.registeredName : ""),
            ])
    }

    private func facts(_ entry: ReferenceEntry, _ others: [ReferenceEntry]) -> [(name: String, text: String)] {
        let codes = entry.codes.map { catalog.entry(for: $0).name }.joined(separator: ", ")
        let facts: [(EntryPhrase, String)] = [
            (.value, entry.value ?? ""), (.compactForm, entry.compactForm ?? ""), (.codes, codes),
            (.related, entry.related.joined(separator: ", ")),
            (.others, others.map(\.key).joined(separator: ", ")),
        ]
        return facts.filter { !$0.1.isEmpty }.map { (mark(catalog.text($0.0)), $0.1) }
    }

    private func mark(_ label: String) -> String { words.fill(.labelMark, ["a": label]) }
}

extension ReferenceEntry {
    /// The entry for programs.
    var json: JSONText {
        .object([
            "advice": .strings(advice), "codes": .array(codes.map { .number($0) }),
            "compactForm": compactForm.map { .string($0) } ?? .null, "isRegistered": .bool(isRegistered),
            "key": .string(key), "kind": .string(kind.rawValue), "meaning": .string(meaning), "name": .string(name),
            "references": .strings(references.map(\.description)), "registeredName": .string(registeredName),
            "related": .strings(related), "title": .string(title), "value": value.map { .string($0) } ?? .null,
        ])
    }
}
