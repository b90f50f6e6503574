/// Prints one entry or one topic of the catalog.
public struct ExplainRenderer: Sendable {
    private let catalog: Catalog
    private var words: WordingTable { catalog.words }

    /// A renderer that speaks the catalog's language.
    public init(catalog: Catalog) {
        self.catalog = catalog
    }

    /// Everything on a code, with its situations; or on one of its situations.
    public func render(_ entry: CatalogEntry, in situation: Situation? = nil, as format: CatalogFormat) -> String {
        guard let situation else { return catalog.print(page(entry), data: json(entry), as: format) }
        return catalog.print(page(entry, in: situation), data: situation.json(catalog), as: format)
    }

    /// Everything on the topic of a rule.
    public func render(_ topic: CatalogTopic, as format: CatalogFormat) -> String {
        catalog.print(page(topic), data: topic.json, as: format)
    }

    private func page(_ entry: CatalogEntry) -> Page {
        let pattern = entry.responseClass.map { $0.pattern + " " } ?? ""
        let values = ["a": entry.name, "class": pattern + catalog.name(of: entry.responseClass)]
        var page = Page(title: words.fill(.entryTitle, values))
        page.blocks.append(.paragraph(statusSentence(entry)))
        page.add(words[.headingMeaning], .paragraph(entry.meaning))
        page.add(words[.headingOccasion], .paragraph(words.fill(.entryOccasion, ["x": entry.occasion])))
        page.add(words[.headingCauses], .bullets(entry.causes))
        page.add(words[.headingChecks], .bullets(entry.checks))
        page.add(words[.headingRemedy], .bullets(entry.fix))
        page.add(words[.headingFacts], .facts(facts(entry)))
        let situations = self.situations(of: entry)
        if !situations.isEmpty {
            page.add(
                words[.headingSituations],
                .facts(situations.map { (mark("\($0.code)/\($0.name)"), catalog.text($0.explanation)) }))
        }
        addHints(about: entry.label, to: &page)
        page.add(words[.headingReferences], .bullets(entry.references.map(\.description)))
        return page
    }

    /// What a code means in one situation.
    private func page(_ entry: CatalogEntry, in situation: Situation) -> Page {
        let values: PhraseValues = ["name": .text(entry.name), "situation": .text(situation.name)]
        var page = Page(title: catalog.text(EntryPhrase.inSituation, values))
        page.blocks.append(.paragraph(Sentence.whole(situation.short)))
        page.add(words[.headingMeaning], .paragraph(catalog.text(situation.explanation)))
        page.add(words[.headingRemedy], .bullets(catalog.fix(of: situation)))
        addHints(about: entry.label, to: &page)
        page.add(words[.headingReferences], .bullets(situation.references.map(\.description)))
        return page
    }

    /// The settings that help, platform by platform.
    private func addHints(about subject: String, to page: inout Page) {
        let hints = catalog.hints(about: subject)
        if hints.isEmpty { return }
        page.add(catalog.text(EntryPhrase.hints), .facts(hints.map { (mark(catalog.name(of: $0)), $0.advice) }))
    }

    private func statusSentence(_ entry: CatalogEntry) -> String {
        let wording = entry.responseClass == nil ? .statusOutside : Wording(entry.status)
        return words.fill(wording, ["a": entry.label, "b": entry.treatedAs.map { String($0) } ?? ""])
    }

    private func facts(_ entry: CatalogEntry) -> [(name: String, text: String)] {
        [
            (mark(words[.labelMethods]), words.fill(.entryMethods, ["x": words.methods(entry.methods)])),
            (mark(words[.labelDecider]), Sentence.whole(entry.decider)),
            (mark(words[.labelScope]), words.fill(.entryPredicate, ["x": entry.scope])),
            (mark(words[.labelRetry]), Sentence.whole(entry.retry)),
            (mark(words[.labelEnds]), Sentence.whole(words[Wording(entry.ends)])),
            (mark(words[.labelHears]), Sentence.whole(entry.hears)),
            (mark(words[.labelCarries]), words.fill(.entryPredicate, ["x": entry.carries])),
            (mark(words[.labelActor]), Sentence.whole(entry.actor)),
        ]
    }

    private func mark(_ label: String) -> String { words.fill(.labelMark, ["a": label]) }

    /// The situations of a plain code; a profile is one itself, and a fallback has none.
    private func situations(of entry: CatalogEntry) -> [Situation] {
        entry.isFallback || entry.status == .profile ? [] : catalog.situations(of: entry.code)
    }

    private func page(_ topic: CatalogTopic) -> Page {
        var page = Page(title: "\(mark(topic.rule)) \(topic.title)")
        page.add(words[.headingMeaning], .paragraph(topic.explanation))
        page.add(words[.headingImpact], .paragraph(topic.impact))
        page.add(words[.headingCauses], .bullets(topic.causes))
        page.add(words[.headingConfirm], .bullets(topic.confirm))
        page.add(words[.headingRemedy], .bullets(topic.fix))
        addHints(about: topic.rule, to: &page)
        page.add(words[.headingDisproof], .bullets(topic.disproof))
        page.add(words[.headingReferences], .bullets(topic.references.map(\.description)))
        return page
    }

    private func json(_ entry: CatalogEntry) -> JSONText {
        entry.json(
            className: catalog.name(of: entry.responseClass),
            situations: situations(of: entry).map { $0.json(catalog) })
    }
}
