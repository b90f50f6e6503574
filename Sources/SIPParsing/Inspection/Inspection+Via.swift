/// Via, Warning and Call-ID (RFC 3261 section 25.1).
extension Inspection {
    /// sent-protocol LWS sent-by, and parameters.
    mutating func inspectVia(_ form: HeaderForm, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let end = range.upperBound
        guard let hostEnd = endOfSentBy(bytes, range) else {
            let stop = bytes.endOfPiece(from: range.lowerBound, to: end, isListed: true)
            note(.badVia, range.lowerBound..<max(stop, range.lowerBound + 1))
            return inspectParameters(form, bytes, stop..<end)
        }
        var offset = bytes.endOfWhitespace(from: hostEnd, to: end)
        if bytes.has(ASCII.colon, at: offset, before: end) {
            let port = bytes.endOfWhitespace(from: offset + 1, to: end)
            offset = bytes.end(of: .digits, from: port, to: end)
            if offset == port { note(.badVia, hostEnd..<port) }
            if bytes.cappedNumber(port..<offset) > 65_535 { note(.numberOutOfRange, port..<offset) }
        }
        return inspectParameters(form, bytes, offset..<end)
    }

    /// The offset after the host of sent-by, or nil where sent-protocol or host break the grammar.
    private func endOfSentBy(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let end = range.upperBound
        var offset = range.lowerBound
        for part in 0..<3 {
            let token = bytes.end(of: .token, from: offset, to: end)
            let next = bytes.endOfWhitespace(from: token, to: end)
            guard token > offset else { return nil }
            if part == 2 {
                return next > token ? bytes.endOfHost(from: next, to: end) : nil
            }
            guard bytes.has(ASCII.slash, at: next, before: end) else { return nil }
            offset = bytes.endOfWhitespace(from: next + 1, to: end)
        }
        return nil
    }

    /// warn-code SP warn-agent SP warn-text.
    mutating func inspectWarning(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let (start, end) = (range.lowerBound, range.upperBound)
        let code = bytes.end(of: .digits, from: start, to: end)
        guard code > start else { return start }
        if code - start != 3 { note(.numberOutOfRange, start..<code) }
        let agent = bytes.endOfWhitespace(from: code, to: end)
        let agentEnd = endOfAgent(bytes, agent..<end)
        let text = bytes.endOfWhitespace(from: agentEnd, to: end)
        guard agent > code, agentEnd > agent, text > agentEnd, bytes.has(ASCII.quote, at: text, before: end) else {
            return code
        }
        return bytes.endOfQuotedString(from: text, to: end) ?? text
    }

    /// hostport or a token.
    private func endOfAgent(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let end = range.upperBound
        var offset = bytes.end(of: .token, from: range.lowerBound, to: end)
        if offset == range.lowerBound { offset = bytes.endOfHost(from: offset, to: end) ?? offset }
        guard bytes.has(ASCII.colon, at: offset, before: end) else { return offset }
        return bytes.end(of: .digits, from: offset + 1, to: end)
    }

    /// word [ "@" word ].
    mutating func inspectCallID(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let word = bytes.end(of: .word, from: range.lowerBound, to: range.upperBound)
        guard word > range.lowerBound, bytes.has(ASCII.at, at: word, before: range.upperBound) else { return word }
        let host = bytes.end(of: .word, from: word + 1, to: range.upperBound)
        return host > word + 1 ? host : word
    }
}
