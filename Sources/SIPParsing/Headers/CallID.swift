/// An identifier of a call: word [ "@" word ] (Call-ID, RFC 3261 section 20.8; In-Reply-To, section 20.21). Call-IDs
/// compare byte by byte.
public struct CallID: Sendable, Hashable {
    /// The identifier as received.
    public let text: String
    /// What stands before the at sign: all of it where there is none.
    public let localPart: String
    /// What stands behind the at sign: often the host that made it.
    public let host: String?
    /// Whether it follows the grammar (section 25.1); others identify calls as well.
    public let isWellFormed: Bool

    /// Reads one value; nil when it is empty.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value), !range.isEmpty else { return nil }
        let at = bytes.offset(of: ASCII.at, from: range.lowerBound, to: range.upperBound)
        text = bytes.text(ByteRange(range))
        localPart = bytes.text(ByteRange(range.lowerBound..<(at ?? range.upperBound)))
        host = at.map { bytes.text(ByteRange(($0 + 1)..<range.upperBound)) }
        isWellFormed = range.allSatisfy { Self.isWord(bytes[$0]) || $0 == at } && !localPart.isEmpty && host != ""
    }

    /// All identifiers of a comma-separated value, in their order.
    public static func list(_ bytes: Span<UInt8>, _ value: ByteRange) -> [CallID] {
        bytes.list(value) { CallID(bytes, $0) }
    }

    /// word of section 25.1: a token, or one of `()<>:\"/[]?{}`.
    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.openingParenthesis, ASCII.closingParenthesis, ASCII.less, ASCII.greater, ASCII.colon,
            ASCII.backslash, ASCII.quote, ASCII.slash, ASCII.openingBracket, ASCII.closingBracket, ASCII.question, 123,
            125:
            true
        default: ASCII.isToken(byte)
        }
    }
}
