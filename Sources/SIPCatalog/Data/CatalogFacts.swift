/// The file of facts, of which each section is taken once, with the section of prose that has the same title.
struct CatalogFacts {
    private var left: [String: CatalogSection] = [:]

    /// Reads the whole file. Throws at its first mistake.
    init(_ bytes: [UInt8]) throws(CatalogDataError) {
        do throws(CatalogDataError) {
            for section in try CatalogDocument(bytes).sections {
                guard left.updateValue(section, forKey: section.title) == nil else {
                    throw CatalogDataError(line: section.line, .duplicateSection(section.title))
                }
            }
        } catch {
            throw CatalogDataError(line: error.line, error.problem, in: .facts)
        }
    }

    /// The facts of a title; nil where there are none, or they were taken before.
    mutating func take(_ title: String) -> CatalogSection? { left.removeValue(forKey: title) }

    /// Throws where facts have no prose.
    func finish() throws(CatalogDataError) {
        guard let section = left.values.min(by: { $0.line < $1.line }) else { return }
        throw CatalogDataError(line: section.line, .missingSection(section.title), in: .facts)
    }
}
