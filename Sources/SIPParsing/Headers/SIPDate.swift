/// A moment in time (Date, RFC 3261 section 20.17): `Sat, 13 Nov 2010 23:29:00 GMT`, and no other form.
public struct SIPDate: Sendable, Hashable {
    /// Seconds since the first of January 1970, UTC; leap seconds are not counted.
    public let secondsSince1970: Int64

    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// Reads the value; nil unless it is an rfc1123-date (section 25.1) of a day that there is. The name of the weekday
    /// is not held against the date.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value), range.count <= 64 else { return nil }
        let words = ASCII.lowercased(bytes.text(ByteRange(range)))
            .split { $0 == " " || $0 == "\t" || $0 == "\r\n" || $0 == "\n" || $0 == "\r" }
        guard words.count == 6, words[0].hasSuffix(","), Self.days.contains(String(words[0].dropLast())),
            let day = Self.number(words[1], digits: 2), let month = Self.months.firstIndex(of: String(words[2])),
            let year = Self.number(words[3], digits: 4), let seconds = Self.secondsOfDay(words[4]), words[5] == "gmt",
            day >= 1, day <= Self.length(month: month, year: year)
        else { return nil }
        secondsSince1970 = Self.daysSince1970(year: year, month: month, day: day) * 86400 + seconds
    }

    /// time = 2DIGIT ":" 2DIGIT ":" 2DIGIT, from 00:00:00 to 23:59:59.
    private static func secondsOfDay(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let hours = number(parts[0], digits: 2), let minutes = number(parts[1], digits: 2),
            let seconds = number(parts[2], digits: 2), hours < 24, minutes < 60, seconds < 60
        else { return nil }
        return hours * 3600 + minutes * 60 + seconds
    }

    private static func number(_ text: Substring, digits: Int) -> Int64? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ ASCII.digit($0) != nil }) else { return nil }
        return Int64(text)
    }

    private static func length(month: Int, year: Int64) -> Int64 {
        switch month {
        case 1: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 3, 5, 8, 10: 30
        default: 31
        }
    }

    /// Days of the Gregorian calendar, counted from March on so that the leap day comes last. A year has four digits,
    /// so nothing can overflow.
    private static func daysSince1970(year: Int64, month: Int, day: Int64) -> Int64 {
        let shifted = Int64((month + 10) % 12)
        let years = year + 400 - (month < 2 ? 1 : 0)
        let leapDays = years / 4 - years / 100 + years / 400
        return years * 365 + leapDays + (shifted * 306 + 5) / 10 + day - 1 - 865_565
    }
}
