/// Parameters behind a value (RFC 3261 section 25.1, generic-param).
extension Inspection {
    /// *( SEMI generic-param ), with `isFirst` a generic-param before; returns the offset where they end.
    mutating func inspectParameters(
        _ form: HeaderForm, _ bytes: Span<UInt8>, _ range: Range<Int>, isFirst: Bool = false
    ) -> Int {
        let end = range.upperBound
        var offset = bytes.endOfWhitespace(from: range.lowerBound, to: end)
        var count = 0
        var isInside = isFirst
        var names = ParameterNames()
        while isInside || bytes.has(ASCII.semicolon, at: offset, before: end) {
            if !isInside { offset += 1 }
            isInside = false
            count += 1
            guard count <= limits.parameters else {
                note(.tooManyParameters, offset..<end)
                return form.isListed ? bytes.topLevelOffset(of: ASCII.comma, in: offset..<end) ?? end : end
            }
            let start = bytes.endOfWhitespace(from: offset, to: end)
            let stop = inspectParameter(form, bytes, start..<end)
            if let stop, form.hasUniqueParameters, names.repeats(bytes, from: start, to: end) {
                note(.repeatedParameter, start..<stop)
            }
            offset = bytes.endOfWhitespace(from: stop ?? start, to: end)
            if stop == nil || !isDelimiter(form, bytes, offset, end) {
                let next = bytes.endOfPiece(from: offset, to: end, isListed: form.isListed)
                note(.badParameter, min(start, end - 1)..<max(next, min(start + 1, end)))
                offset = next
            }
        }
        return offset
    }

    private func isDelimiter(_ form: HeaderForm, _ bytes: Span<UInt8>, _ offset: Int, _ end: Int) -> Bool {
        guard offset < end else { return true }
        return bytes[offset] == ASCII.semicolon || (form.isListed && bytes[offset] == ASCII.comma)
    }

    /// token [ EQUAL gen-value ]; returns the offset after it, or nil for none.
    private mutating func inspectParameter(_ form: HeaderForm, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let (start, end) = (range.lowerBound, range.upperBound)
        let nameEnd = bytes.end(of: .token, from: start, to: end)
        guard nameEnd > start else { return nil }
        let equals = bytes.endOfWhitespace(from: nameEnd, to: end)
        guard bytes.has(ASCII.equals, at: equals, before: end) else { return nameEnd }
        let value = bytes.endOfWhitespace(from: equals + 1, to: end)
        guard value < end else { return nil }
        if bytes[value] == ASCII.quote { return bytes.endOfQuotedString(from: value, to: end) }
        var stop = bytes.end(of: .token, from: value, to: end)
        if bytes.has(ASCII.openingBracket, at: value, before: end) {
            guard let host = bytes.endOfHost(from: value, to: end) else { return nil }
            stop = host
        } else if case .via = form.rules, bytes.has(ASCII.colon, at: stop, before: end) {
            stop = bytes.end(of: .ipv6, from: value, to: end)
            guard bytes.isIPv6(value..<stop) else { return nil }
        }
        guard stop > value else { return nil }
        inspectNumber(form.rules, bytes, name: start..<nameEnd, value: value..<stop)
        return stop
    }

    /// Parameters whose value is a number.
    private mutating func inspectNumber(
        _ rules: ParameterRules, _ bytes: Span<UInt8>, name: Range<Int>, value: Range<Int>
    ) {
        switch rules {
        case .generic: return
        case .weighted, .contact:
            if bytes.isWord("q", name) { return inspectWeight(bytes, value) }
            if case .contact = rules, bytes.isWord("expires", name) { checkNumber(bytes, value, 0xFFFF_FFFF) }
        case .via:
            if bytes.isWord("ttl", name) { checkNumber(bytes, value, 255) }
            if bytes.isWord("rport", name) { checkNumber(bytes, value, 65_535) }
        case .subscription:
            if bytes.isWord("expires", name) || bytes.isWord("retry-after", name) {
                checkNumber(bytes, value, 0xFFFF_FFFF)
            }
        case .retryAfter:
            if bytes.isWord("duration", name) { checkNumber(bytes, value, 0xFFFF_FFFF) }
        case .reason:
            if bytes.isWord("cause", name) { checkNumber(bytes, value, 0xFFFF_FFFF) }
        }
    }

    private mutating func checkNumber(_ bytes: Span<UInt8>, _ value: Range<Int>, _ largest: UInt64) {
        if bytes.end(of: .digits, from: value.lowerBound, to: value.upperBound) < value.upperBound {
            note(.badNumber, value)
        } else if bytes.cappedNumber(value) > largest {
            note(.numberOutOfRange, value)
        }
    }

    /// qvalue: 0 to 1 with at most three decimals.
    private mutating func inspectWeight(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        let (start, end) = (value.lowerBound, value.upperBound)
        let whole = bytes.end(of: .digits, from: start, to: end)
        let hasPoint = bytes.has(46, at: whole, before: end)
        let decimals = hasPoint ? bytes.end(of: .digits, from: whole + 1, to: end) : whole
        guard whole > start, decimals == end, !hasPoint || end - whole <= 4 else { return note(.badNumber, value) }
        let isZero = bytes.cappedNumber(start..<whole) == 0
        let isOne = bytes.cappedNumber(start..<whole) == 1 && (!hasPoint || bytes.cappedNumber((whole + 1)..<end) == 0)
        if !isZero, !isOne { note(.numberOutOfRange, value) }
    }

    /// token or quoted string, and parameters.
    mutating func inspectTokenWithParameters(_ form: HeaderForm, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let (start, end) = (range.lowerBound, range.upperBound)
        let stop =
            bytes[start] == ASCII.quote
            ? bytes.endOfQuotedString(from: start, to: end) : bytes.end(of: .token, from: start, to: end)
        guard let stop, stop > start else { return start }
        return inspectParameters(form, bytes, stop..<end)
    }

    /// m-type SLASH m-subtype, and parameters.
    mutating func inspectMediaType(_ form: HeaderForm, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let (start, end) = (range.lowerBound, range.upperBound)
        let slash = bytes.endOfWhitespace(from: bytes.end(of: .token, from: start, to: end), to: end)
        guard slash > start, bytes.has(ASCII.slash, at: slash, before: end) else { return start }
        let subtype = bytes.endOfWhitespace(from: slash + 1, to: end)
        let stop = bytes.end(of: .token, from: subtype, to: end)
        guard stop > subtype else { return start }
        return inspectParameters(form, bytes, stop..<end)
    }
}

extension Span where Element == UInt8 {
    /// Whether the range is a lower-case word, in any case.
    @inline(__always)
    fileprivate func isWord(_ word: String, _ range: Range<Int>) -> Bool {
        range.count == word.utf8.count && hasPrefix(word, at: range.lowerBound)
    }
}
