/// Codes that engineers mix up, to be set side by side.
public struct CodeFamily: Hashable, Sendable {
    /// Its name for the command line, such as `rejection`.
    public let name: String
    /// The codes and profiles, by label.
    public let labels: [String]
    /// A few words on what they have in common.
    public let title: String
    /// What tells them apart, in whole sentences.
    public let note: String
}

extension CodeFamily {
    init(_ section: CatalogSection) throws(CatalogDataError) {
        var reader = SectionReader(section)
        name = section.name
        labels = try reader.words("members")
        title = try reader.text("title")
        note = try reader.text("note")
        try reader.finish()
    }
}

extension Catalog {
    /// The family of a name.
    public func family(_ name: String) -> CodeFamily? { families.first { $0.name == name } }

    /// The entries of a family.
    public func entries(of family: CodeFamily) -> [CatalogEntry] {
        family.labels.compactMap { label in try? entry(labelled: label) }
    }
}
