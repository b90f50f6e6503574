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
    package func trimmed(_ range: Range<Int>) -> Range<Int> {
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

    /// The trimmed pieces between top-level separators, empty ones left out, `limit` of them at the most.
    ///
    /// Each byte is looked at once: a piece ends where the next one begins, and an open quote or bracket makes what is
    /// left the last piece.
    package func pieces(
        of range: Range<Int>, separator: UInt8, limit: Int = ParsingLimits.standard.listedValues
    ) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound, pieces.count < limit {
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

    /// The range as text with ASCII letters in lower case.
    func lowercasedText(_ range: Range<Int>) -> String {
        var kept: [UInt8] = []
        kept.reserveCapacity(range.count)
        for offset in range { kept.append(ASCII.lowercased(self[offset])) }
        return String(decoding: kept, as: UTF8.self)
    }

    /// The offset after the run of token bytes that the range begins with.
    func endOfToken(_ range: Range<Int>) -> Int {
        var offset = range.lowerBound
        while offset < range.upperBound, ASCII.isToken(self[offset]) { offset += 1 }
        return offset
    }
}
