import SIPBodies
import SIPParsing

/// A body of any type, alone and as what stands in front of it says: header fields up to an empty line, then the body.
enum BodiesTarget {
    private static let limits = ParsingLimits.standard
    /// The types that a body is read as, one of each way of reading.
    private static let types = [
        "application/sdp", "message/sipfrag", "message/sip", "application/simple-message-summary",
        "application/dtmf-relay", "text/plain", "application/reginfo+xml", "application/octet-stream",
        "multipart/mixed;boundary=b",
    ]
    /// The encodings that are undone.
    private static let encodings: [([String], TransferEncoding)] = [
        (["gzip"], .identity), (["deflate"], .identity), (["gzip", "deflate"], .identity), ([], .base64),
        (["deflate"], .base64), ([], .quotedPrintable), ([], .other),
    ]

    /// The length chooses type and encodings, so that the fuzzer does, and each input costs little.
    static func run(_ bytes: Span<UInt8>, _ violations: inout Violations) {
        check(message("", bytes), &violations)
        check(message("Content-Type: \(types[bytes.count % types.count])\r\n\r\n", bytes), &violations)
        let content = ByteRange(0..<bytes.count)
        let (codings, transfer) = encodings[bytes.count % encodings.count]
        let body = ExpandedBody(bytes, content: content, encodings: codings, transferEncoding: transfer)
        check(body, content, &violations)
    }

    /// A message whose header section goes on in the bytes, unless `fields` end it.
    private static func message(_ fields: String, _ bytes: Span<UInt8>) -> [UInt8] {
        var message = Array("MESSAGE sip:a@example.com SIP/2.0\r\n\(fields)".utf8)
        message.append(bytes, 0..<bytes.count)
        return message
    }

    private static func check(_ bytes: [UInt8], _ violations: inout Violations) {
        var parser = MessageParser()
        guard parser.parse(bytes.span).isMessage else {
            return violations.expect(false, "header fields make a message none")
        }
        let message = parser.message
        let summaries = BodySummary.list(bytes.span, message)
        violations.expect(
            summaries == BodySummary.list(bytes.span, message), "bodies say something else the second time")
        violations.expect(summaries.count, atMost: limits.bodyParts + 1, "summaries")
        for summary in summaries { check(summary, message.body.range, &violations) }
        for part in message.bodyParts(bytes.span).parts {
            let body = ExpandedBody(bytes.span, part)
            check(body, part.content, &violations)
            let isKept = part.isEncoded || body.bytes.count == part.content.range.count
            violations.expect(isKept, "a body without encodings is expanded")
        }
    }

    private static func check(_ summary: BodySummary, _ body: Range<Int>, _ violations: inout Violations) {
        violations.expect(!summary.text.isEmpty, "a summary of no words")
        violations.expect(summary.text.unicodeScalars.count, atMost: BodySummary.longestText, "characters of a summary")
        let isSafe = summary.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
        violations.expect(isSafe, "a control character in a summary")
        for anomaly in summary.anomalies {
            violations.expect(anomaly.range, inside: body, "the anomaly \(anomaly.kind.name)")
        }
    }

    private static func check(_ body: ExpandedBody, _ content: ByteRange, _ violations: inout Violations) {
        let (growth, overflow) = content.range.count.multipliedReportingOverflow(by: limits.expansionRatio)
        // What is not encoded, or cannot be decoded, stays as long as it came.
        let longest = max(overflow ? .max : min(limits.expandedBodyBytes, growth), content.range.count)
        violations.expect(body.bytes.count, atMost: longest, "bytes of an expanded body")
        violations.expect(body.isWhole == body.anomalies.isEmpty, "a body is whole and is not")
        violations.expect(
            body.anomalies.allSatisfy { $0.range == content }, "an anomaly elsewhere than at the expanded body")
    }
}
