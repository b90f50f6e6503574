/// A place in a document, such as section 21.4.24 of RFC 3261.
public struct CatalogReference: Hashable, Sendable, CustomStringConvertible {
    /// The document, such as `RFC 3261`.
    public let document: String
    /// The section in it; nil where the document as a whole is meant.
    public let section: String?

    /// Reads `RFC 3261, 21.4.24` or a document's name alone; nil for empty parts.
    public init?(_ text: String) {
        let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        guard let document = parts.first, !document.isEmpty else { return nil }
        self.document = String(document)
        guard parts.count > 1 else {
            section = nil
            return
        }
        let section = parts[1].drop { $0 == " " }
        guard !section.isEmpty else { return nil }
        self.section = String(section)
    }

    /// The form of the data file: `RFC 3261, 21.4.24`.
    public var description: String { section.map { "\(document), \($0)" } ?? document }
}
