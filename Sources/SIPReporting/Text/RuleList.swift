import SIPCatalog
import SIPFindings

/// The list of rules.
public struct RuleList {
    private let catalog: Catalog
    private let rules: [Rule]

    /// Makes a list of some rules, with titles in the catalog's language.
    public init(catalog: Catalog, _ rules: [Rule] = Rule.all) {
        self.catalog = catalog
        self.rules = rules.sorted { $0.name < $1.name }
    }

    /// The list, by name; as text with an empty line between areas.
    public func render(as format: CatalogFormat) -> String {
        let rows = rules.map { rule in
            (name: rule.name, severity: rule.severity, title: catalog.topic(rule.name)?.title ?? "")
        }
        switch format {
        case .text:
            let width = rows.map(\.0.count).max() ?? 0
            let severityWidth = Severity.allCases.map { catalog.word($0).columns }.max() ?? 0
            return rows.indices.map { index in
                let row = rows[index]
                let isNewArea =
                    index > 0 && RuleSelection.area(of: rows[index - 1].0) != RuleSelection.area(of: row.0)
                return (isNewArea ? "\n" : "")
                    + "\(row.0.column(width))  \(catalog.word(row.1).column(severityWidth))  \(row.2)\n"
            }.joined()
        case .markdown:
            return "| \(head.joined(separator: " | ")) |\n|---|---|---|\n"
                + rows.map { "| `\($0.0)` | \(catalog.word($0.1)) | \(MarkdownText.escape($0.2)) |\n" }.joined()
        case .html:
            return catalog.print(page(rows), data: .null, as: .html)
        case .json:
            return JSONText.array(
                rows.map {
                    .object(["name": .string($0.0), "severity": .string($0.1.rawValue), "title": .string($0.2)])
                }
            ).document
        }
    }

    private var head: [String] {
        [ReportPhrase.columnRule, .columnSeverity, .columnFault].map { catalog.text($0) }
    }

    /// The rows with a heading and a table for each area.
    private func page(_ rows: [(name: String, severity: Severity, title: String)]) -> Page {
        var page = Page(title: catalog.text(ReportPhrase.rulesTitle))
        for area in Set(rows.map { RuleSelection.area(of: $0.name) }).sorted() {
            let rows = rows.filter { RuleSelection.area(of: $0.name) == area }
            page.add(area, .table([head] + rows.map { [$0.name, catalog.word($0.severity), $0.title] }))
        }
        return page
    }
}
