import SIPCatalog

/// What a finding says of its case, before a language is chosen: the case's own values, for a text of the rule's topic.
struct FindingMessage: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// Which of the topic's texts it is: `message` under an empty name, else `message.VARIANT`.
    let variant: String
    /// What is put into the places of that text. What came from the wire must be escaped already.
    let values: PhraseValues

    /// Values for a variant of the topic's text.
    init(_ variant: String, _ values: PhraseValues) {
        self.variant = variant
        self.values = values
    }

    /// Values for the topic's usual text; a value that is nil is left out.
    init(dictionaryLiteral elements: (String, PhraseValue?)...) {
        self.init("", elements.reduce(into: [:]) { $0[$1.0] = $1.1 })
    }

    /// The text in the catalog's language; the rule's name where the catalog has no such text.
    func text(for rule: String, _ catalog: Catalog) -> String {
        guard let template = catalog.topic(rule)?.messages[variant] else { return rule }
        return catalog.text(template, values)
    }
}
