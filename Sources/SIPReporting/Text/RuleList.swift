import SIPCatalog
import SIPFindings

/// The list of rules.
public struct RuleList {
    private let catalog: Catalog

    /// Makes a list with titles in the catalog's language.
    public init(catalog: Catalog) {
        self.catalog = catalog
    }

    /// The list, by name.
    public func render(as format: CatalogFormat) -> String {
        let rows = Rule.all.sorted { $0.name < $1.name }.map { rule in
            (rule.name, rule.severity.rawValue, catalog.topic(rule.name)?.title ?? "")
        }
        switch format {
        case .text:
            let width = rows.map(\.0.count).max() ?? 0
            return rows.map { "\($0.0.column(width))  \($0.1.column(7))  \($0.2)\n" }.joined()
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
