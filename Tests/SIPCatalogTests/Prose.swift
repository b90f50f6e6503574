/// Finds faults in texts that a reader will see.
enum Prose {
    /// Faults of a text of whole sentences.
    static func faults(_ text: String) -> [String] {
        var faults = commonFaults(text)
        if text.first.map({ $0.isLowercase }) ?? true { faults.append("does not start with a capital") }
        if !text.hasSuffix(".") { faults.append("does not end with a full stop") }
        if text.contains("..") || text.contains(" .") || text.contains(" ,") || text.contains(".,") {
            faults.append("stray punctuation")
        }
        for sentence in text.split(separator: ". ") where sentence.first?.isLowercase == true {
            faults.append("a sentence starts in lower case: \(sentence)")
        }
        return faults
    }

    /// Faults of a clause, which other words are put around.
    static func clauseFaults(_ text: String) -> [String] {
        var faults = commonFaults(text)
        if text.hasSuffix(".") || text.contains(". ") { faults.append("holds a full stop") }
        if text.first?.isUppercase == true { faults.append("starts with a capital") }
        return faults
    }

    /// Faults of the few words beside a response.
    static func shortFaults(_ text: String, limit: Int = 60) -> [String] {
        var faults = commonFaults(text)
        if text.count > limit { faults.append("longer than \(limit)") }
        if text.hasSuffix(".") { faults.append("ends with a full stop") }
        return faults
    }

    private static func commonFaults(_ text: String) -> [String] {
        var faults: [String] = []
        if text.isEmpty { faults.append("empty") }
        if text.contains("  ") || text.hasPrefix(" ") || text.hasSuffix(" ") { faults.append("stray blank") }
        if text.contains("{") || text.contains("}") { faults.append("a place left open") }
        let words = text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "'" })
        for (word, next) in zip(words, words.dropFirst()) {
            if word == next, !isRepeatable(word, in: text) { faults.append("doubled word: \(word)") }
            if word == "a", isSpokenWithVowel(next) { faults.append("article before \(next)") }
        }
        return faults
    }

    /// A repetition across punctuation, as in "the same code, 486. 486 Busy Here", is no doubled word.
    private static func isRepeatable(_ word: Substring, in text: String) -> Bool {
        !text.lowercased().contains("\(word) \(word)")
    }

    /// Whether "an" belongs before the word. Codes are spoken digit by digit, so 8xx begins with a vowel and 180 does not.
    private static func isSpokenWithVowel(_ word: Substring) -> Bool {
        word.hasPrefix("8") || "aeio".contains(word.prefix(1))
    }
}
