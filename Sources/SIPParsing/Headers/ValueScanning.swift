/// What the header types share: trimming, splitting and unquoting of a value (RFC 3261 section 25.1).
extension Span where Element == UInt8 {
    /// The offsets of a value, or nil when it lies outside of the span.
    func bounds(_ value: ByteRange) -> Range<Int>? {
        value.range.upperBound <= count ? value.range : nil
    }

    /// The offsets of a value without the white space around it, or nil when it lies outside of the span.
    func trimmedBounds(_ value: ByteRange) -> Range<Int>? {
        guard let range = bounds(value) else { return nil }
        return trimmed(range)
    }

    /// The range without the white space at its ends, line folds included.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, ASCII.isWhitespace(self[start]) { start += 1 }
        while end > start, ASCII.isWhitespace(self[end - 1]) { end -= 1 }
        return start..<end
    }

    /// The offset of the first `byte` that stands outside of quoted strings and angle brackets.
    ///
    /// A quote or bracket that is never closed reaches to the end.
    func topLevelOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
        var offset = range.lowerBound
        var quoted = false
        var bracketed = false
        while offset < range.upperBound {
            let current = self[offset]
            if quoted {
                if current == ASCII.backslash { offset += 1 } else if current == ASCII.quote { quoted = false }
            } else if bracketed {
                if current == ASCII.greater { bracketed = false }
            } else if current == byte {
                return offset
            } else if current == ASCII.quote {
                quoted = true
            } else if current == ASCII.less {
                bracketed = true
            }
            offset += 1
        }
        return nil
    }

    /// The trimmed pieces between top-level separators, empty ones left out, as far as `ParsingLimits.listedValues`.
    func pieces(of range: Range<Int>, separator: UInt8) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound, pieces.count < ParsingLimits.standard.listedValues {
            let end = topLevelOffset(of: separator, in: start..<range.upperBound) ?? range.upperBound
            let piece = trimmed(start..<end)
            if !piece.isEmpty { pieces.append(piece) }
            start = end + 1
        }
        return pieces
    }

    /// Each value of a comma-separated list, made into a type; values that do not fit it are left out.
    func list<Value>(_ value: ByteRange, _ make: (ByteRange) -> Value?) -> [Value] {
        guard let range = bounds(value) else { return [] }
        return pieces(of: range, separator: ASCII.comma).compactMap { make(ByteRange($0)) }
    }

    /// The range as text, line folds read as one space; a quoted string loses its quotes and backslashes, other text
    /// its backslashes only when `unescaping`, which comments ask for.
    func plainText(_ untrimmed: Range<Int>, unescaping: Bool = false) -> String {
        var range = trimmed(untrimmed)
        let isQuoted = range.count >= 2 && self[range.lowerBound] == ASCII.quote
        if isQuoted {
            let isClosed = self[range.upperBound - 1] == ASCII.quote
            range = (range.lowerBound + 1)..<(range.upperBound - (isClosed ? 1 : 0))
        }
        let unescapes = isQuoted || unescaping
        for offset in range {
            let byte = self[offset]
            if byte == ASCII.carriageReturn || byte == ASCII.lineFeed || (unescapes && byte == ASCII.backslash) {
                return cleanedText(range, unescaping: unescapes)
            }
        }
        return text(ByteRange(range))
    }

    private func cleanedText(_ range: Range<Int>, unescaping: Bool) -> String {
        var kept: [UInt8] = []
        kept.reserveCapacity(range.count)
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = self[offset]
            if byte == ASCII.carriageReturn || byte == ASCII.lineFeed {
                while offset < range.upperBound, ASCII.isWhitespace(self[offset]) { offset += 1 }
                while let last = kept.last, ASCII.isBlank(last) { kept.removeLast() }
                kept.append(ASCII.space)
                continue
            }
            if unescaping, byte == ASCII.backslash, offset + 1 < range.upperBound { offset += 1 }
            kept.append(self[offset])
            offset += 1
        }
        return String(decoding: kept, as: UTF8.self)
    }

    /// The range as text with ASCII letters in lower case.
    func lowercasedText(_ range: Range<Int>) -> String {
        var kept: [UInt8] = []
        kept.reserveCapacity(range.count)
        for offset in range { kept.append(ASCII.lowercased(self[offset])) }
        return String(decoding: kept, as: UTF8.self)
    }

    /// 1*DIGIT and nothing else, when it fits.
    func number(_ untrimmed: Range<Int>) -> UInt32? {
        let range = trimmed(untrimmed)
        guard let (number, end) = leadingNumber(range), end == range.upperBound else { return nil }
        return number
    }

    /// 1*DIGIT at the start of the range and the offset after it, when it fits.
    func leadingNumber(_ range: Range<Int>) -> (value: UInt32, end: Int)? {
        var value: UInt32 = 0
        var offset = range.lowerBound
        while offset < range.upperBound, let digit = ASCII.digit(self[offset]) {
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(UInt32(digit))
            guard !overflow, !carry else { return nil }
            value = sum
            offset += 1
        }
        return offset > range.lowerBound ? (value, offset) : nil
    }

    /// The offset after the run of token bytes that the range begins with.
    func endOfToken(_ range: Range<Int>) -> Int {
        var offset = range.lowerBound
        while offset < range.upperBound, ASCII.isToken(self[offset]) { offset += 1 }
        return offset
    }

    /// host [ COLON port ], white space around the colon allowed, an IPv6 host in brackets (RFC 3261 section 25.1).
    ///
    /// What stands behind the last colon but is no port stays part of the host, as does an IPv6 address without brackets.
    func hostAndPort(_ untrimmed: Range<Int>) -> (host: String, port: UInt16?) {
        let range = trimmed(untrimmed)
        var colon = range.upperBound
        while colon > range.lowerBound, self[colon - 1] != ASCII.colon, self[colon - 1] != ASCII.closingBracket {
            colon -= 1
        }
        guard colon > range.lowerBound, self[colon - 1] == ASCII.colon,
            offset(of: ASCII.colon, from: range.lowerBound, to: colon - 1) == nil
                || self[range.lowerBound] == ASCII.openingBracket,
            let port = number(colon..<range.upperBound).flatMap({ UInt16(exactly: $0) })
        else { return (lowercasedText(range), nil) }
        return (lowercasedText(trimmed(range.lowerBound..<(colon - 1))), port)
    }
}
