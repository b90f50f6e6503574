extension FilterTimes {
    /// Whether a word is a day of the calendar, as `2027-01-01`, without a time.
    package static func isDay(_ word: String) -> Bool {
        word.utf8.count == 10 && date(word) != nil
    }
}
