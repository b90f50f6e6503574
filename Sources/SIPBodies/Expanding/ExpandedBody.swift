import SIPParsing

/// A body with its encodings undone: base64 or quoted-printable (Content-Transfer-Encoding, RFC 5621 section 3.2), then
/// gzip, deflate, identity, and lists of them (Content-Encoding, RFC 3261 section 20.12).
///
/// It grows no further than `ParsingLimits.expandedBodyBytes`, and than `ParsingLimits.expansionRatio` times the bytes
/// that were received, however many codings there are. Whatever goes wrong, what came out before it is kept.
public struct ExpandedBody: Sendable {
    /// The bytes, as far as they could be expanded; where nothing could be, as they came.
    public let bytes: [UInt8]
    /// What went wrong (`badContentEncoding`, `bodyExpandsTooFar`), with the range of the whole body.
    public let anomalies: [Anomaly]

    /// Expands a part of a message that was read from `bytes`.
    public init(_ bytes: Span<UInt8>, _ part: BodyPart, limits: ParsingLimits = .standard) {
        self.init(
            bytes, content: part.content, encodings: part.contentEncodings, transferEncoding: part.transferEncoding,
            limits: limits)
    }

    /// Expands `content`, to which `encodings` (lower case) were applied in their order, and then `transferEncoding`.
    /// Content outside of the bytes gives nothing.
    public init(
        _ bytes: Span<UInt8>, content: ByteRange, encodings: [String], transferEncoding: TransferEncoding = .identity,
        limits: ParsingLimits = .standard
    ) {
        let range = content.range.upperBound <= bytes.count ? content.range : 0..<0
        var received: [UInt8] = []
        received.reserveCapacity(range.count)
        for offset in range { received.append(bytes[offset]) }
        let (growth, overflow) = received.count.multipliedReportingOverflow(by: max(limits.expansionRatio, 1))
        let limit = overflow ? limits.expandedBodyBytes : min(limits.expandedBodyBytes, growth)
        let written = TransferDecoder(received, transferEncoding)
        var decoder = ContentDecoder(written.bytes, limit: max(limit, 0))
        var isKnown = encodings.count <= limits.nesting
        if isKnown {
            for name in encodings.reversed() {
                guard let coding = ContentCoding(name) else {
                    isKnown = false
                    break
                }
                decoder.undo(coding)
            }
        }
        let isUndone = written.isWhole && (isKnown || received.isEmpty)
        let problems = decoder.problems + (isUndone ? [] : [.badContentEncoding])
        self.bytes = decoder.bytes
        anomalies = problems.map { Anomaly(kind: $0, range: content) }
    }

    /// Whether all codings were undone and nothing is missing.
    public var isWhole: Bool { anomalies.isEmpty }
}
