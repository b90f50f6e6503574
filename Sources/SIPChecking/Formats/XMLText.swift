/// An XML element that is written with its attributes in their order.
struct XMLText {
    private let name: String
    private let attributes: [(name: String, value: String)]
    private let content: Content

    private enum Content {
        case nothing
        case text(String)
        case children([XMLText])
    }

    /// An empty element.
    init(_ name: String, _ attributes: [(name: String, value: String)]) {
        self.name = name
        self.attributes = attributes
        content = .nothing
    }

    /// An element with text.
    init(_ name: String, _ attributes: [(name: String, value: String)] = [], text: String) {
        self.name = name
        self.attributes = attributes
        content = .text(text)
    }

    /// An element with others in it.
    init(_ name: String, _ attributes: [(name: String, value: String)], children: [XMLText]) {
        self.name = name
        self.attributes = attributes
        content = children.isEmpty ? .nothing : .children(children)
    }

    /// The element on lines of its own, indented by so many steps.
    func lines(indent: Int) -> String {
        let margin = String(repeating: "  ", count: indent)
        switch content {
        case .nothing: return "\(margin)<\(head)/>\n"
        case .text(let text): return "\(margin)<\(head)>\(Self.escape(text))</\(name)>\n"
        case .children(let children):
            let inner = children.map { $0.lines(indent: indent + 1) }.joined()
            return "\(margin)<\(head)>\n\(inner)\(margin)</\(name)>\n"
        }
    }

    /// The beginning of an element that others are in, on a line of its own.
    func opening(indent: Int) -> String { String(repeating: "  ", count: indent) + "<\(head)>\n" }

    private var head: String {
        name + attributes.map { " \($0.name)=\"\(Self.escape($0.value, inAttribute: true))\"" }.joined()
    }

    /// The text as it may stand in an element or an attribute. A character that XML 1.0 does not allow
    /// becomes U+FFFD: not even a reference may stand for it.
    static func escape(_ text: String, inAttribute: Bool = false) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"" where inAttribute: result += "&quot;"
            case "\r": result += "&#13;"
            case "\n" where inAttribute: result += "&#10;"
            case "\t" where inAttribute: result += "&#9;"
            case _ where !isAllowed(scalar): result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
        default: false
        }
    }
}
