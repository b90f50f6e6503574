import TraceTypes

/// Puts values into templates, in one language.
struct PhraseRenderer {
    let catalog: Catalog
    private var depth = 0
    /// Phrases inside of each other.
    private static let depthLimit = 8

    init(_ catalog: Catalog) {
        self.catalog = catalog
    }

    /// The text of a template. A place that no value is given for stays as it is, so that tests see it.
    func text(_ template: PhraseTemplate, _ values: PhraseValues) -> String {
        if values.isEmpty, case .literal(let text)? = template.parts.first, template.parts.count == 1 { return text }
        return text(template.parts, values, count: nil)
    }

    private func text(_ parts: [PhraseTemplate.Part], _ values: PhraseValues, count: String?) -> String {
        var result = ""
        for part in parts {
            switch part {
            case .literal(let text): result += text
            case .count: result += count ?? "#"
            case .place(let name, let article):
                let word = values[name].map(text) ?? "{\(name)}"
                result += article.flatMap { catalog.grammar.articles[$0] }?.before(word) ?? word
            case .cases(let name, let cases): result += text(values[name], name, cases, values)
            case .optional(let parts):
                if isComplete(parts, values) { result += text(parts, values, count: count) }
            }
        }
        return result
    }

    private func text(
        _ value: PhraseValue?, _ name: String, _ cases: [PhraseTemplate.Case], _ values: PhraseValues
    ) -> String {
        guard let value else { return "{\(name)}" }
        let wanted: String =
            switch value {
            case .number(let number): catalog.grammar.plural.name(of: number)
            case .choice(let name): name
            default: "other"
            }
        guard let found = cases.first(where: { $0.name == wanted }) ?? cases.first(where: { $0.name == "other" }) else {
            return "{\(name)}"
        }
        return text(found.parts, values, count: text(value))
    }

    /// Whether every place that stands in the parts themselves has something to tell.
    private func isComplete(_ parts: [PhraseTemplate.Part], _ values: PhraseValues) -> Bool {
        parts.allSatisfy { part in
            switch part {
            case .place(let name, _), .cases(let name, _): values[name].map { !isBlank($0) } ?? false
            case .literal, .count, .optional: true
            }
        }
    }

    private func isBlank(_ value: PhraseValue) -> Bool {
        switch value {
        case .text(let text): text.isEmpty
        case .list(let values): values.isEmpty
        default: false
        }
    }

    private func text(_ value: PhraseValue) -> String {
        switch value {
        case .text(let text): return text
        case .choice(let name): return name
        case .number(let number): return String(number)
        case .duration(let span):
            let text = span.description
            return catalog.grammar.decimal == "." ? text : text.replacing(".", with: catalog.grammar.decimal)
        case .list(let values): return catalog.words.join(values.map(text))
        case .phrase(let phrase):
            guard depth < Self.depthLimit, let template = catalog.phrases[phrase.key] else { return phrase.key }
            var inner = self
            inner.depth += 1
            return inner.text(template, phrase.values)
        }
    }
}

extension Catalog {
    /// A phrase with its values, in the catalog's language; its key where the catalog lacks it.
    public func text(_ key: some PhraseKey, _ values: PhraseValues = [:]) -> String {
        guard let template = phrases[key.rawValue] else { return key.rawValue }
        return PhraseRenderer(self).text(template, values)
    }

    /// A phrase that was made before a language was chosen; its key where the catalog lacks it.
    public func text(_ phrase: Phrase) -> String {
        guard let template = phrases[phrase.key] else { return phrase.key }
        return PhraseRenderer(self).text(template, phrase.values)
    }

    /// What stands between the whole and the fraction of a number.
    public var decimalMark: String { grammar.decimal }

    /// The keys of all phrases that begin with a prefix.
    package func phraseKeys(withPrefix prefix: String) -> Set<String> {
        Set(phrases.keys.filter { $0.hasPrefix(prefix) })
    }

    /// A template with its values, in the catalog's language.
    public func text(_ template: PhraseTemplate, _ values: PhraseValues = [:]) -> String {
        PhraseRenderer(self).text(template, values)
    }
}
