/// A language the catalog has a data file in. The raw value is its BCP 47 tag, as an option would name it.
public enum CatalogLanguage: String, CaseIterable, Sendable {
    case english = "en"

    /// Its place in the table of embedded files.
    var index: Int32 {
        switch self {
        case .english: 0
        }
    }
}
