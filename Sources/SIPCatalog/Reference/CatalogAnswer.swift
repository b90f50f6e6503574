/// What the catalog has on a question such as `486`, `403/after-credentials`, `q850:21`, `Refer-To` or `transfer`.
public enum CatalogAnswer: Sendable {
    /// A response code or profile, in general or in one of its situations.
    case code(CatalogEntry, situation: Situation?)
    /// The topic of a rule.
    case topic(CatalogTopic)
    /// Something else that has this name; the first is the likeliest.
    case references([ReferenceEntry])
    /// What the words of a free text were found in, the best first.
    case matches([CatalogMatch])
}

/// Something that a free text was found in.
public struct CatalogMatch: Hashable, Sendable {
    /// How it is asked for, such as `term:transfer-target`.
    public let key: String
    /// A few words on what it is.
    public let title: String
}

extension Catalog {
    /// What the catalog has on a question; nil where it has nothing. Throws where a number is no status code.
    public func answer(to question: String) throws(CatalogLookupError) -> CatalogAnswer? {
        if let topic = topic(question) { return .topic(topic) }
        if let entry = try entry(labelled: question) { return .code(entry, situation: nil) }
        if let answer = situationAnswer(question) { return answer }
        if let answer = try keyAnswer(question) { return answer }
        let named = references(named: question)
        if !named.isEmpty { return .references(named) }
        let matches = search(question)
        return matches.isEmpty ? nil : .matches(matches)
    }

    /// Every key that a question may be, for telling of the nearest.
    public var keys: [String] {
        codes.map(\.label) + topics.map(\.rule) + reference.entries.flatMap { [$0.name, $0.key] }
    }

    /// `403/after-credentials`.
    private func situationAnswer(_ question: String) -> CatalogAnswer? {
        let parts = question.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, let code = Int(parts[0]), let situation = situation(for: code, named: String(parts[1]))
        else { return nil }
        return .code(entry(for: code, situation: situation.name), situation: situation)
    }

    /// `q850:21`, `code:486` or `rule:transfer/refused`.
    private func keyAnswer(_ question: String) throws(CatalogLookupError) -> CatalogAnswer? {
        if let entry = reference(question) { return .references([entry]) }
        guard let colon = question.firstIndex(of: ":") else { return nil }
        let name = String(question[question.index(after: colon)...])
        switch question[..<colon].lowercased() {
        case "code": return try entry(labelled: name).map { .code($0, situation: nil) }
        case "rule": return topic(name).map { .topic($0) }
        default: return nil
        }
    }
}
