/// What of a caller must not be shown (Privacy, RFC 3323 section 4.2).
public struct Privacy: Sendable, Hashable {
    /// The kinds in lower case, in their order: `header`, `session`, `user`, `none`, `critical`, `id` (RFC 3325 section
    /// 9.3), `history` (RFC 7044 section 10.1).
    public let kinds: [String]

    /// Reads the value; nil when it is empty. Between the kinds stand semicolons, and with some senders commas.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value) else { return nil }
        let limit = ParsingLimits.standard.listedValues
        var kinds: [String] = []
        for piece in bytes.pieces(of: range, separator: ASCII.comma) where kinds.count < limit {
            let words = bytes.pieces(of: piece, separator: ASCII.semicolon, limit: limit - kinds.count)
            kinds += words.map { bytes.lowercasedText($0) }
        }
        guard !kinds.isEmpty else { return nil }
        self.kinds = kinds
    }

    /// Reads the value out of text, as the unescaped header field of a URI gives it.
    static func parse(_ text: String) -> Privacy? {
        let bytes = Array(text.utf8)
        return Privacy(bytes.span, ByteRange(0..<bytes.count))
    }

    /// Whether this kind (in lower case) is asked for.
    public func contains(_ kind: String) -> Bool {
        kinds.contains(kind)
    }
}
