/// What the catalog says of something that is neither a response code nor a rule.
public struct ReferenceEntry: Hashable, Sendable {
    /// What it is.
    public let kind: ReferenceKind
    /// Its name among those of its kind, such as `21` or `Refer-To`.
    public let name: String
    /// How the registry or the field calls it, in English, such as `Call rejected`.
    public let registeredName: String
    /// A few words on what it is.
    public let title: String
    /// What it means in a trace, in whole sentences.
    public let meaning: String
    /// What to look at or to do, the first thing first; often nothing.
    public let advice: [String]
    /// The status codes that it goes with.
    public let codes: [Int]
    /// The compact form of a header field, such as `r`.
    public let compactForm: String?
    /// The usual value of a timer.
    public let value: String?
    /// Keys of other entries, such as `header:Refer-To`, `code:603` or `rule:transfer/refused`.
    public let related: [String]
    /// Whether a registry or an RFC defines it.
    public let isRegistered: Bool
    /// Where it is written.
    public let references: [CatalogReference]

    /// How it is asked for: `q850:21`.
    public var key: String { "\(kind.rawValue):\(name)" }
}

extension ReferenceEntry {
    init(_ section: CatalogSection, _ kind: ReferenceKind) throws(CatalogDataError) {
        var reader = SectionReader(section)
        self.kind = kind
        name = section.name
        registeredName = try reader.text("name")
        title = try reader.text("title")
        meaning = try reader.text("meaning")
        advice = try reader.optionalList("advice")
        var codes: [Int] = []
        for word in try reader.words("codes") {
            guard let code = Int(word), ResponseClass(code: code) != nil else {
                throw reader.error(at: "codes", .badValue(field: "codes", value: word))
            }
            codes.append(code)
        }
        self.codes = codes
        compactForm = try reader.optionalText("compact")
        value = try reader.optionalText("value")
        related = try reader.words("related")
        let status: CodeStatus? = try reader.optionalText("status").flatMap { CodeStatus(rawValue: $0) }
        isRegistered = status != .unregistered
        references = try reader.references()
        try reader.finish()
    }
}
