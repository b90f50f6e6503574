/// One `== kind name` section of a data file with its fields.
struct CatalogSection: Equatable {
    /// The text or the list under one key.
    struct Field: Equatable {
        /// Line of the key.
        let line: Int
        /// One element for a text, any number for a list.
        var items: [String]
        var isList: Bool
        /// The file that it stands in.
        var file = CatalogDataError.File.language
    }

    let kind: String
    let name: String
    /// Line of the heading.
    let line: Int
    var fields: [String: Field] = [:]

    /// The section with the facts of the same title. Throws where a field is in both files.
    func adding(_ facts: CatalogSection) throws(CatalogDataError) -> CatalogSection {
        var section = self
        for (key, fact) in facts.fields {
            if let field = fields[key] { throw CatalogDataError(line: field.line, .duplicateField(key)) }
            section.fields[key] = fact
            section.fields[key]?.file = .facts
        }
        return section
    }

    /// How errors name the section.
    var title: String { name.isEmpty ? kind : "\(kind) \(name)" }
}
