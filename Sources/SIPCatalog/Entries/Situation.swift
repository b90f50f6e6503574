/// What a response means in one situation, such as 202 in answer to a REFER.
public struct Situation: Hashable, Sendable {
    /// The code it is about.
    public let code: Int
    /// Its name after the slash: a method (`REFER`) or a circumstance (`repeated`).
    public let name: String
    /// A few words to print beside the response.
    public let short: String
    /// What it means here, in whole sentences, with places for what the call shows.
    public let explanation: PhraseTemplate
    /// What to do, in whole sentences, the first thing first; with such places too.
    public let fix: [PhraseTemplate]
    /// Where it is written.
    public let references: [CatalogReference]
}

extension Situation {
    init(_ section: CatalogSection) throws(CatalogDataError) {
        var reader = SectionReader(section)
        let parts = section.name.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, let code = Int(parts[0]), ResponseClass(code: code) != nil else {
            throw CatalogDataError(line: section.line, .badValue(field: section.kind, value: section.name))
        }
        self.code = code
        name = String(parts[1])
        short = try reader.text("short")
        explanation = try reader.template("explanation")
        fix = try reader.templates("fix")
        references = try reader.references()
        try reader.finish()
    }
}
