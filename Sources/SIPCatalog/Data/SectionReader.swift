/// Takes the fields of one section one after the other, so that a missing and a left-over field are both noticed.
struct SectionReader {
    let section: CatalogSection
    private var left: [String: CatalogSection.Field]

    init(_ section: CatalogSection) {
        self.section = section
        left = section.fields
    }

    /// The text under a key.
    mutating func text(_ key: String) throws(CatalogDataError) -> String {
        let field = try take(key)
        guard !field.isList, let text = field.items.first else {
            throw CatalogDataError(line: field.line, .wrongShape(key))
        }
        return text
    }

    /// The list under a key; never empty.
    mutating func list(_ key: String) throws(CatalogDataError) -> [String] {
        let field = try take(key)
        guard field.isList else { throw CatalogDataError(line: field.line, .wrongShape(key)) }
        return field.items
    }

    /// The text under a key as one of the values of an enumeration.
    mutating func value<Value: RawRepresentable<String>>(_ key: String) throws(CatalogDataError) -> Value {
        let text = try text(key)
        guard let value = Value(rawValue: text) else { throw error(at: key, .badValue(field: key, value: text)) }
        return value
    }

    /// The references under `references`.
    mutating func references() throws(CatalogDataError) -> [CatalogReference] {
        var references: [CatalogReference] = []
        for item in try list("references") {
            guard let reference = CatalogReference(item) else {
                throw error(at: "references", .badValue(field: "references", value: item))
            }
            references.append(reference)
        }
        return references
    }

    /// An error on the line of a field, or of the section where it has no such field.
    func error(at key: String, _ problem: CatalogDataError.Problem) -> CatalogDataError {
        CatalogDataError(line: section.fields[key]?.line ?? section.line, problem)
    }

    /// Throws where a field was given that nobody took.
    func finish() throws(CatalogDataError) {
        guard let (key, field) = left.min(by: { $0.value.line < $1.value.line }) else { return }
        throw CatalogDataError(line: field.line, .unknownField(key))
    }

    private mutating func take(_ key: String) throws(CatalogDataError) -> CatalogSection.Field {
        guard let field = left.removeValue(forKey: key) else {
            throw CatalogDataError(line: section.line, .missingField(key))
        }
        return field
    }
}
