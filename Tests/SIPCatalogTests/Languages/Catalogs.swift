@testable import SIPCatalog

/// The catalogs of all languages, each read once.
enum Catalogs {
    /// The languages that English is translated into.
    static let translations = CatalogLanguage.allCases.filter { $0 != .english }
    static let all = CatalogLanguage.allCases.map { $0 == .english ? Catalog.english : Catalog.embedded($0) }

    /// The catalog of a language.
    static func of(_ language: CatalogLanguage) -> Catalog { all[Int(language.index)] }
}
