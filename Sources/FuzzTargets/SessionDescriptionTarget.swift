import SIPParsing

/// A session description: what is kept of it, and that it is read the same wherever it stands.
enum SessionDescriptionTarget {
    private static let limits = ParsingLimits.standard

    static func run(_ bytes: Span<UInt8>, _ violations: inout Violations) {
        check(bytes, ByteRange(0..<bytes.count), &violations)
    }

    static func check(_ bytes: Span<UInt8>, _ body: ByteRange, _ violations: inout Violations) {
        let description = SessionDescription(bytes, body)
        let surrounded = SurroundedBytes(bytes, body, between: ("m=audio 1 RTP/AVP 0\r\na=", "\r\nm=video 2 x y\r\n"))
        let moved = SessionDescription(surrounded.bytes.span, surrounded.range)
        violations.expect(
            description?.media == moved?.media && description?.origin == moved?.origin,
            "a session description reads differently among other bytes")
        guard let description else { return }
        violations.expect(description.media.count, atMost: limits.media, "media")
        violations.expect(
            !description.isHold || description.media.contains { $0.isHold }, "on hold without a medium that is")
        violations.expect(description.summary.isEmpty == description.media.isEmpty, "a summary of no media")
        for medium in description.media {
            violations.expect(medium.codecs.count == medium.formats.count, "formats and their names differ in number")
            violations.expect(medium.portCount > 0, "\(medium.portCount) ports")
            violations.expect(!medium.kind.isEmpty && !medium.protocolName.isEmpty, "a medium without kind or protocol")
        }
    }
}
