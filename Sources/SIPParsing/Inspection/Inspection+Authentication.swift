/// Challenges and credentials (RFC 3261 section 25.1, RFC 7235 section 2.1).
extension Inspection {
    /// auth-scheme LWS, and auth-params or a token68.
    mutating func inspectAuthentication(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let (start, end) = (range.lowerBound, range.upperBound)
        let scheme = bytes.end(of: .token, from: start, to: end)
        let rest = bytes.endOfWhitespace(from: scheme, to: end)
        guard scheme > start, rest > scheme, rest < end else { return start }
        let isDigest = scheme - start == 6 && bytes.hasPrefix("digest", at: start)
        if !isDigest {
            var token = bytes.end(of: .token68, from: rest, to: end)
            if token > rest {
                while bytes.has(ASCII.equals, at: token, before: end) { token += 1 }
                if token == end { return end }
            }
        }
        return inspectAuthenticationParameters(bytes, rest..<end)
    }

    /// auth-param *( COMMA auth-param ).
    mutating func inspectAuthenticationParameters(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let end = range.upperBound
        var offset = range.lowerBound
        var count = 0
        while true {
            let start = bytes.endOfWhitespace(from: offset, to: end)
            if start == end || bytes[start] == ASCII.comma {
                let comma = start < end ? start : start - 1
                note(.emptyListItem, comma..<(comma + 1))
                offset = start
            } else {
                count += 1
                guard count <= limits.parameters else {
                    note(.tooManyParameters, start..<end)
                    return end
                }
                let stop = bytes.endOfWhitespace(from: endOfAuthParameter(bytes, start..<end) ?? start, to: end)
                offset = stop
                if stop == start || (stop < end && bytes[stop] != ASCII.comma) {
                    offset = bytes.topLevelOffset(of: ASCII.comma, in: stop..<end) ?? end
                    note(.badParameter, start..<offset)
                }
            }
            guard offset < end else { return end }
            offset += 1
        }
    }

    /// auth-param-name EQUAL ( token / quoted-string ): the offset after it, or nil for none.
    private func endOfAuthParameter(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let (start, end) = (range.lowerBound, range.upperBound)
        let name = bytes.end(of: .token, from: start, to: end)
        let equals = bytes.endOfWhitespace(from: name, to: end)
        guard name > start, bytes.has(ASCII.equals, at: equals, before: end) else { return nil }
        let value = bytes.endOfWhitespace(from: equals + 1, to: end)
        guard value < end else { return nil }
        if bytes[value] == ASCII.quote { return bytes.endOfQuotedString(from: value, to: end) }
        let stop = bytes.end(of: .token, from: value, to: end)
        return stop > value ? stop : nil
    }
}
