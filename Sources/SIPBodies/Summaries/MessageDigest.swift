import SIPParsing

/// A SIP message, or a piece of one (RFC 3420), in a body: its first line, or the names of its header fields.
enum MessageDigest {
    /// Names shown of a piece without a start line.
    private static let mostNames = 6

    /// The digest; nil for what is no message.
    static func text(_ bytes: Span<UInt8>, _ content: ByteRange, isFragment: Bool) -> String? {
        if !isFragment {
            var parser = MessageParser()
            guard case .message = parser.parse(bytes.extracting(content.range)) else { return nil }
            return firstLine(bytes, content)
        }
        guard let sipfrag = Sipfrag(bytes, content) else { return nil }
        if sipfrag.startLine != nil { return firstLine(bytes, content) }
        let names = sipfrag.fields.map { bytes.text($0.nameRange) }
        return "no start line; " + DisplayText.list(names, most: mostNames)
    }

    private static func firstLine(_ bytes: Span<UInt8>, _ content: ByteRange) -> String? {
        LineReader.lines(bytes, content).first { !$0.isEmpty }
    }
}
