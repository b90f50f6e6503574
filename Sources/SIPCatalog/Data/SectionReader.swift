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
            throw CatalogDataError(line: field.line, .wrongShape(key), in: field.file)
        }
        return text
    }

    /// The text under a key that may be missing.
    mutating func optionalText(_ key: String) throws(CatalogDataError) -> String? {
        left[key] == nil ? nil : try text(key)
    }

    /// The list under a key that may be missing.
    mutating func optionalList(_ key: String) throws(CatalogDataError) -> [String] {
        left[key] == nil ? [] : try list(key)
    }

    /// The words of the text under a key that may be missing.
    mutating func words(_ key: String) throws(CatalogDataError) -> [String] {
        try optionalText(key)?.split(separator: " ").map(String.init) ?? []
    }

    /// The text under a key as a template.
    mutating func template(_ key: String) throws(CatalogDataError) -> PhraseTemplate {
        try template(try text(key), key)
    }

    /// The list under a key as templates; never empty.
    mutating func templates(_ key: String) throws(CatalogDataError) -> [PhraseTemplate] {
        var templates: [PhraseTemplate] = []
        for item in try list(key) { templates.append(try template(item, key)) }
        return templates
    }

    private func template(_ text: String, _ key: String) throws(CatalogDataError) -> PhraseTemplate {
        do throws(PhraseSyntaxError) {
            return try PhraseTemplate(text)
        } catch {
            throw self.error(at: key, .badTemplate(field: key, error.message))
        }
    }

    /// The keys that are left, in no order.
    var keysLeft: [String] { Array(left.keys) }

    /// The texts of all keys that begin with a prefix and a full stop, by what follows these.
    mutating func texts(withPrefix prefix: String) throws(CatalogDataError) -> [String: String] {
        var texts: [String: String] = [:]
        for key in keysLeft where key.hasPrefix(prefix + ".") {
            texts[String(key.dropFirst(prefix.count + 1))] = try text(key)
        }
        return texts
    }

    /// The list under a key; never empty.
    mutating func list(_ key: String) throws(CatalogDataError) -> [String] {
        let field = try take(key)
        guard field.isList else { throw CatalogDataError(line: field.line, .wrongShape(key), in: field.file) }
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
        let field = section.fields[key]
        return CatalogDataError(line: field?.line ?? section.line, problem, in: field?.file ?? .language)
    }

    /// Throws where a field was given that nobody took.
    func finish() throws(CatalogDataError) {
        guard let (key, field) = left.min(by: { $0.value.line < $1.value.line }) else { return }
        throw CatalogDataError(line: field.line, .unknownField(key), in: field.file)
    }

    private mutating func take(_ key: String) throws(CatalogDataError) -> CatalogSection.Field {
        guard let field = left.removeValue(forKey: key) else {
            throw CatalogDataError(line: section.line, .missingField(key))
        }
        return field
    }
}
