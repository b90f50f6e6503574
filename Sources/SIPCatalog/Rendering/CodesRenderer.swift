/// Prints the list of all known codes.
public struct CodesRenderer: Sendable {
    private let catalog: Catalog

    /// A renderer that speaks the catalog's language.
    public init(catalog: Catalog) {
        self.catalog = catalog
    }

    /// All codes with phrase and a few words, class by class.
    public func render(as format: CatalogFormat) -> String {
        catalog.print(page, data: json, as: format)
    }

    private var page: Page {
        var page = Page(title: catalog.words[.headingCodes])
        for responseClass in ResponseClass.allCases {
            let rows = catalog.codes.filter { $0.responseClass == responseClass }.map(Self.row)
            if rows.isEmpty { continue }
            let head = [Wording.labelCode, .labelPhrase, .labelShort].map { catalog.words[$0] }
            page.add("\(responseClass.pattern) \(catalog.name(of: responseClass))", .table([head] + rows))
        }
        return page
    }

    private static func row(_ entry: CatalogEntry) -> [String] { [entry.label, entry.phrase, entry.short] }

    private var json: JSONText {
        .array(
            catalog.codes.map { entry in
                .object([
                    "class": .string(entry.responseClass?.pattern ?? ""),
                    "className": .string(catalog.name(of: entry.responseClass)), "code": .number(entry.code),
                    "phrase": .string(entry.phrase), "short": .string(entry.short),
                    "status": .string(entry.status.rawValue),
                ])
            })
    }
}
