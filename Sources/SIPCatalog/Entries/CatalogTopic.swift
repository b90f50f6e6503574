/// The text behind one rule: what goes wrong, why it matters, what causes it, how to confirm it, what to do, and what
/// would disprove it.
public struct CatalogTopic: Hashable, Sendable {
    /// The rule's name, such as `invite/missing-ack`.
    public let rule: String
    /// A headline.
    public let title: String
    /// What goes wrong, in whole sentences.
    public let explanation: String
    /// Why it matters, in whole sentences.
    public let impact: String
    /// What causes it, in whole sentences, the likeliest first.
    public let causes: [String]
    /// How to make sure.
    public let confirm: [String]
    /// What to do, the first thing first.
    public let fix: [String]
    /// What would show that it is not so after all, the likeliest first.
    public let disproof: [String]
    /// Where it is written.
    public let references: [CatalogReference]
    /// What a finding says, with places for the case's own values: by variant, the usual one under an empty name.
    public let messages: [String: PhraseTemplate]
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
        impact = try reader.text("impact")
        causes = try reader.list("causes")
        confirm = try reader.list("confirm")
        fix = try reader.list("fix")
        disproof = try reader.list("disproof")
        references = try reader.references()
        var messages: [String: PhraseTemplate] = [:]
        for key in reader.keysLeft where key == "message" || key.hasPrefix("message.") {
            messages[String(key.dropFirst("message.".count))] = try reader.template(key)
        }
        self.messages = messages
        try reader.finish()
    }
}
