import Testing
import TraceTypes

@testable import SIPWatchCommands

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "ab", 2), ("check", "check", 0), ("chek", "check", 1), ("chekc", "check", 1),
        ("ehcck", "check", 2), ("kitten", "sitting", 3), ("ca", "abc", 3),
    ])
    func distance(_ first: String, _ second: String, _ expected: Int) {
        let (left, right) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
        #expect(editDistance(left, right, limit: 10) == expected)
        #expect(editDistance(right, left, limit: expected) == expected)
        #expect(expected == 0 || editDistance(left, right, limit: expected - 1) == nil)
    }

    @Test(arguments: [
        ("chek", "check"), ("CHECK", "check"), ("cehck", "check"), ("analyse", "analyze"), ("interface", "interfaces"),
        ("compl", "completions"), ("exlpain", "explain"), ("rule", "rules"), ("ma", "man"), ("wathc", "watch"),
    ])
    func aNearCommandIsSuggested(_ word: String, _ expected: String) {
        #expect(suggestion(for: word, in: CommandName.allCases.map(\.rawValue)) == expected)
    }

    @Test(arguments: ["", "c", "co", "trace.pcap", "xx", "mm", "rtp", "checkpoints", "\u{1B}[2J"])
    func aFarWordIsLeftAlone(_ word: String) {
        #expect(suggestion(for: word, in: CommandName.allCases.map(\.rawValue)) == nil)
    }

    @Test func theNearestWinsAndThenTheFirst() {
        #expect(suggestion(for: "colour", in: ["colon", "color"]) == "color")
        #expect(suggestion(for: "test", in: ["best", "rest"]) == "best")
    }

    @Test func anOverlongWordIsNotCompared() {
        let long = String(repeating: "a", count: 65)
        #expect(suggestion(for: long, in: [long]) == nil)
        #expect(suggestion(for: String(long.dropLast()), in: [long]) == long)
    }
}
