/// One `== kind name` section of a data file with its fields.
struct CatalogSection: Equatable {
    /// The text or the list under one key.
    struct Field: Equatable {
        /// Line of the key.
        let line: Int
        /// One element for a text, any number for a list.
        var items: [String]
        var isList: Bool
    }

    let kind: String
    let name: String
    /// Line of the heading.
    let line: Int
    var fields: [String: Field] = [:]

    /// How errors name the section.
    var title: String { name.isEmpty ? kind : "\(kind) \(name)" }
}
