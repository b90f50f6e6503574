/// One body: the whole body of a message, a part of a multipart body, or the body of a message inside of a body.
public struct BodyPart: Sendable {
    /// How many bodies stand around it: none around the message's own.
    public internal(set) var depth = 0
    /// The index in ``BodyTree/parts`` of the body right around it; nil for the message's own.
    public internal(set) var parent: Int?
    /// Whether it belongs to a message inside of the body (message/sip, message/sipfrag), not to the message itself.
    public internal(set) var isEmbedded = false
    /// The header fields: all of a part's own, and of a message's those that speak of its body.
    public internal(set) var fields: [HeaderField] = []
    /// The bytes, header fields and delimiters left out; where an encoding was applied, still encoded.
    public internal(set) var content: ByteRange
    /// What it is; nil when Content-Type is missing where it must stand, or cannot be read.
    public internal(set) var type: MediaType?
    /// Whether `type` is what is to be assumed without a Content-Type, not what the sender said.
    public internal(set) var isTypeAssumed = false
    /// How its bytes are written.
    public internal(set) var transferEncoding = TransferEncoding.identity
    /// The content codings in the order in which they were applied, in lower case (RFC 3261 section 20.12).
    public internal(set) var contentEncodings: [String] = []

    /// The value of the first header field of this name.
    public func first(_ name: HeaderName) -> ByteRange? {
        for field in fields where field.name == name { return field.value }
        return nil
    }

    /// Whether `content` must be decoded before it is of the type.
    public var isEncoded: Bool {
        transferEncoding != .identity || contentEncodings.contains { $0 != "identity" }
    }

    /// Makes the part that header fields describe.
    package init(_ bytes: Span<UInt8>, fields: [HeaderField], content: ByteRange) {
        self.fields = fields
        self.content = content
        type = first(.contentType).flatMap { MediaType(bytes, $0) }
        transferEncoding = TransferEncoding(bytes, fields)
        for field in fields where field.name == .contentEncoding {
            let pieces = bytes.pieces(of: field.value.range, separator: ASCII.comma)
            contentEncodings += pieces.map { bytes.lowercasedText($0) }
        }
    }

    /// Makes a part of known type.
    init(content: ByteRange, type: MediaType?) {
        self.content = content
        self.type = type
    }
}

extension HeaderField {
    /// Whether it speaks of the body (RFC 3261 section 7.4).
    func describesBody(_ bytes: Span<UInt8>) -> Bool {
        switch name {
        case .contentType, .contentLength, .contentEncoding, .mimeVersion: true
        default: bytes.hasPrefix("content-", at: nameRange.range.lowerBound)
        }
    }

    /// The field as seen from `offset` bytes further ahead.
    func moved(by offset: Int) -> HeaderField {
        func moved(_ range: ByteRange) -> ByteRange {
            ByteRange((range.range.lowerBound + offset)..<(range.range.upperBound + offset))
        }
        return HeaderField(name: name, nameRange: moved(nameRange), value: moved(value))
    }
}
