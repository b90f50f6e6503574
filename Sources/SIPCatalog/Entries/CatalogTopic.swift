/// The text behind one rule: why it matters, what causes it, how to confirm it and what to do.
public struct CatalogTopic: Hashable, Sendable {
    /// The rule's name, such as `invite/missing-ack`.
    public let rule: String
    /// A headline.
    public let title: String
    /// What goes wrong and why it matters, in whole sentences.
    public let explanation: String
    /// What causes it, in whole sentences, the likeliest first.
    public let causes: [String]
    /// How to make sure.
    public let confirm: [String]
    /// What to do, the first thing first.
    public let fix: [String]
    /// Where it is written.
    public let references: [CatalogReference]
}

extension CatalogTopic {
    init(_ section: CatalogSection) throws(CatalogDataError) {
        var reader = SectionReader(section)
        guard section.name.contains("/") else {
            throw CatalogDataError(line: section.line, .badValue(field: section.kind, value: section.name))
        }
        rule = section.name
        title = try reader.text("title")
        explanation = try reader.text("explanation")
        causes = try reader.list("causes")
        confirm = try reader.list("confirm")
        fix = try reader.list("fix")
        references = try reader.references()
        try reader.finish()
    }
}
