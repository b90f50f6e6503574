import SIPParsing

/// A byte stream: its messages are the same however it is cut into segments.
enum StreamTarget {
    /// Streams up to this long are also fed byte by byte.
    private static let longestSingles = 1024
    private static let longestNoise = 4096

    static func run(_ bytes: Span<UInt8>, _ violations: inout Violations) {
        _ = SIPRecognizer.looksLikeSIP(bytes)
        check(bytes, ParsingLimits(), &violations)
        var small = ParsingLimits()
        small.messageBytes = 512
        check(bytes, small, &violations)
    }

    private static func check(_ bytes: Span<UInt8>, _ limits: ParsingLimits, _ violations: inout Violations) {
        let count = bytes.count
        let limit = "limit \(limits.messageBytes), \(hasLongLine(bytes) ? "a long line" : "short lines")"
        let whole = StreamReading(bytes, 0..<count, limits) { _ in count }
        checkMessages(whole, bytes, limits, &violations)
        // The lengths of the pieces are bytes of the stream, so that the fuzzer chooses them.
        let pieces = StreamReading(bytes, 0..<count, limits) { Int(bytes[$0]) + 1 }
        expectSame(whole, pieces, "in pieces, \(limit)", &violations)
        if count <= longestSingles {
            let singles = StreamReading(bytes, 0..<count, limits) { _ in 1 }
            expectSame(whole, singles, "byte by byte, \(limit)", &violations)
        }
        guard count >= 2 else { return }
        let gap = (Int(bytes[0]) << 8 | Int(bytes[1])) % count
        let before = StreamReading(bytes, 0..<gap, limits) { _ in count }
        let after = StreamReading(bytes, gap..<count, limits) { _ in count }
        let both = StreamReading(bytes, 0..<count, limits, gap: gap) { $0 < gap ? gap - $0 : count }
        expectSame(before.followed(by: after), both, "with a gap at \(gap), \(limit)", &violations)
    }

    /// Whether a line is longer than what a framer keeps of bytes that look like no message.
    private static func hasLongLine(_ bytes: Span<UInt8>) -> Bool {
        var start = 0
        for offset in 0..<bytes.count where bytes[offset] == UInt8(ascii: "\n") {
            if offset - start > longestNoise { return true }
            start = offset
        }
        return bytes.count - start > longestNoise
    }

    private static func expectSame(
        _ one: StreamReading, _ other: StreamReading, _ how: String, _ violations: inout Violations
    ) {
        // A stream taken for something else is looked into only where a segment begins.
        guard !one.wasForeign, !other.wasForeign else { return }
        violations.expect(
            one.messages == other.messages,
            "other messages \(how): \(other.messages.count) instead of \(one.messages.count)")
    }

    private static func checkMessages(
        _ reading: StreamReading, _ bytes: Span<UInt8>, _ limits: ParsingLimits, _ violations: inout Violations
    ) {
        var end = 0
        var total = reading.skippedBytes
        var parser = MessageParser()
        for message in reading.messages {
            let start = message.offset
            violations.expect(start >= end, "a message at \(start) inside of the one before")
            end = start + message.bytes.count
            total += message.bytes.count
            violations.expect(message.bytes.count, atMost: limits.messageBytes, "bytes of a message")
            guard end <= bytes.count else { return violations.expect(false, "a message leaves the stream") }
            var original: [UInt8] = []
            original.append(bytes, start..<end)
            violations.expect(message.bytes == original, "a message of other bytes than the stream has at \(start)")
            guard case .message = parser.parse(message.bytes.span) else {
                violations.expect(false, "a message of the stream that the parser takes for none")
                continue
            }
            violations.expect(
                parser.message.extent == ByteRange(0..<message.bytes.count),
                "a message of \(message.bytes.count) bytes that the parser ends at \(parser.message.extent.range)")
        }
        violations.expect(total, atMost: bytes.count, "bytes skipped or in messages")
    }
}
