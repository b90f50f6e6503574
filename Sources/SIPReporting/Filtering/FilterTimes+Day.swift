extension FilterTimes {
    /// Whether a word is a day of the calendar, as `2027-01-01`, without a time; any year of four digits from 1970 on.
    package static func isDay(_ word: String) -> Bool {
        calendarDay(word, years: 1970...9999) != nil
    }
}
