extension Timestamp: CustomStringConvertible {
    /// UTC in the profile of RFC 3339 with six decimals: `2026-11-20T12:00:00.123456Z`.
    public var description: String {
        let (year, month, day) = date
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T\(timeOfDay)Z"
    }

    /// The time of day in UTC with six decimals: `12:00:00.123456`.
    public var timeOfDay: String {
        let second = secondOfDay
        let remainder = nanoseconds % 1_000_000_000
        let microseconds = Int(remainder < 0 ? remainder + 1_000_000_000 : remainder) / 1_000
        var digits: [UInt8] = []
        digits.reserveCapacity(15)
        for value in [second / 3_600, second / 60 % 60, second % 60] {
            digits.append(48 + UInt8(value / 10))
            digits.append(48 + UInt8(value % 10))
            digits.append(58)
        }
        digits[8] = 46
        var unit = 100_000
        while unit > 0 {
            digits.append(48 + UInt8(microseconds / unit % 10))
            unit /= 10
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private var floorSeconds: Int64 {
        let (quotient, remainder) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        return remainder < 0 ? quotient - 1 : quotient
    }

    private var secondOfDay: Int {
        let remainder = floorSeconds % 86_400
        return Int(remainder < 0 ? remainder + 86_400 : remainder)
    }

    /// The date in the proleptic Gregorian calendar, counted in eras of 400 years that begin on the first of March.
    private var date: (year: Int, month: Int, day: Int) {
        let days = Int((floorSeconds - Int64(secondOfDay)) / 86_400) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return text.utf8.count >= width ? text : String(repeating: "0", count: width - text.utf8.count) + text
    }
}
