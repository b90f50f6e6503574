import CSIPCatalog

/// The data files that the C target carries inside the program.
enum EmbeddedText {
    /// The bytes of one language's file.
    static func bytes(of language: CatalogLanguage) -> [UInt8] {
        let size = sip_catalog_size(language.index)
        return (0..<size).map { sip_catalog_byte(language.index, $0) }
    }
}
