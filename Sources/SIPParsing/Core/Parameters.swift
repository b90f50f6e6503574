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
    func openingBracket(in range: Range<Int>) -> (offset: Int?, isBalanced: Bool) {
        let bracket = offset(of: ASCII.less, from: range.lowerBound, to: range.upperBound)
        guard let quote = offset(of: ASCII.quote, from: range.lowerBound, to: bracket ?? range.upperBound) else {
            return (bracket, true)
        }
        var quoted = false
        var offset = quote
        while offset < range.upperBound {
            let byte = self[offset]
            if byte == ASCII.less, !quoted { return (offset, true) }
            if quoted, byte == ASCII.backslash { offset += 1 } else if byte == ASCII.quote { quoted.toggle() }
            offset += 1
        }
        return quoted ? (bracket, false) : (nil, true)
    }

    /// The value of the parameter `name` among `;name=value` pairs in `range`; quotes around it are left off.
    /// A parameter without a value gives an empty range.
    func parameter(_ name: CoreParameter, in range: Range<Int>) -> ByteRange? {
        guard range.upperBound <= count else { return nil }
        var offset = range.lowerBound
        while let semicolon = nextSemicolon(from: offset, to: range.upperBound) {
            var start = semicolon + 1
            while start < range.upperBound, ASCII.isWhitespace(self[start]) { start += 1 }
            let end = nextSemicolon(from: start, to: range.upperBound) ?? range.upperBound
            if let value = value(of: name, in: start..<end) { return value }
            offset = end
        }
        return nil
    }

    /// The first semicolon outside of quoted strings.
    private func nextSemicolon(from start: Int, to end: Int) -> Int? {
        guard let semicolon = offset(of: ASCII.semicolon, from: start, to: end) else { return nil }
        guard let quote = offset(of: ASCII.quote, from: start, to: semicolon) else { return semicolon }
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

    private func value(of name: CoreParameter, in range: Range<Int>) -> ByteRange? {
        let nameEnd = range.lowerBound + name.count
        guard nameEnd <= range.upperBound, lowercasedWord(from: range.lowerBound, to: nameEnd) == name.rawValue else {
            return nil
        }
        var offset = nameEnd
        while offset < range.upperBound, ASCII.isWhitespace(self[offset]) { offset += 1 }
        guard offset < range.upperBound else { return ByteRange(offset..<offset) }
        guard self[offset] == ASCII.equals else { return nil }
        offset += 1
        var end = range.upperBound
        while offset < end, ASCII.isWhitespace(self[offset]) { offset += 1 }
        while end > offset, ASCII.isWhitespace(self[end - 1]) { end -= 1 }
        if end - offset >= 2, self[offset] == ASCII.quote, self[end - 1] == ASCII.quote {
            offset += 1
            end -= 1
        }
        return ByteRange(offset..<end)
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
