/// The forms in which the catalog's texts are printed.
public enum CatalogFormat: String, CaseIterable, Sendable {
    case text
    case json
    case markdown
}
