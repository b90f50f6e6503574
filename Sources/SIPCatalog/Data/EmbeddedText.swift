import CSIPCatalog

/// The data files that the C target carries inside the program.
enum EmbeddedText {
    /// The bytes of one language's file.
    static func bytes(of language: CatalogLanguage) -> [UInt8] {
        let size = sip_catalog_size(language.index)
        return (0..<size).map { sip_catalog_byte(language.index, $0) }
    }

    /// The bytes of the file with what is the same in every language.
    static var facts: [UInt8] {
        let size = sip_catalog_facts_size()
        return (0..<size).map { sip_catalog_facts_byte($0) }
    }
}
