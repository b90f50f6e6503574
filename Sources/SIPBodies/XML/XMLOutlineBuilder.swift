/// Takes what a parser reads of a document, as far as bounds let it.
struct XMLOutlineBuilder {
    /// Elements inside of one another.
    private static let deepest = 64
    /// Elements of one document.
    private static let mostElements = 10_000
    /// Attributes of one element.
    private static let mostAttributes = 256

    /// The elements in the order in which they begin.
    private(set) var elements: [XMLOutline.Element] = []
    /// Why no more is taken.
    private(set) var problem: XMLOutline.Problem?
    /// The encoding that the XML declaration names.
    var declaredEncoding: String?
    /// The indices of the elements that are not closed.
    private var open: [Int] = []
    /// How many attributes the last element has.
    private var attributeCount = 0

    /// A document type declaration begins.
    mutating func refuseDeclaration() {
        problem = .declaration
    }

    /// An element begins.
    mutating func start(_ name: String) {
        guard open.count < Self.deepest, elements.count < Self.mostElements else {
            problem = .tooLarge
            return
        }
        open.append(elements.count)
        elements.append(XMLOutline.Element(name: Self.localName(name), depth: open.count - 1))
        attributeCount = 0
    }

    /// The element that began last has an attribute. Declarations of namespaces are left out, and an attribute without a
    /// prefix comes before one with.
    mutating func add(attribute name: String, _ value: String) {
        guard let element = open.last, attributeCount < Self.mostAttributes else {
            problem = .tooLarge
            return
        }
        attributeCount += 1
        let local = Self.localName(name)
        guard local != "xmlns", !name.utf8.starts(with: "xmlns:".utf8) else { return }
        if local == name || elements[element].attributes[local] == nil { elements[element].attributes[local] = value }
    }

    /// Text stands in the innermost element.
    mutating func add(text: some Sequence<CChar>) {
        guard let element = open.last else { return }
        elements[element].add(text)
    }

    /// The innermost element ends.
    mutating func end() {
        open.removeLast(min(open.count, 1))
    }

    /// A name without the prefix of its namespace.
    private static func localName(_ name: String) -> String {
        guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
        return String(name[name.utf8.index(after: colon)...])
    }
}
