/// The words of a value, which one space each should separate.
struct SDPWords {
    /// Where the words are.
    var ranges: [Range<Int>] = []
    /// Whether exactly one space separates them, and none comes before the first.
    var isExact = true
    /// Whether there are more words than asked for.
    var isCut = false
}

/// The small rules of SDP's grammar (RFC 8866 section 9).
extension Span where Element == UInt8 {
    /// The words between blanks; blanks at the end are nothing.
    func sdpWords(in range: Range<Int>, atMost limit: Int = 16) -> SDPWords {
        var words = SDPWords()
        var offset = range.lowerBound
        while offset < range.upperBound {
            let gap = offset
            while offset < range.upperBound, ASCII.isBlank(self[offset]) { offset += 1 }
            guard offset < range.upperBound else { break }
            if words.ranges.count == limit {
                words.isCut = true
                break
            }
            let isOneSpace = offset - gap == 1 && self[gap] == ASCII.space
            if words.ranges.isEmpty ? offset != gap : !isOneSpace { words.isExact = false }
            let start = offset
            while offset < range.upperBound, !ASCII.isBlank(self[offset]) { offset += 1 }
            words.ranges.append(start..<offset)
        }
        return words
    }

    /// The pieces between separators, empty ones too; what is behind the last of `limit` pieces stays with it.
    func sdpPieces(of range: Range<Int>, separator: UInt8, atMost limit: Int) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        while pieces.count < limit - 1, let end = offset(of: separator, from: start, to: range.upperBound) {
            pieces.append(start..<end)
            start = end + 1
        }
        pieces.append(start..<range.upperBound)
        return pieces
    }

    /// The range without the blanks at its ends.
    func withoutBlanks(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, ASCII.isBlank(self[start]) { start += 1 }
        while end > start, ASCII.isBlank(self[end - 1]) { end -= 1 }
        return start..<end
    }

    /// 1*DIGIT and nothing else, when it fits.
    func decimal(_ range: Range<Int>) -> UInt64? {
        guard !range.isEmpty else { return nil }
        var value: UInt64 = 0
        for offset in range {
            guard let digit = ASCII.digit(self[offset]) else { return nil }
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(UInt64(digit))
            guard !overflow, !carry else { return nil }
            value = sum
        }
        return value
    }

    /// Whether there are only digits, however many, and at least one.
    func isDigits(_ range: Range<Int>) -> Bool {
        !range.isEmpty && range.allSatisfy { ASCII.digit(self[$0]) != nil }
    }

    /// token: visible characters but for `"(),/:;<=>?@[\]`, and at least one.
    func isSDPToken(_ range: Range<Int>) -> Bool {
        !range.isEmpty && range.allSatisfy { Self.isTokenByte(self[$0]) }
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 33, 35...39, 42, 43, 45, 46, 48...57, 65...90, 94...126: true
        default: false
        }
    }

    /// time: `0`, or ten digits and more of which the first is not 0.
    func isSDPTime(_ range: Range<Int>) -> Bool {
        guard isDigits(range) else { return false }
        return self[range.lowerBound] == 48 ? range.count == 1 : range.count >= 10
    }

    /// typed-time: digits, and perhaps the unit d, h, m or s.
    func isTypedTime(_ range: Range<Int>) -> Bool {
        guard let last = range.last else { return false }
        let unit = self[last]
        let hasUnit = unit == 100 || unit == 104 || unit == 109 || unit == 115
        return isDigits(hasUnit ? range.dropLast() : range)
    }

    /// Milliseconds of a packet: a number with or without a fraction, more than zero.
    func milliseconds(_ range: Range<Int>) -> Double? {
        let parts = sdpPieces(of: range, separator: 46, atMost: 2)
        guard range.count <= 20, parts.allSatisfy({ isDigits($0) }), let value = Double(text(ByteRange(range))),
            value > 0
        else { return nil }
        return value
    }
}
