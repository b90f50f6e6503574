/// The bodies of a message.
extension Message {
    /// All bodies, with those inside of multipart bodies and of messages carried inside. `bytes` are those that the
    /// message was read from.
    public func bodyParts(_ bytes: Span<UInt8>, limits: ParsingLimits = .standard) -> BodyTree {
        BodyTree(bytes, self, limits: limits)
    }

    /// The part of the body that is of the media type `type` (lower case): the whole body, or the first such part of a
    /// multipart body (RFC 2046 section 5.1). `bytes` are those that the message was read from.
    ///
    /// Bodies of messages that are carried inside are not the message's own and are not looked into. A part that is
    /// encoded (Content-Encoding, Content-Transfer-Encoding) is not given away as if it were plain.
    public func bodyPart(_ type: String, in bytes: Span<UInt8>) -> ByteRange? {
        guard let part = bodyParts(bytes).first(of: type), !part.isEncoded else { return nil }
        return part.content
    }
}
