/// Reading text out of a value: quoted strings, escapes and folds (RFC 3261 sections 7.3.1 and 25.1).
extension Span where Element == UInt8 {
    /// The range as text, line folds read as one space; where it is one quoted string, without quotes and backslashes.
    ///
    /// A quote that is never closed is left off, too. Text behind a closing quote makes all of it plain text.
    func plainText(_ untrimmed: Range<Int>) -> String {
        let range = trimmed(untrimmed)
        guard let first = range.first, self[first] == ASCII.quote else { return unfoldedText(range) }
        let close = endOfQuotedString(range)
        guard (close ?? range.upperBound) >= range.upperBound - 1 else { return unfoldedText(range) }
        return unfoldedText((first + 1)..<(close ?? range.upperBound), unescaping: true)
    }

    /// The offset of the quote that closes the one at the start of the range.
    private func endOfQuotedString(_ range: Range<Int>) -> Int? {
        var offset = range.lowerBound + 1
        while offset < range.upperBound {
            if self[offset] == ASCII.quote { return offset }
            offset += self[offset] == ASCII.backslash ? 2 : 1
        }
        return nil
    }

    /// The range as text, line folds read as one space (RFC 3261 section 7.3.1), and with `unescaping` without the
    /// backslashes of quoted-pairs.
    func unfoldedText(_ range: Range<Int>, unescaping: Bool = false) -> String {
        for offset in range {
            let byte = self[offset]
            if byte == ASCII.carriageReturn || byte == ASCII.lineFeed || (unescaping && byte == ASCII.backslash) {
                return rewrittenText(range, unescaping: unescaping)
            }
        }
        return text(ByteRange(range))
    }

    private func rewrittenText(_ range: Range<Int>, unescaping: Bool) -> String {
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
}
