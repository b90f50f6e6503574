import SIPParsing

/// A byte stream: its messages are the same however it is cut into segments.
enum StreamTarget {
    /// Streams up to this long are also fed byte by byte.
    private static let longestSingles = 1024
    /// A body may take so many bytes of the next start line, which then belong to both messages.
    private static let longestOverlap = 255

    static func run(_ bytes: Span<UInt8>, _ violations: inout Violations) {
        _ = SIPRecognizer.looksLikeSIP(bytes)
        check(bytes, ParsingLimits(), &violations)
        var small = ParsingLimits()
        small.messageBytes = 512
        check(bytes, small, &violations)
    }

    private static func check(_ bytes: Span<UInt8>, _ limits: ParsingLimits, _ violations: inout Violations) {
        let count = bytes.count
        let limit = "limit \(limits.messageBytes)"
        let whole = StreamReading(bytes, 0..<count, limits, .lent) { _ in count }
        checkMessages(whole, bytes, limits, &violations)
        // The lengths of the pieces are bytes of the stream, so that the fuzzer chooses them.
        let pieces = StreamReading(bytes, 0..<count, limits, .copied) { Int(bytes[$0]) + 1 }
        expectSame(whole, pieces, "in pieces, \(limit)", &violations)
        if count <= longestSingles {
            let singles = StreamReading(bytes, 0..<count, limits, .lent) { _ in 1 }
            expectSame(whole, singles, "byte by byte, \(limit)", &violations)
        }
        guard count >= 2 else { return }
        let gap = (Int(bytes[0]) << 8 | Int(bytes[1])) % count
        let cut = StreamReading(bytes, 0..<count, limits, .lent, gap: gap) { $0 < gap ? gap - $0 : count }
        let late = StreamReading(bytes, 0..<count, limits, .late, gap: gap) {
            min(Int(bytes[$0]) + 1, $0 < gap ? gap - $0 : count)
        }
        expectSame(cut, late, "in pieces with a gap at \(gap), \(limit)", &violations)
        let before = StreamReading(bytes, 0..<gap, limits, .copied) { _ in count }
        guard !before.wasForeign, !cut.wasForeign else { return }
        violations.expect(
            cut.messages.starts(with: before.messages), "other messages before a gap at \(gap), \(limit)")
    }

    private static func expectSame(
        _ one: StreamReading, _ other: StreamReading, _ how: String, _ violations: inout Violations
    ) {
        // A stream taken for something else is looked into only where a segment begins.
        guard !one.wasForeign, !other.wasForeign else { return }
        violations.expect(
            one.messages == other.messages,
            "other messages \(how): \(other.messages.count) instead of \(one.messages.count)")
        violations.expect(
            one.skippedBefore == other.skippedBefore && one.skippedBytes == other.skippedBytes,
            "\(other.skippedBytes) bytes skipped \(how) instead of \(one.skippedBytes)")
        violations.expect(
            one.oversizeMessages == other.oversizeMessages,
            "\(other.oversizeMessages) messages over the limit \(how) instead of \(one.oversizeMessages)")
    }

    private static func checkMessages(
        _ reading: StreamReading, _ bytes: Span<UInt8>, _ limits: ParsingLimits, _ violations: inout Violations
    ) {
        var end = 0
        var total = reading.skippedBytes + reading.keepAliveBytes
        for message in reading.messages {
            let overlap = max(end - message.offset, 0)
            violations.expect(overlap, atMost: longestOverlap, "bytes in two messages")
            end = message.offset + message.bytes.count
            total += message.bytes.count - overlap
            guard end <= bytes.count else { return violations.expect(false, "a message leaves the stream") }
            violations.expect(message.bytes.count, atMost: limits.messageBytes, "bytes of a message")
            var original: [UInt8] = []
            original.append(bytes, message.offset..<end)
            violations.expect(
                message.bytes == original, "a message of other bytes than the stream has at \(message.offset)")
            for anomaly in message.anomalies {
                violations.expect(anomaly.range, inside: 0..<message.bytes.count, "the anomaly \(anomaly.kind.name)")
            }
            checkParsed(message, &violations)
        }
        violations.expect(
            total == bytes.count, "\(total) of \(bytes.count) bytes skipped, in messages or keeping the stream open")
    }

    /// The parser takes each message for one, of all its bytes; a length that the framer believes it finds as well.
    private static func checkParsed(_ message: StreamReading.Message, _ violations: inout Violations) {
        var parser = MessageParser()
        let isMessage = parser.parse(message.bytes.span, framing: .stream).isMessage
        let parsed = parser.message
        violations.expect(
            !isMessage || parsed.extent == ByteRange(0..<message.bytes.count),
            "a message of \(message.bytes.count) bytes that the parser ends at \(parsed.extent.range)")
        // To the framer a CR alone ends any line, to the parser only where what follows fits.
        guard !message.bytes.span.hasLoneReturn(in: 0..<message.bytes.count) else { return }
        violations.expect(isMessage, "a message of the stream that the parser takes for none")
        guard isMessage, message.isComplete, message.anomalies.isEmpty, let length = parsed.contentLength else {
            return
        }
        violations.expect(
            parsed.body.range.count == length, "a body of \(parsed.body.range.count) bytes where \(length) were said")
    }
}
