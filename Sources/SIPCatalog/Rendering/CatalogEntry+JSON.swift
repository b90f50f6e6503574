extension CatalogEntry {
    /// The entry for programs: texts as they are, names in the style of the report's JSON.
    func json(className: String, situations: [JSONText]) -> JSONText {
        .object([
            "actor": .string(actor), "carries": .string(carries), "causes": .strings(causes),
            "checks": .strings(checks), "choice": .string(choice), "class": .string(responseClass?.pattern ?? ""),
            "className": .string(className), "code": .number(code), "decider": .string(decider),
            "ends": .string(ends.rawValue), "fix": .strings(fix), "hears": .string(hears),
            "isFallback": .bool(isFallback), "label": .string(label), "meaning": .string(meaning),
            "methods": .strings(methods), "occasion": .string(occasion), "phrase": .string(phrase),
            "references": .strings(references.map(\.description)), "retry": .string(retry), "says": .string(says),
            "scope": .string(scope), "short": .string(short), "situations": .array(situations),
            "status": .string(status.rawValue), "treatedAs": treatedAs.map { .number($0) } ?? .null,
        ])
    }
}

extension Situation {
    /// The situation for programs, without a call's own values.
    func json(_ catalog: Catalog) -> JSONText {
        .object([
            "explanation": .string(catalog.text(explanation)), "fix": .strings(catalog.fix(of: self)),
            "name": .string(name),
            "references": .strings(references.map(\.description)), "short": .string(short),
        ])
    }
}

extension CatalogTopic {
    var json: JSONText {
        .object([
            "causes": .strings(causes), "confirm": .strings(confirm), "disproof": .strings(disproof),
            "explanation": .string(explanation), "impact": .string(impact),
            "fix": .strings(fix), "references": .strings(references.map(\.description)), "rule": .string(rule),
            "title": .string(title),
        ])
    }
}
