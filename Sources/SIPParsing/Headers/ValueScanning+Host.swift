/// Reading hosts and ports out of a value (RFC 3261 section 25.1).
extension Span where Element == UInt8 {
    /// host [ COLON port ], white space around the colon allowed, an IPv6 host in brackets (RFC 3261 section 25.1).
    ///
    /// What stands behind the last colon but is no port stays part of the host, as does an IPv6 address without
    /// brackets.
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
