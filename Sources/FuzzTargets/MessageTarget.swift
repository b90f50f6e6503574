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
        for framing in MessageFraming.allCases {
            var parser = MessageParser()
            let isMessage = parser.parse(bytes, framing: framing).isMessage
            var used = MessageParser()
            _ = used.parse(earlier.span, framing: .datagram)
            violations.expect(
                used.parse(bytes, framing: framing).isMessage == isMessage,
                "a message to one parser is none to another")
            guard isMessage else { return }
            let message = parser.message
            violations.expect(
                MessageShape(message) == MessageShape(used.message), "a parser reads differently after another message")
            // Where a CR alone only seems to end the start line, the parser leaves half a message; its body is nowhere.
            guard message.body != .empty else { continue }
            checkPlaces(message, bytes, &violations)
            checkCut(message, framing, bytes, &violations)
            InspectionInvariants.check(message, bytes, &violations)
            BodyInvariants.check(message, bytes, &violations)
            // What the header section says does not depend on the transport.
            if framing == .datagram { checkFields(message, bytes, &violations) }
        }
    }

    private static func checkPlaces(_ message: Message, _ bytes: Span<UInt8>, _ violations: inout Violations) {
        let extent = message.extent.range
        violations.expect(message.extent, inside: 0..<bytes.count, "the message")
        violations.expect(message.body, inside: extent, "the body")
        violations.expect(
            message.header.range.upperBound == message.body.range.lowerBound
                && message.body.range.upperBound == extent.upperBound,
            "header section, body and message do not end where the next begins")
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
    private static func checkCut(
        _ message: Message, _ framing: MessageFraming, _ bytes: Span<UInt8>, _ violations: inout Violations
    ) {
        let extent = message.extent.range
        guard extent.upperBound <= bytes.count, extent.count < bytes.count else { return }
        // Whether a CR alone ends a line shows in what follows it, perhaps outside of the message.
        guard !bytes.hasLoneReturn(in: extent) else { return }
        var parser = MessageParser()
        guard parser.parse(bytes.extracting(extent), framing: framing).isMessage else {
            return violations.expect(false, "cut out of what stands around it, it is no message")
        }
        // Where the list of anomalies is full, leaving one out makes room for another.
        guard message.anomalies.count < limits.anomalies else { return }
        // Blanks before the message and bytes behind it are not there any more.
        let outside: Set<Anomaly.Kind> = [.bytesAfterBody, .startLineSpacing]
        violations.expect(
            MessageShape(message, from: extent.lowerBound, outside: outside)
                == MessageShape(parser.message, outside: outside),
            "cut out of what stands around it, it reads differently")
    }

    /// The same bytes as a piece of a message.
    private static func checkFragment(_ bytes: Span<UInt8>, _ violations: inout Violations) {
        guard let piece = Sipfrag(bytes, ByteRange(0..<bytes.count)) else { return }
        SipfragInvariants.check(piece, inside: 0..<bytes.count, &violations)
    }
}

extension ParseResult {
    /// Whether it is one.
    var isMessage: Bool {
        if case .message = self { true } else { false }
    }
}
