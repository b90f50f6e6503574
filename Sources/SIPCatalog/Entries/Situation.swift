/// What a response means in one situation, such as 202 in answer to a REFER.
public struct Situation: Hashable, Sendable {
    /// The code it is about.
    public let code: Int
    /// Its name after the slash: a method (`REFER`) or a circumstance (`repeated`).
    public let name: String
    /// A few words to print beside the response.
    public let short: String
    /// What it means here, in whole sentences.
    public let explanation: String
    /// What to do, in whole sentences, the first thing first.
    public let fix: [String]
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
        explanation = try reader.text("explanation")
        fix = try reader.list("fix")
        references = try reader.references()
        try reader.finish()
    }
}
