/// Comments in parentheses, and the products between them (RFC 3261 section 25.1).
extension Inspection {
    /// server-val *( LWS server-val ).
    mutating func inspectProducts(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let end = range.upperBound
        var offset = range.lowerBound
        while offset < end {
            if bytes[offset] == ASCII.openingParenthesis {
                offset = inspectComment(bytes, offset..<end, flaw: .badProduct)
            } else {
                let stop = bytes.end(of: .product, from: offset, to: end)
                guard stop > offset else { return offset }
                offset = stop
            }
            offset = bytes.endOfWhitespace(from: offset, to: end)
        }
        return offset
    }

    /// The comment at the start of the range, and those inside of it; returns the offset after it. One that is never closed
    /// is the flaw.
    mutating func inspectComment(_ bytes: Span<UInt8>, _ range: Range<Int>, flaw: Anomaly.Kind) -> Int {
        var depth = 0
        var isTooDeep = false
        var offset = range.lowerBound
        while offset < range.upperBound {
            switch bytes[offset] {
            case ASCII.backslash: offset += 1
            case ASCII.openingParenthesis:
                depth += 1
                if depth > limits.nesting, !isTooDeep {
                    isTooDeep = true
                    note(.nestingTooDeep, offset..<range.upperBound)
                }
            case ASCII.closingParenthesis:
                depth -= 1
                if depth == 0 { return offset + 1 }
            default: break
            }
            offset += 1
        }
        note(flaw, range)
        return range.upperBound
    }
}
