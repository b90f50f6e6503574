import CSIPCatalog

/// A language that the catalog has a data file in.
public struct CatalogLanguage: Hashable, Sendable, CaseIterable {
    /// Its BCP 47 tag, such as `fr`.
    public let tag: String
    /// Its place in the table of embedded files.
    let index: Int32

    /// All languages; English is the first.
    public static let allCases = (0..<max(sip_catalog_languages(), 0)).map(CatalogLanguage.init)

    /// The language that all others are translated from.
    public static let english = CatalogLanguage(index: 0)

    private init(index: Int32) {
        self.index = index
        var bytes: [UInt8] = []
        while case let byte = sip_catalog_tag(index, bytes.count), byte != 0 { bytes.append(UInt8(bitPattern: byte)) }
        tag = String(decoding: bytes, as: UTF8.self)
    }

    /// How it calls itself, such as `Français`, read without the rest of its file; its tag where the file's beginning does
    /// not say.
    public var name: String {
        let head = (0..<min(sip_catalog_size(index), 1 << 14)).map { sip_catalog_byte(index, $0) }
        let line = head.split(separator: UInt8(ascii: "\n")).first { $0.starts(with: Array("name: ".utf8)) }
        return line.map { String(decoding: $0.dropFirst(6), as: UTF8.self) } ?? tag
    }

    /// The language that a tag or a POSIX locale names, such as `fr`, `fr-CA` or `fr_FR.UTF-8`; nil where there is no
    /// catalog in it.
    public init?(named name: String) {
        let primary = name.lowercased().prefix { $0.isASCII && $0.isLetter }
        let rest = name.dropFirst(primary.count).first
        guard rest == nil || rest == "-" || rest == "_" || rest == "." || rest == "@",
            let language = Self.allCases.first(where: { $0.tag == primary })
        else { return nil }
        self = language
    }
}
