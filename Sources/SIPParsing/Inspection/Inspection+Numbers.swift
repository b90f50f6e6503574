/// Numbers and times (RFC 3261 section 25.1).
extension Inspection {
    /// 1*DIGIT; returns the offset after it.
    mutating func inspectNumber(_ bytes: Span<UInt8>, _ range: Range<Int>, _ largest: UInt64 = 0xFFFF_FFFF) -> Int {
        let digits = bytes.end(of: .digits, from: range.lowerBound, to: range.upperBound)
        if bytes.cappedNumber(range.lowerBound..<digits) > largest {
            note(.numberOutOfRange, range.lowerBound..<digits)
        }
        return digits
    }

    /// delta-seconds [ comment ], and parameters.
    mutating func inspectRetryAfter(_ form: HeaderForm, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let end = range.upperBound
        let digits = inspectNumber(bytes, range)
        guard digits > range.lowerBound else { return digits }
        let comment = bytes.endOfWhitespace(from: digits, to: end)
        guard bytes.has(ASCII.openingParenthesis, at: comment, before: end) else {
            return inspectParameters(form, bytes, digits..<end)
        }
        return inspectParameters(form, bytes, inspectComment(bytes, comment..<end, flaw: .badValue)..<end)
    }

    /// 1*DIGIT "." 1*DIGIT.
    mutating func inspectDecimal(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let whole = bytes.end(of: .digits, from: range.lowerBound, to: range.upperBound)
        guard whole > range.lowerBound, bytes.has(46, at: whole, before: range.upperBound) else {
            return range.lowerBound
        }
        return bytes.end(of: .digits, from: whole + 1, to: range.upperBound)
    }

    /// 1*DIGIT [ "." *DIGIT ] [ LWS delay ].
    mutating func inspectTimestamp(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let time = endOfDecimal(bytes, range)
        guard time > range.lowerBound, bytes[range.lowerBound] != 46 else { return range.lowerBound }
        let delay = bytes.endOfWhitespace(from: time, to: range.upperBound)
        return delay > time ? endOfDecimal(bytes, delay..<range.upperBound) : time
    }

    private func endOfDecimal(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let whole = bytes.end(of: .digits, from: range.lowerBound, to: range.upperBound)
        guard bytes.has(46, at: whole, before: range.upperBound) else { return whole }
        return bytes.end(of: .digits, from: whole + 1, to: range.upperBound)
    }

    /// response-num LWS CSeq-num LWS Method (RFC 3262 section 10).
    mutating func inspectRAck(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let end = range.upperBound
        let response = inspectNumber(bytes, range)
        let cseq = bytes.endOfWhitespace(from: response, to: end)
        let cseqEnd = inspectNumber(bytes, cseq..<end)
        let method = bytes.endOfWhitespace(from: cseqEnd, to: end)
        guard response > range.lowerBound, cseq > response, cseqEnd > cseq, method > cseqEnd, method < end else {
            return range.lowerBound
        }
        return bytes.end(of: .token, from: method, to: end)
    }

    /// SIP-date, whose names are spelt in one way only: `Sat, 13 Nov 2010 23:29:00 GMT` (RFC 3261 section 20.17).
    mutating func inspectDate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let start = range.lowerBound
        guard range.count == Self.datePattern.utf8.count else { return start }
        var offset = start
        for byte in Self.datePattern.utf8 {
            let isThere = byte == 48 ? ASCII.digit(bytes[offset]) != nil : byte == 97 || bytes[offset] == byte
            guard isThere else { return start }
            offset += 1
        }
        guard bytes.isName(at: start, in: Self.weekdays), bytes.isName(at: start + 8, in: Self.months),
            (1...31).contains(bytes.cappedNumber((start + 5)..<(start + 7))),
            bytes.cappedNumber((start + 17)..<(start + 19)) < 24,
            bytes.cappedNumber((start + 20)..<(start + 22)) < 60,
            // A leap second has the number 60.
            bytes.cappedNumber((start + 23)..<(start + 25)) <= 60
        else { return start }
        return range.upperBound
    }

    /// 0 stands for a digit, a for a letter of a name.
    private static let datePattern = "aaa, 00 aaa 0000 00:00:00 GMT"
    private static let weekdays = "MonTueWedThuFriSatSun"
    private static let months = "JanFebMarAprMayJunJulAugSepOctNovDec"
}

extension Span where Element == UInt8 {
    /// Whether one of `names`, of three letters each, stands at `start`.
    fileprivate func isName(at start: Int, in names: String) -> Bool {
        guard start + 3 <= count else { return false }
        var place = 0
        var isSame = true
        for byte in names.utf8 {
            isSame = isSame && byte == self[start + place]
            place += 1
            if place == 3 {
                if isSame { return true }
                (place, isSame) = (0, true)
            }
        }
        return false
    }
}
