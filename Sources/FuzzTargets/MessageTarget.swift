import SIPParsing

/// One message: where its parts stand, and that it is read the same once more, and without what follows it.
enum MessageTarget {
    private static let limits = ParsingLimits.standard
    /// A message of all that a parser keeps, so that something of it is left over if the next one does not clear it.
    private static let earlier = Array(
        """
        SUBSCRIBE sip:a@example.com SIP/2.0\r
        Via: SIP/2.0/UDP b.example.com;branch=z9hG4bKx,SIP/2.0/TCP c.example.com\r
        From: <sip:a@example.com>;tag=1\r
        To: <sip:b@example.com>;tag=2\r
        To: twice\r
        no colon\r
        Call-ID: x@example.com\r
        CSeq: 7 SUBSCRIBE\r
        Content-Length: 900\r
        \r
        body
        """.utf8)

    static func run(_ bytes: Span<UInt8>, _ violations: inout Violations) {
        _ = SIPRecognizer.looksLikeSIP(bytes)
        checkFragment(bytes, &violations)
        var parser = MessageParser()
        let isMessage = if case .message = parser.parse(bytes) { true } else { false }
        var used = MessageParser()
        _ = used.parse(earlier.span)
        let isMessageAgain = if case .message = used.parse(bytes) { true } else { false }
        violations.expect(isMessage == isMessageAgain, "a message to one parser is none to another")
        guard isMessage else { return }
        let message = parser.message
        violations.expect(
            MessageShape(message) == MessageShape(used.message), "a parser reads differently after another message")
        checkPlaces(message, bytes, &violations)
        checkFields(message, bytes, &violations)
        checkCut(message, bytes, &violations)
        BodyInvariants.check(message, bytes, &violations)
    }

    private static func checkPlaces(_ message: Message, _ bytes: Span<UInt8>, _ violations: inout Violations) {
        let extent = message.extent.range
        violations.expect(message.extent, inside: 0..<bytes.count, "the message")
        violations.expect(message.body, inside: extent, "the body")
        violations.expect(
            message.body.range.upperBound == extent.upperBound, "the message does not end where its body does")
        for place in message.places where place != .empty {
            violations.expect(place, inside: extent, "a part of the message")
        }
        violations.expect(message.anomalies.count, atMost: limits.anomalies, "anomalies")
        for anomaly in message.anomalies {
            violations.expect(anomaly.range, inside: 0..<bytes.count, "the anomaly \(anomaly.kind.name)")
        }
    }

    private static func checkFields(_ message: Message, _ bytes: Span<UInt8>, _ violations: inout Violations) {
        violations.expect(message.fields.count, atMost: limits.headerFields, "header fields")
        var offset = message.extent.range.lowerBound
        for field in message.fields {
            let header = offset..<message.body.range.lowerBound
            violations.expect(field.nameRange, inside: header, "the name of a header field")
            violations.expect(
                field.value, inside: field.nameRange.range.upperBound..<header.upperBound, "the value of a header field"
            )
            offset = field.value.range.upperBound
            guard offset <= bytes.count else { return }
            HeaderReading.check(field.value, in: bytes, of: field.name, &violations)
        }
        for name in HeaderName.allCases {
            let values = message.all(name)
            violations.expect(message.first(name) == values.first, "the first \(name) is another one than of all")
        }
    }

    /// The bytes of the message alone, without those around it, are the same message.
    private static func checkCut(_ message: Message, _ bytes: Span<UInt8>, _ violations: inout Violations) {
        let extent = message.extent.range
        guard extent.upperBound <= bytes.count, extent.count < bytes.count else { return }
        var parser = MessageParser()
        guard case .message = parser.parse(bytes.extracting(extent)) else {
            return violations.expect(false, "cut out of what stands around it, it is no message")
        }
        // Where the list of anomalies is full, leaving one out makes room for another.
        guard message.anomalies.count < limits.anomalies else { return }
        violations.expect(
            MessageShape(message, from: extent.lowerBound, outside: [.bytesAfterBody])
                == MessageShape(parser.message, outside: [.bytesAfterBody]),
            "cut out of what stands around it, it reads differently")
    }

    /// The same bytes as a piece of a message.
    private static func checkFragment(_ bytes: Span<UInt8>, _ violations: inout Violations) {
        guard let piece = Sipfrag(bytes, ByteRange(0..<bytes.count)) else { return }
        violations.expect(piece.fields.count, atMost: limits.headerFields, "header fields of a sipfrag")
        for field in piece.fields {
            violations.expect(field.nameRange, inside: 0..<bytes.count, "the name of a field of a sipfrag")
            violations.expect(field.value, inside: 0..<bytes.count, "the value of a field of a sipfrag")
        }
    }
}
