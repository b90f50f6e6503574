/// The parameters that correlation needs: their names as `lowercasedWord` reads them.
enum CoreParameter: UInt64 {
    case tag = 0x67_6174
    case branch = 0x6863_6E61_7262

    /// The length of the name.
    var count: Int { (71 - rawValue.leadingZeroBitCount) / 8 }
}

/// Finding `;name=value` parameters and the ends of addresses.
extension Span where Element == UInt8 {
    /// The offset where the header parameters of a name-addr or addr-spec begin (RFC 3261 section 20.10), and whether
    /// all quotes and brackets before it are closed.
    func endOfAddress(in range: Range<Int>) -> (offset: Int, isBalanced: Bool) {
        guard range.upperBound <= count else { return (range.lowerBound, false) }
        let (bracket, isBalanced) = openingBracket(in: range)
        if let bracket {
            let close = offset(of: ASCII.greater, from: bracket, to: range.upperBound)
            return close.map { ($0 + 1, isBalanced) } ?? (range.upperBound, false)
        }
        let semicolon = offset(of: ASCII.semicolon, from: range.lowerBound, to: range.upperBound)
        return (semicolon ?? range.upperBound, isBalanced)
    }

    /// The first `<` outside of quoted strings and whether they are closed; where one is not, the first `<` at all.
    package func openingBracket(in range: Range<Int>) -> (offset: Int?, isBalanced: Bool) {
        let first = offset(of: ASCII.less, from: range.lowerBound, to: range.upperBound)
        var bracket = first
        var start = range.lowerBound
        while let quote = offset(of: ASCII.quote, from: start, to: bracket ?? range.upperBound) {
            guard let close = closingQuote(from: quote + 1, to: range.upperBound) else { return (first, false) }
            start = close + 1
            if let passed = bracket, passed < start {
                bracket = offset(of: ASCII.less, from: start, to: range.upperBound)
            }
        }
        return (bracket, true)
    }

    /// The quote that closes a quoted string whose text begins at `start`.
    private func closingQuote(from start: Int, to end: Int) -> Int? {
        var offset = start
        while let quote = self.offset(of: ASCII.quote, from: offset, to: end) {
            var backslashes = 0
            while quote - backslashes > start, self[quote - backslashes - 1] == ASCII.backslash { backslashes += 1 }
            if backslashes.isMultiple(of: 2) { return quote }
            offset = quote + 1
        }
        return nil
    }

    /// The value of the parameter `name` among `;name=value` pairs in `range`; quotes around it are left off.
    /// A parameter without a value gives an empty range.
    func parameter(_ name: CoreParameter, in range: Range<Int>) -> ByteRange? {
        guard range.upperBound <= count else { return nil }
        var semicolon = nextSemicolon(from: range.lowerBound, to: range.upperBound)
        while var start = semicolon {
            start &+= 1
            while start < range.upperBound, ASCII.isWhitespace(self[start]) { start &+= 1 }
            let nameEnd = start &+ name.count
            semicolon = nextSemicolon(from: start, to: range.upperBound)
            let end = semicolon ?? range.upperBound
            if nameEnd <= end, lowercasedWord(from: start, to: nameEnd) == name.rawValue,
                let value = parameterValue(from: nameEnd, to: end)
            {
                return value
            }
        }
        return nil
    }

    /// The first semicolon outside of quoted strings.
    @inline(__always)
    private func nextSemicolon(from start: Int, to end: Int) -> Int? {
        guard let semicolon = offset(of: ASCII.semicolon, from: start, to: end) else { return nil }
        guard let quote = offset(of: ASCII.quote, from: start, to: semicolon) else { return semicolon }
        return semicolonBehindQuotes(from: quote, to: end)
    }

    private func semicolonBehindQuotes(from quote: Int, to end: Int) -> Int? {
        var quoted = false
        var offset = quote
        while offset < end {
            let byte = self[offset]
            if byte == ASCII.quote { quoted.toggle() }
            if quoted, byte == ASCII.backslash { offset += 1 }
            if byte == ASCII.semicolon, !quoted { return offset }
            offset += 1
        }
        return nil
    }

    /// What stands behind the equals sign that follows a parameter's name; nil where the name goes on.
    private func parameterValue(from nameEnd: Int, to rangeEnd: Int) -> ByteRange? {
        var start = nameEnd
        while start < rangeEnd, ASCII.isWhitespace(self[start]) { start &+= 1 }
        guard start < rangeEnd else { return ByteRange(from: start, to: start) }
        guard self[start] == ASCII.equals else { return nil }
        start &+= 1
        while start < rangeEnd, ASCII.isWhitespace(self[start]) { start &+= 1 }
        if start < rangeEnd, self[start] == ASCII.quote, let close = closingQuote(from: start + 1, to: rangeEnd) {
            return ByteRange(from: start + 1, to: close)
        }
        // A token holds no white space and no quote: what stands behind them belongs to something else. Control characters
        // are noted elsewhere, and kept.
        var end = endOfText(from: start, to: rangeEnd)
        while end < rangeEnd, !ASCII.isWhitespace(self[end]), self[end] != ASCII.quote {
            end = endOfText(from: end + 1, to: rangeEnd)
        }
        return ByteRange(from: start, to: end)
    }

    /// Whether lower-case `text` stands at `start`, in any case.
    func hasPrefix(_ text: String, at start: Int) -> Bool {
        guard start >= 0, start + text.utf8.count <= count else { return false }
        var offset = start
        for byte in text.utf8 {
            if byte != ASCII.lowercased(self[offset]) { return false }
            offset += 1
        }
        return true
    }
}
