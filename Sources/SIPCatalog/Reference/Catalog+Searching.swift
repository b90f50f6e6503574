/// Finding what a free text is about.
extension Catalog {
    /// Matches that are listed; of more, the best.
    private static let matchesListed = 24

    /// Where all words of a text stand, the best matches first: in a name, in a title, or in what is said.
    public func search(_ text: String) -> [CatalogMatch] {
        let words = Self.words(text)
        guard !words.isEmpty else { return [] }
        let candidates =
            reference.entries.map { Candidate($0.key, $0.title, "\($0.name) \($0.registeredName)", $0.meaning) }
            + topics.map { Candidate($0.rule, $0.title, $0.rule, $0.explanation) }
            + codes.map {
                Candidate($0.label, $0.phrase, "\($0.label) \($0.phrase)", "\($0.short) \($0.says) \($0.hears)")
            }
            + codes.flatMap { situations(of: $0.code) }.map {
                Candidate("\($0.code)/\($0.name)", $0.short, $0.name, self.text($0.explanation))
            }
        let found = candidates.enumerated().compactMap { place, candidate in
            candidate.score(words).map { (score: $0, place: place, match: candidate.match) }
        }
        return found.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.prefix(Self.matchesListed).map(\.match)
    }

    fileprivate static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}

/// Something that may be meant, with the texts that are searched.
private struct Candidate {
    let match: CatalogMatch
    private let name: Set<String>
    private let title: Set<String>
    private let text: Set<String>

    init(_ key: String, _ title: String, _ name: String, _ text: String) {
        match = CatalogMatch(key: key, title: title)
        self.name = Set(Catalog.words(name))
        self.title = Set(Catalog.words(title))
        self.text = Set(Catalog.words(text))
    }

    /// How well it fits; nil where one of the words is missing.
    func score(_ words: [String]) -> Int? {
        var score = 0
        for word in words {
            if name.contains(word) {
                score += 12 / max(1, name.count) + 6
            } else if title.contains(word) {
                score += 4
            } else if text.contains(word) {
                score += 1
            } else {
                return nil
            }
        }
        return score
    }
}
