/// The elements of an XML document, as far as it could be read and bounds let it.
struct XMLOutline {
    /// One element. Names are local names: prefixes of namespaces are left out.
    struct Element {
        let name: String
        let attributes: [String: String]
        /// How many elements stand around it.
        let depth: Int
        /// The first characters of its own text, white space in one piece each.
        private(set) var text = ""

        /// An attribute, or a question mark where it is missing.
        subscript(name: String) -> String { attributes[name] ?? "?" }

        /// Makes an element without text.
        init(name: String, attributes: [String: String], depth: Int) {
            self.name = name
            self.attributes = attributes
            self.depth = depth
        }

        /// Adds to its text.
        mutating func add(_ more: String) {
            guard text.utf8.count < Self.longestText else { return }
            for scalar in more.unicodeScalars {
                let isSpace = scalar.properties.isWhitespace
                if isSpace, text.isEmpty || text.hasSuffix(" ") { continue }
                text.unicodeScalars.append(isSpace ? " " : scalar)
            }
        }

        /// Bytes after which no more text is added.
        private static let longestText = 1_024
    }

    /// Why a document, or the rest of it, is not read.
    enum Problem: String {
        case malformed = "not well-formed"
        case declaration = "not read: document type declaration"
        case encoding = "not read: unknown encoding"
        case tooLarge = "not read to its end: too large"
    }

    /// The elements in the order in which they begin.
    private(set) var elements: [Element] = []
    /// What is wrong with it.
    private(set) var problem: Problem?

    /// Reads a document of at most `limit` bytes; of a longer one, the beginning.
    init(_ document: [UInt8], limit: Int) {
        guard let text = XMLText(Array(document.prefix(limit))) else {
            problem = .encoding
            return
        }
        let reader = XMLReader(text.bytes)
        elements = reader.elements
        problem = reader.problem
        if document.count > limit, problem != .declaration { problem = .tooLarge }
        if text.hasSpaceBeforeDeclaration { problem = problem ?? .malformed }
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

extension String {
    /// The text without the space that its last white space left.
    var trimmedEnd: String { hasSuffix(" ") ? String(dropLast()) : self }
}
