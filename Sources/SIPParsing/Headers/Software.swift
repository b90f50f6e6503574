/// The software that sent a message (Server and User-Agent, RFC 3261 sections 20.35 and 20.41).
public struct Software: Sendable, Hashable {
    /// What such a value is made of.
    public enum Part: Sendable, Hashable {
        /// A name and its version.
        case product(name: String, version: String?)
        /// A remark in parentheses.
        case comment(String)
    }

    /// The parts in their order, as far as `ParsingLimits.listedValues`.
    public let parts: [Part]

    /// Reads the value; nil when it is empty.
    ///
    /// What is no token counts to the product it stands in: many senders keep to no grammar here.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value), !range.isEmpty else { return nil }
        var parts: [Part] = []
        var offset = range.lowerBound
        while offset < range.upperBound, parts.count < ParsingLimits.standard.listedValues {
            if let (text, end) = bytes.leadingComment(offset..<range.upperBound) {
                parts.append(.comment(text))
                offset = end
            } else {
                let (product, end) = Self.product(bytes, offset..<range.upperBound)
                parts.append(product)
                offset = end
            }
            offset = bytes.skipWhitespace(offset..<range.upperBound)
        }
        self.parts = parts
    }

    /// product = token [ SLASH product-version ]; white space may stand around the slash.
    private static func product(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (Part, end: Int) {
        let nameEnd = endOfWord(bytes, range)
        let slash = bytes.skipWhitespace(nameEnd..<range.upperBound)
        let name = bytes.text(ByteRange(range.lowerBound..<nameEnd))
        guard slash < range.upperBound, bytes[slash] == ASCII.slash else {
            return (.product(name: name, version: nil), nameEnd)
        }
        let start = bytes.skipWhitespace((slash + 1)..<range.upperBound)
        let end = endOfWord(bytes, start..<range.upperBound, acceptingSlash: true)
        return (.product(name: name, version: bytes.text(ByteRange(start..<end))), end)
    }

    private static func endOfWord(_ bytes: Span<UInt8>, _ range: Range<Int>, acceptingSlash: Bool = false) -> Int {
        var offset = range.lowerBound
        while offset < range.upperBound, !ASCII.isWhitespace(bytes[offset]), bytes[offset] != ASCII.openingParenthesis,
            acceptingSlash || bytes[offset] != ASCII.slash
        { offset += 1 }
        return offset
    }
}
