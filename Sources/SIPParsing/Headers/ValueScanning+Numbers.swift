/// Reading numbers out of a value (RFC 3261 section 25.1).
extension Span where Element == UInt8 {
    /// 1*DIGIT and nothing else, when it fits.
    func number(_ untrimmed: Range<Int>) -> UInt32? {
        let range = trimmed(untrimmed)
        guard let (number, end) = leadingNumber(range), end == range.upperBound else { return nil }
        return number
    }

    /// 1*DIGIT at the start of the range and the offset after it, when it fits.
    func leadingNumber(_ range: Range<Int>) -> (value: UInt32, end: Int)? {
        var value: UInt32 = 0
        var offset = range.lowerBound
        while offset < range.upperBound, let digit = ASCII.digit(self[offset]) {
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(UInt32(digit))
            guard !overflow, !carry else { return nil }
            value = sum
            offset += 1
        }
        return offset > range.lowerBound ? (value, offset) : nil
    }

    /// 1*DIGIT [ "." *DIGIT ] at the start of the range and the offset after it, when its whole part fits 64 bits.
    func leadingDecimal(_ range: Range<Int>) -> (value: Double, end: Int)? {
        var whole: UInt64 = 0
        var offset = range.lowerBound
        while offset < range.upperBound, let digit = ASCII.digit(self[offset]) {
            let (tens, overflow) = whole.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(UInt64(digit))
            guard !overflow, !carry else { return nil }
            whole = sum
            offset += 1
        }
        guard offset > range.lowerBound else { return nil }
        guard offset < range.upperBound, self[offset] == UInt8(ascii: ".") else { return (Double(whole), offset) }
        offset += 1
        var fraction = 0.0
        var place = 0.1
        while offset < range.upperBound, let digit = ASCII.digit(self[offset]) {
            fraction += Double(digit) * place
            place /= 10
            offset += 1
        }
        return (Double(whole) + fraction, offset)
    }
}
