import Foundation

@testable import SIPCatalog

/// Finds faults in texts that a reader will see.
enum Prose {
    /// Faults of a text of whole sentences.
    static func faults(_ text: String, _ language: CatalogLanguage = .english) -> [String] {
        var faults = commonFaults(text, language)
        if text.isEmpty { faults.append("empty") }
        if !text.hasSuffix(".") { faults.append("does not end with a full stop") }
        if text.contains("..") || text.contains(" .") || text.contains(" ,") || text.contains(".,") {
            faults.append("stray punctuation")
        }
        for sentence in text.split(separator: ". ") where startsInLowerCase(sentence) {
            faults.append("a sentence starts in lower case: \(sentence)")
        }
        return faults
    }

    /// Faults of a clause, which other words are put around.
    static func clauseFaults(_ text: String, _ language: CatalogLanguage = .english) -> [String] {
        var faults = commonFaults(text, language)
        if text.hasSuffix(".") || text.contains(". ") { faults.append("holds a full stop") }
        if startsLikeSentence(text) { faults.append("starts with a capital") }
        return faults
    }

    /// Faults of the few words beside a response.
    static func shortFaults(
        _ text: String, _ language: CatalogLanguage = .english, limit: Int = 60
    ) -> [String] {
        var faults = commonFaults(text, language)
        if text.count > limit { faults.append("longer than \(limit)") }
        if text.hasSuffix(".") { faults.append("ends with a full stop") }
        return faults
    }

    /// Whether the first word is a capitalised one of the language: SIP's own words and names may begin a clause.
    private static func startsLikeSentence(_ text: String) -> Bool {
        let word = text.prefix { $0 != " " }
        return word.first?.isUppercase == true && word.dropFirst().allSatisfy(\.isLowercase) && word.count > 1
            && word != "Timer" && Catalog.english.references(named: String(word)).isEmpty
    }

    /// Whether a sentence starts with a word of the language in lower case: names of settings and parameters keep theirs.
    private static func startsInLowerCase(_ sentence: Substring) -> Bool {
        let word = sentence.prefix { $0 != " " && $0 != ":" }
        let isName = word.contains("_") || word.contains("-") || names.contains(word)
        return word.first?.isLowercase == true && !isName
    }

    /// Names that are written in lower case wherever they stand.
    private static let names: Set<Substring> = [
        "sipwatch", "branch", "expires", "info", "ping", "received", "refresher", "version",
    ]

    private static func commonFaults(_ text: String, _ language: CatalogLanguage) -> [String] {
        var faults: [String] = []
        if text.isEmpty { faults.append("empty") }
        if text.contains("  ") || text.hasPrefix(" ") || text.hasSuffix(" ") { faults.append("stray blank") }
        if text.contains("{") || text.contains("}") { faults.append("a place left open") }
        let words = text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "'" })
        for (word, next) in zip(words, words.dropFirst()) {
            if word.lowercased() == next, !isRepeatable(next, in: text) { faults.append("doubled word: \(word)") }
            if language == .english, word == "a", isSpokenWithVowel(next) { faults.append("article before \(next)") }
        }
        return faults + (language.tag == "fr" ? frenchFaults(text) : [])
    }

    /// A repetition across punctuation, as in "the same code, 486. 486 Busy Here", is no doubled word.
    private static func isRepeatable(_ word: Substring, in text: String) -> Bool {
        !text.lowercased().contains("\(word) \(word)") || properDoubles.contains(word)
    }

    /// Words that may stand twice: French "vous vous"; Vietnamese "song song", and where two compounds meet.
    private static let properDoubles: Set<Substring> = [
        "vous", "nous", "song", "bị", "dùng", "chuyển", "gửi",
    ]

    /// Elision that was forgotten, and a blank that may break a line before a mark.
    private static func frenchFaults(_ text: String) -> [String] {
        let marks = /[^\u{A0}\u{202F}:\/][;:!?](?:\s|$)/
        let elision =
            /(?:^|[\s'(])(?:[Qq]ue|[Dd]e|[Ll]e|[Ll]a|[Nn]e|[Ss]e|[Ll]orsque) (?:(?!une?\b)[aeiouyéèêà]|INVITE|ACK|OPTIONS|UPDATE|INFO)/
        var faults: [String] = []
        if text.contains(marks) { faults.append("wants a no-break space before a mark") }
        if let match = text.firstMatch(of: elision) { faults.append("wants elision:\(match.output)") }
        return faults
    }

    /// Whether "an" belongs before the word. Codes are spoken digit by digit, so 8xx begins with a vowel and 180 does not.
    private static func isSpokenWithVowel(_ word: Substring) -> Bool {
        word.hasPrefix("8") || "aeio".contains(word.prefix(1))
    }
}
