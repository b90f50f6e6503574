/// The forms in which the catalog's texts are printed.
public enum CatalogFormat: String, CaseIterable, Sendable {
    case text
    case json
    case markdown
    /// A page that stands alone.
    case html
}

extension Catalog {
    /// A page in the catalog's language in one of the forms; as JSON its data instead.
    package func print(
        _ page: @autoclosure () -> Page, data: @autoclosure () -> JSONText, as format: CatalogFormat
    ) -> String {
        switch format {
        case .text: PlainText.render(page())
        case .markdown: MarkdownText.render(page())
        case .html: HTMLText.render(page(), language: languageTag)
        case .json: data().document
        }
    }
}
