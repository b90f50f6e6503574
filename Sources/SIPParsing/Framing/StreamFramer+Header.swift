/// The header section of a message as far as it has been read; offsets count from the message's first byte.
struct HeaderSection: Sendable {
    /// Where the next line begins.
    var next: Int
    /// The last header field, whose folded lines may still come.
    var field = 0..<0
    /// The last line of that field.
    var lastLine = 0..<0
    /// Whether a Via or a Call-ID is among the fields.
    var isSIP = false
    /// What the fields before it say of the body.
    var body = BodyHeader()
}

/// Reading the header section of a message as far as it tells where the message ends.
extension StreamFramer {
    /// Looks at one line of a header section; false when more bytes are needed.
    mutating func readHeaderLine(_ pending: Span<UInt8>) -> Bool {
        let start = header.next
        guard let line = lines.line(at: start, in: pending, isLast: buffer.ending != nil) else {
            guard pending.countBeforeReturns < limits.messageBytes else {
                giveUp(at: start)
                return true
            }
            if buffer.ending != nil { cutHeader(at: pending.count) }
            return buffer.ending != nil
        }
        header.next = line.end
        if line.end > limits.messageBytes {
            giveUp(at: start)
        } else if line.text.isEmpty {
            header.body.read(pending, header.field)
            header.body.end(at: line.end)
            body = BodySearch(header.body, start: line.end, limit: limits.messageBytes)
            phase = .body
        } else if ASCII.isBlank(pending[start]) {
            header.field = (header.field.isEmpty ? start : header.field.lowerBound)..<line.text.upperBound
            header.lastLine = line.text
        } else if SIPRecognizer.isStartLine(pending, line.text) {
            // A start line in a header section begins another message: the one before was cut short.
            cutHeader(at: start)
        } else if let next = startLine(pending, before: line.text) {
            cutHeader(at: next)
        } else {
            header.isSIP = header.isSIP || SIPRecognizer.isVia(pending, line.text) || isCallID(pending, line.text)
            header.body.read(pending, header.field)
            header.field = line.text
            header.lastLine = line.text
        }
        return true
    }

    /// Ends a header section that no empty line ends: as a message if it is that of one, else as bytes of none.
    private mutating func cutHeader(at end: Int) {
        if header.isSIP {
            phase = .cut(end: end)
        } else {
            skip(end)
            phase = .searching(inLine: false)
        }
    }

    private func isCallID(_ pending: Span<UInt8>, _ line: Range<Int>) -> Bool {
        pending.hasPrefix("call-id", at: line.lowerBound) || pending.hasPrefix("i:", at: line.lowerBound)
    }

    /// Where a start line stands at the end of a header field's last line before a Via.
    private func startLine(_ pending: Span<UInt8>, before line: Range<Int>) -> Int? {
        guard SIPRecognizer.isVia(pending, line), !header.lastLine.isEmpty else { return nil }
        return SIPRecognizer.embeddedStartLine(pending, header.lastLine)?.offset
    }
}
