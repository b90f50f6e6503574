import SIPParsing

/// An XML document: what its own digest says where its root element has one, else root element and size.
enum XMLDigest {
    /// Reads a document.
    static func digest(_ bytes: Span<UInt8>, _ content: ByteRange, _ limits: ParsingLimits) -> BodyDigest {
        var document: [UInt8] = []
        document.reserveCapacity(content.range.count)
        for offset in content.range { document.append(bytes[offset]) }
        let outline = XMLOutline(document, limit: limits.expandedBodyBytes)
        guard let (problem, offset) = outline.problem else { return BodyDigest(text: text(outline)) }
        let unread = ByteRange((content.range.lowerBound + offset)..<content.range.upperBound)
        return BodyDigest(
            text: outline.root == nil ? "" : text(outline), problem: problem.rawValue,
            anomalies: [Anomaly(kind: .badXML, range: unread)])
    }

    private static func text(_ outline: XMLOutline) -> String {
        switch outline.root?.name {
        case "reginfo": RegistrationDigest.text(outline)
        case "presence": PresenceDigest.text(outline)
        case "dialog-info": DialogDigest.text(outline)
        case let root?: "root element \(root), \(DisplayText.count(outline.elements.count, "element"))"
        case nil: "no element"
        }
    }
}
