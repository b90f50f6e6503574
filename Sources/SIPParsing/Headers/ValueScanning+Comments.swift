/// Reading comments in parentheses (RFC 3261 section 25.1).
extension Span where Element == UInt8 {
    /// The offset of the parenthesis that closes the one at the start of the range.
    ///
    /// Nil where none does, or where comments stand inside of one another deeper than `ParsingLimits.nesting`: such a
    /// comment takes all that is left.
    func endOfComment(_ range: Range<Int>) -> Int? {
        var depth = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            switch self[offset] {
            case ASCII.backslash: offset += 1
            case ASCII.openingParenthesis:
                depth += 1
                if depth > ParsingLimits.standard.nesting { return nil }
            case ASCII.closingParenthesis:
                depth -= 1
                if depth == 0 { return offset }
            default: break
            }
            offset += 1
        }
        return nil
    }

    /// The comment that begins the range, without its parentheses and backslashes, and the offset behind it.
    func leadingComment(_ range: Range<Int>) -> (text: String, end: Int)? {
        guard let first = range.first, self[first] == ASCII.openingParenthesis else { return nil }
        let close = endOfComment(range)
        let text = unfoldedText(trimmed((first + 1)..<(close ?? range.upperBound)), unescaping: true)
        return (text, close.map { $0 + 1 } ?? range.upperBound)
    }

    /// The offset of the first byte that is no white space, or the end.
    func skipWhitespace(_ range: Range<Int>) -> Int {
        var offset = range.lowerBound
        while offset < range.upperBound, ASCII.isWhitespace(self[offset]) { offset += 1 }
        return offset
    }
}
