extension Catalog {
    /// The entry of a code. A code that the catalog lacks gets the text of its class, and ``CatalogEntry/isFallback``
    /// says so; a number outside 100 to 699 gets a text that says it is no status code.
    public func entry(for code: Int) -> CatalogEntry {
        if let entry = entries[code] { return entry }
        if let text = ResponseClass(code: code).map({ classTexts[$0] }) ?? outsideText {
            return CatalogEntry(classText: text, code: code)
        }
        return CatalogEntry(blank: code)
    }

    /// The entry of a code with the texts of one of its situations, in which `values` stand; the plain entry where it has
    /// no such situation.
    public func entry(for code: Int, situation: String?, _ values: PhraseValues = [:]) -> CatalogEntry {
        let entry = entry(for: code)
        guard let situation, let known = self.situation(for: code, named: situation) else { return entry }
        return entry.adapted(to: known, explanation: text(known.explanation, values), fix: fix(of: known, values))
    }

    /// The entry that a person asks for by number or label, such as `486` or `603+`; nil for any other text.
    public func entry(labelled label: String) throws(CatalogLookupError) -> CatalogEntry? {
        if let profile = profiles[label] { return profile }
        guard let code = Int(label), String(code) == label else { return nil }
        return try checkedEntry(for: code)
    }

    /// The entry of a code. Throws where the number is no status code.
    public func checkedEntry(for code: Int) throws(CatalogLookupError) -> CatalogEntry {
        guard ResponseClass(code: code) != nil else { throw .notAStatusCode(code) }
        return entry(for: code)
    }

    /// What to do in a situation, in which `values` stand.
    public func fix(of situation: Situation, _ values: PhraseValues = [:]) -> [String] {
        situation.fix.map { text($0, values) }
    }

    /// One situation of a code.
    public func situation(for code: Int, named name: String) -> Situation? { situations[code]?[name] }

    /// Whether a code has situations.
    public func hasSituations(code: Int) -> Bool { situations[code] != nil }

    /// The situations of a code, ordered by name.
    public func situations(of code: Int) -> [Situation] {
        (situations[code] ?? [:]).values.sorted { $0.name < $1.name }
    }

    /// A few words to print beside a response: those of the situation, else those of the code.
    public func short(code: Int, situation: String? = nil) -> String { shorts.text(code: code, situation: situation) }

    /// The name of a class, such as "Request Failure".
    public func name(of responseClass: ResponseClass?) -> String { words[Wording(responseClass)] }

    /// The heading, name or frame under a key.
    public func wording(_ wording: Wording) -> String { words[wording] }
}

extension CatalogEntry {
    /// An entry that knows nothing but its number, for a catalog without data.
    init(blank code: Int) {
        self.init(
            code: code, label: String(code), phrase: "", status: .unknown, methods: [], short: "", says: "",
            meaning: "", occasion: "", choice: "", causes: [], checks: [], fix: [], actor: "", decider: "", scope: "",
            retry: "", ends: .nothing, hears: "", carries: "", references: [])
    }
}
