/// Reading the times of a filter, and of expectations, in UTC; nil where a word is none.
package enum FilterTimes {
    private static let second: Int64 = 1_000_000_000
    private static let day: Int64 = 86_400 * second

    /// `14:05`, `14:05:00` or `14:05:00.250`: nanoseconds since midnight.
    static func timeOfDay(_ word: String) -> FilterQuantity? {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard (2...3).contains(parts.count), let hour = field(parts[0], 0...23), let minute = field(parts[1], 0...59)
        else { return nil }
        let start = (hour * 3_600 + minute * 60) * second
        guard parts.count == 3 else { return FilterQuantity(from: start, equalFor: 60 * second) }
        let seconds = parts[2].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let whole = seconds.first.flatMap({ field($0, 0...59) }) else { return nil }
        guard seconds.count > 1 else { return FilterQuantity(from: start + whole * second, equalFor: second) }
        return FilterNumbers.decimals(seconds[1], of: second).map {
            FilterQuantity(from: start + whole * second + $0.value, equalFor: $0.unit)
        }
    }

    /// `2026-11-20`, or with a time behind `T` and perhaps a `Z`: nanoseconds since 1970.
    package static func date(_ word: String) -> FilterQuantity? {
        let halves = word.uppercased().split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        // Later ones are beyond what nanoseconds since 1970 can count.
        guard let date = calendarDay(halves[0], years: 1970...2260) else { return nil }
        let start = days(date.year, date.month, date.day) * day
        guard halves.count > 1 else { return FilterQuantity(from: start, equalFor: day) }
        let time = halves[1].hasSuffix("Z") ? halves[1].dropLast() : halves[1]
        return timeOfDay(String(time)).map {
            FilterQuantity(
                from: start + $0.order.lowerBound, equalFor: $0.equal.upperBound - $0.equal.lowerBound + 1)
        }
    }

    /// `2026-11-20`, in one of some years.
    static func calendarDay(
        _ text: some StringProtocol, years: ClosedRange<Int64>
    ) -> (year: Int64, month: Int64, day: Int64)? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { String($0) }
        guard parts.count == 3, parts[0].utf8.count == 4, let year = FilterNumbers.digits(parts[0]),
            years.contains(year), let month = field(parts[1], 1...12),
            let day = field(parts[2], 1...length(ofMonth: month, year))
        else { return nil }
        return (year, month, day)
    }

    /// Two digits within a range.
    private static func field(_ text: String, _ range: ClosedRange<Int64>) -> Int64? {
        guard text.utf8.count == 2, let number = FilterNumbers.digits(text), range.contains(number) else { return nil }
        return number
    }

    private static func length(ofMonth month: Int64, _ year: Int64) -> Int64 {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int64) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Days since 1970-01-01 in the Gregorian calendar.
    private static func days(_ year: Int64, _ month: Int64, _ dayOfMonth: Int64) -> Int64 {
        let years = (1970..<year).reduce(Int64(0)) { $0 + (isLeap($1) ? 366 : 365) }
        return (1..<month).reduce(years) { $0 + length(ofMonth: $1, year) } + dayOfMonth - 1
    }
}
