/// Reads an XML document, once from its start to its end, and stops at what is not well-formed.
///
/// Declarations (DOCTYPE and what stands in it) are not read, so that there are no entities but the five that XML has.
/// Nothing outside of the bytes is ever looked at. The toolchain's XMLParser is not used: in Swift 6.3 the document
/// `<a><?b?></a>` ends the process, and it brings libxml2 along.
struct XMLReader {
    /// Elements inside of one another.
    private static let deepest = 64
    /// Elements of one document.
    private static let mostElements = 10_000

    /// The elements in the order in which they begin.
    private(set) var elements: [XMLOutline.Element] = []
    /// Why it went no further.
    private(set) var problem: XMLOutline.Problem?
    let bytes: [UInt8]
    var offset = 0
    /// The elements that are not closed, with their names as they stand.
    private var open: [(index: Int, name: Range<Int>)] = []

    /// Reads `bytes`, which are UTF-8.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        while problem == nil, offset < bytes.count {
            let isRead = bytes[offset] == UInt8(ascii: "<") ? takeMarkup() : takeText()
            if !isRead, problem == nil { problem = .malformed }
        }
        if problem == nil, elements.isEmpty || !open.isEmpty || String(validating: bytes, as: UTF8.self) == nil {
            problem = .malformed
        }
    }

    /// Takes what begins with an angle bracket; false where it is not well-formed.
    private mutating func takeMarkup() -> Bool {
        if skip("<!--") { return skipThrough("-->") != nil }
        if skip("<![CDATA[") {
            let start = offset
            guard let end = skipThrough("]]>"), let element = open.last?.index else { return false }
            guard let text = text(of: start..<end, isLiteral: true) else { return false }
            elements[element].add(text)
            return true
        }
        if skip("<!") {
            elements = []
            problem = .declaration
            return false
        }
        if skip("<?") { return name() != nil && skipThrough("?>") != nil }
        return skip("</") ? takeEndTag() : takeStartTag()
    }

    private mutating func takeEndTag() -> Bool {
        guard let name = name(), let last = open.popLast(), bytes[name] == bytes[last.name] else { return false }
        skipSpace()
        return skip(">")
    }

    /// Takes a start tag; a second root element is none.
    private mutating func takeStartTag() -> Bool {
        offset += 1
        guard !open.isEmpty || elements.isEmpty, let name = name(), let attributes = attributes() else { return false }
        let isEmpty = skip("/>")
        guard isEmpty || skip(">") else { return false }
        guard open.count < Self.deepest, elements.count < Self.mostElements else {
            problem = .tooLarge
            return false
        }
        elements.append(
            XMLOutline.Element(name: localName(name), attributes: attributes, depth: open.count))
        if !isEmpty { open.append((elements.count - 1, name)) }
        return true
    }

    /// Takes text up to the next markup; outside of the root element only white space may stand.
    private mutating func takeText() -> Bool {
        let start = offset
        offset = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        guard let element = open.last?.index else {
            return bytes[start..<offset].allSatisfy(XMLText.isSpace)
        }
        guard let text = text(of: start..<offset) else { return false }
        elements[element].add(text)
        return true
    }
}
