import Foundation
import FoundationXML
import Testing

/// The elements of an HTML page that is XML below its first line.
final class HTMLReader: NSObject, XMLParserDelegate {
    struct Element {
        let name: String
        let attributes: [String: String]
        /// The names of the elements around it, the outermost first.
        let ancestors: [String]
        /// All text in it.
        var text = ""
    }

    /// The elements in the order in which they begin.
    private(set) var elements: [Element] = []
    private var open: [Int] = []

    /// Reads a whole page. Throws where it is not well-formed.
    init(_ page: String) throws {
        super.init()
        let lines = page.split(separator: "\n", maxSplits: 1)
        try #require(lines.first == "<!doctype html>" && lines.count == 2)
        let parser = XMLParser(data: Data(lines[1].utf8))
        parser.delegate = self
        let isWellFormed = parser.parse()
        try #require(isWellFormed, "line \(parser.lineNumber): \(String(describing: parser.parserError))")
    }

    /// The elements of one of these names.
    func all(_ names: String...) -> [Element] { elements.filter { names.contains($0.name) } }

    /// The texts of the elements of a name.
    func texts(_ name: String) -> [String] { all(name).map(\.text) }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        let ancestors = open.map { elements[$0].name }
        open.append(elements.count)
        elements.append(Element(name: name, attributes: attributes, ancestors: ancestors))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        for index in open { elements[index].text += text }
    }
}
