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
            (rule.name, rule.severity.rawValue, catalog.topic(rule.name)?.title ?? "")
        }
        switch format {
        case .text:
            let width = rows.map(\.0.count).max() ?? 0
            return rows.indices.map { index in
                let row = rows[index]
                let isNewArea =
                    index > 0 && RuleSelection.area(of: rows[index - 1].0) != RuleSelection.area(of: row.0)
                return (isNewArea ? "\n" : "") + "\(row.0.column(width))  \(row.1.column(7))  \(row.2)\n"
            }.joined()
        case .markdown:
            return "| rule | severity | what is wrong |\n|---|---|---|\n"
                + rows.map { "| `\($0.0)` | \($0.1) | \($0.2) |\n" }.joined()
        case .json:
            return JSONText.array(
                rows.map { .object(["name": .string($0.0), "severity": .string($0.1), "title": .string($0.2)]) }
            ).document
        }
    }
}
