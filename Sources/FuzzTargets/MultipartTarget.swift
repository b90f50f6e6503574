import SIPParsing

/// A body of any type: its parts, found in a message made around it.
enum MultipartTarget {
    static func run(_ bytes: Span<UInt8>, _ violations: inout Violations) {
        var lineEnd = 0
        while lineEnd < bytes.count, bytes[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
        var message = Array("MESSAGE sip:a@example.com SIP/2.0\r\nContent-Type: ".utf8)
        message.append(bytes, 0..<lineEnd)
        message += "\r\n\r\n".utf8
        let start = message.count
        message.append(bytes, min(lineEnd + 1, bytes.count)..<bytes.count)
        var parser = MessageParser()
        guard case .message = parser.parse(message.span) else {
            return violations.expect(false, "a Content-Type makes a message none")
        }
        // A CR alone may end the first line as well; then the rest of it holds the fields that end the header.
        guard parser.message.body == ByteRange(start..<message.count) else { return }
        BodyInvariants.check(parser.message, message.span, &violations)
    }
}
