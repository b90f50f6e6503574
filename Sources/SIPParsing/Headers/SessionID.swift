/// An identifier that stays the same from end to end (Session-ID, RFC 7989 section 5).
public struct SessionID: Sendable, Hashable {
    /// The identifier of who sent the message: 32 hexadecimal digits, in lower case.
    public let local: String
    /// The identifier of the other side, as far as the sender knew it.
    public let remote: String?

    /// What stands for an identifier that is not known.
    public static let unknown = String(repeating: "0", count: 32)

    /// Reads the value; nil without an identifier of 32 hexadecimal digits. A remote one that is none is left out.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let (token, parameters) = bytes.tokenAndParameters(value), let local = Self.identifier(token) else {
            return nil
        }
        self.local = local
        remote = parameters.value(of: "remote").flatMap(Self.identifier)
    }

    private static func identifier(_ text: String) -> String? {
        guard text.utf8.count == 32, text.utf8.allSatisfy({ ASCII.hexDigit($0) != nil }) else { return nil }
        return ASCII.lowercased(text)
    }
}
