import SIPCatalog
import SIPFindings

/// A rule of a SARIF log: one of the catalog, or one that stands for expectations and problems.
struct SARIFRule {
    private let name: String
    private let catalog: Catalog

    init(_ name: String, _ catalog: Catalog) {
        self.name = name
        self.catalog = catalog
    }

    var json: JSONText {
        let topic = catalog.topic(name)
        let own = Self.own[name]
        let title = topic?.title ?? own?.title ?? name
        let description = topic?.explanation ?? own?.explanation ?? title
        let help = topic.map(help) ?? (text: description, markdown: MarkdownText.escape(description))
        let severity = Rule.all.first { $0.name == name }?.severity ?? own?.severity ?? .error
        return .object([
            "id": .string(name), "shortDescription": Self.text(title), "fullDescription": Self.text(description),
            "help": .object(["text": .string(help.text), "markdown": .string(help.markdown)]),
            "defaultConfiguration": .object(["level": .string(SARIFResult.level(severity))]),
            "properties": .object(["tags": .strings(["sip", RuleSelection.area(of: name)])]),
        ])
    }

    private static func text(_ text: String) -> JSONText { .object(["text": .string(text)]) }

    /// What the catalog says of a rule: why it matters, what causes it, what to do, where it is written.
    private func help(_ topic: CatalogTopic) -> (text: String, markdown: String) {
        let parts: [(head: String, items: [String])] = [
            ("", [topic.explanation, topic.impact]), (catalog.wording(.headingCauses), topic.causes),
            (catalog.wording(.headingRemedy), topic.fix),
            (catalog.wording(.headingReferences), topic.references.map(\.description)),
        ]
        var (texts, marked): ([String], [String]) = ([], [])
        for part in parts where part.items.contains(where: { !$0.isEmpty }) {
            let items = part.items.filter { !$0.isEmpty }
            if part.head.isEmpty {
                texts += items
                marked += items.map(MarkdownText.escape)
            } else {
                texts.append(([part.head + ":"] + items.map { "- " + $0 }).joined(separator: "\n"))
                marked.append(
                    (["**\(part.head)**", ""] + items.map { "- " + MarkdownText.escape($0) }).joined(separator: "\n"))
            }
        }
        return (texts.joined(separator: "\n\n"), marked.joined(separator: "\n\n"))
    }

    private static let own: [String: (title: String, explanation: String, severity: Severity)] = [
        "expectation/failed": (
            "An expectation failed", "The trace shows something else than the file of expectations says.", .error
        ),
        "expectation/unmatched": (
            "An expectation has nothing to be held against",
            "Nothing in the trace is what the expectation is about, such as a call between these parties.", .error
        ),
        "expectation/undetermined": (
            "An expectation could not be judged",
            "The trace begins too late or ends too early to tell whether it is as expected.", .error
        ),
        "trace/unreadable": (
            "A trace cannot be read", "The trace, or a file that belongs to it, cannot be read.", .error
        ),
        "trace/no-sip": (
            "A trace holds no SIP", "No SIP was found in the trace, so that there was nothing to judge.", .error
        ),
        "trace/incomplete": (
            "A trace is incomplete", "The trace is cut, lost frames, or ends too early to judge a call.", .error
        ),
        "suppression/unused": (
            "A suppression suppresses nothing", "No finding is what the suppression is about: it can go.", .warning
        ),
        "suppression/expired": (
            "A suppression has expired", "The last day of the suppression is over, so that it no longer holds.",
            .warning
        ),
        "suppression/bad": (
            "A suppression cannot be understood",
            "The suppression in a packet comment cannot be understood, or gives no reason.", .error
        ),
        "baseline/stale": (
            "A finding of the baseline is gone",
            "The baseline knows a finding that the trace no longer has: the baseline can be written again.", .warning
        ),
    ]
}
