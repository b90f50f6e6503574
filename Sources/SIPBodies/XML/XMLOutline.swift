/// The elements of an XML document, as far as it could be read and bounds let it.
struct XMLOutline {
    /// Why a document, or the rest of it, is not read.
    enum Problem: String {
        case malformed = "not well-formed"
        case declaration = "not read: document type declaration"
        case encoding = "not read: unknown encoding"
        case tooLarge = "not read to its end: too large"
    }

    /// The elements in the order in which they begin.
    let elements: [Element]
    /// What is wrong with the document, and at which byte.
    let problem: (kind: Problem, offset: Int)?

    /// Reads a document of at most `limit` bytes; of a longer one, the beginning.
    init(_ document: [UInt8], limit: Int) {
        var start = 0
        var reading = Reading(document, from: start, limit, encoding: nil)
        // White space in front of the XML declaration is a common mistake, and does no harm.
        if reading.ending == .misplacedDeclaration, reading.builder.elements.isEmpty {
            start = document.firstIndex { $0 > 0x20 } ?? 0
            reading = Reading(document, from: start, limit, encoding: nil)
        }
        if let encoding = reading.encoding(of: document) {
            reading = Reading(document, from: start, limit, encoding: encoding)
        }
        elements = reading.builder.elements
        problem = reading.problem.map { ($0, reading.offset) } ?? (start > 0 ? (.malformed, 0) : nil)
    }

    /// The root element.
    var root: Element? { elements.first }

    /// The elements of a name right inside of the element at `parent`, with their indices.
    func children(of parent: Int, _ name: String) -> [(index: Int, element: Element)] {
        guard elements.indices.contains(parent) else { return [] }
        var children: [(index: Int, element: Element)] = []
        var index = parent + 1
        while index < elements.count, elements[index].depth > elements[parent].depth {
            if elements[index].depth == elements[parent].depth + 1, elements[index].name == name {
                children.append((index, elements[index]))
            }
            index += 1
        }
        return children
    }
}
