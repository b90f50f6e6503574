/// How the bytes of a body were written down for transport (Content-Transfer-Encoding, RFC 5621 section 3.2).
public enum TransferEncoding: Sendable, Hashable {
    /// The bytes are the body: 7bit, 8bit, binary, or nothing said.
    case identity
    /// The body is written in base64.
    case base64
    /// The body is written as quoted-printable.
    case quotedPrintable
    /// The body is written in a way that is not known here.
    case other

    /// Finds the encoding that header fields name.
    init(_ bytes: Span<UInt8>, _ fields: [HeaderField]) {
        let field = fields.first { bytes.lowercasedText($0.nameRange.range) == "content-transfer-encoding" }
        guard let value = field?.value else {
            self = .identity
            return
        }
        switch bytes.lowercasedText(bytes.trimmed(value.range)) {
        case "7bit", "8bit", "binary", "": self = .identity
        case "base64": self = .base64
        case "quoted-printable": self = .quotedPrintable
        default: self = .other
        }
    }
}
