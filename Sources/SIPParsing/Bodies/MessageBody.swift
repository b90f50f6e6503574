/// Finding the part of a body that is of some type.
extension Message {
    /// Multipart bodies inside one another that are looked into.
    private static let deepestNesting = 4

    /// The part of the body that is of the media type `type` (lower case): the whole body, or the first such part of a
    /// multipart body (RFC 2046 section 5.1). `bytes` are those that the message was read from.
    public func bodyPart(_ type: String, in bytes: Span<UInt8>) -> ByteRange? {
        guard let value = first(.contentType), let contentType = MediaType(bytes, value), bytes.bounds(body) != nil,
            !body.isEmpty
        else { return nil }
        return Self.part(type, bytes, body.range, contentType, depth: 0).map { ByteRange($0) }
    }

    private static func part(
        _ wanted: String, _ bytes: Span<UInt8>, _ range: Range<Int>, _ contentType: MediaType, depth: Int
    ) -> Range<Int>? {
        if contentType.name == wanted { return range }
        guard contentType.type == "multipart", depth < deepestNesting,
            let boundary = contentType.parameters.value(of: "boundary"), !boundary.isEmpty
        else { return nil }
        var parts = MultipartReader(boundary: boundary, range)
        while let part = parts.next(bytes) {
            guard let value = part.contentType, let partType = MediaType(bytes, ByteRange(value)) else { continue }
            if let found = Self.part(wanted, bytes, part.content, partType, depth: depth + 1) { return found }
        }
        return nil
    }
}
