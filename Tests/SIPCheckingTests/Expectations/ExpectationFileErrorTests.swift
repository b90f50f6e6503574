import SIPChecking
import Testing

@Suite("Slips of YAML, and of suppressions, say what to do")
struct ExpectationFileErrorTests {
    private static let block =
        "this is not YAML: did not find expected comment or line break while scanning a block scalar; "
        + "a value that begins with '>' needs quotation marks"

    private static let token =
        "this is not YAML: found character that cannot start any token while scanning for the next token"

    @Test(
        "A value that begins with a character of YAML needs quotation marks",
        arguments: [
            ("legs: > 3", "2:13: \(block)"), ("setup: >= 3 s", "2:13: \(block)"), ("setup: >3 s", "2:15: \(block)"),
            (
                "legs: >3",
                "2:11: 'legs' wants a whole number, or a bound such as \"< 3\", \"!= 0\" or 1 .. 3, not ''; "
                    + "a value that begins with '>' needs quotation marks"
            ),
            (
                "{legs: > 3}",
                "2:12: \(token); "
                    + "a value that begins with '>' needs quotation marks"
            ),
            (
                "legs: != 0",
                "2:11: tags ('!name') are not read; leave it out; a value that begins with '!' needs quotation marks"
            ),
            (
                "match: {to: *97}",
                "2:17: aliases ('*name') are not read; write the value out; "
                    + "a value that begins with '*' needs quotation marks"
            ),
            ("reason: #31#", "2:12: 'reason' wants a text, not nothing; a value with '#' in it needs quotation marks"),
            (
                "reason: @home",
                "2:13: \(token); "
                    + "a value that begins with '@' needs quotation marks"
            ),
        ])
    func quotation(line: String, error: String) {
        #expect(readingProblem("calls:\n  - \(line)\n") == error)
    }

    @Test("Other errors say nothing of quotation marks", arguments: ["calls: [", "\tcalls:", "calls: [a]", "a: \"b"])
    func otherErrors(_ text: String) {
        #expect(!readingProblem(text).isEmpty)
        #expect(!readingProblem(text).contains("quotation marks"))
    }

    @Test(
        "A suppression needs a rule, a reason and a real date",
        arguments: [
            ("{reason: a}", "1:11: a suppression needs 'rule'"), ("{rule: auth}", "1:11: a suppression needs 'reason'"),
            ("{rule: auth, reason: }", "1:32: 'reason' wants a text, not nothing"),
            (
                "{rule: auth, reason: \" \"}",
                "1:32: 'reason' wants a text that says why the finding is let pass, not ' '"
            ),
            (
                "{rule: auth, reason: a, until: 2027-02-29}",
                "1:42: 'until' wants a day of the calendar such as 2027-01-31, not '2027-02-29'"
            ),
            (
                "{rule: auth, reason: a, until: 2027-1-1}",
                "1:42: 'until' wants a day of the calendar such as 2027-01-31, not '2027-1-1'"
            ),
            (
                "{rule: auth, reason: a, until: 2027-01-01T10:00}",
                "1:42: 'until' wants a day of the calendar such as 2027-01-31, not '2027-01-01T10:00'"
            ),
            ("{rule: auth, reason: a, call: one}", "1:41: 'call' wants a whole number from 1 to 1000000, not 'one'"),
        ])
    func suppressions(text: String, error: String) {
        #expect(readingProblem("suppress: \(text)") == error)
    }

    @Test func whatYAMLRefusesIsRefused() {
        #expect(
            readingProblem("calls: &a []") == "1:8: anchors ('&name') are not read; leave it out; "
                + "a value that begins with '&' needs quotation marks")
        #expect(
            readingProblem("calls: []\n---\ncalls: []\n") == "2:1: a second document begins here; a file may have one")
        #expect(
            readingProblem(Array("calls:\n  - name: ".utf8) + [0xC3, 0x28])
                == "2:11: this is not UTF-8; save the file in that encoding")
        #expect(
            readingProblem("a: \(String(repeating: "x", count: 1 << 20))").hasPrefix(
                "1:1: the file has more than 1048576 bytes"))
        #expect(readingProblem(String(repeating: "[", count: 40)).contains("nested more than 32 deep"))
        #expect(
            readingProblem("counts: [\(String(repeating: "a,", count: 100_000))]").contains(
                "has more than 100000 values"))
    }

    @Test func whatIsQuotedIsEscapedAndCut() {
        #expect(readingProblem("calls: {ended-by: \"a\\e[31m\\u202eb\"}").contains("not 'a\\u{1b}[31m\\u{202e}b'"))
        let long = readingProblem("calls: {legs: \(String(repeating: "9", count: 5_000))}")
        #expect(long.hasSuffix("…'"))
        #expect(long.utf8.count < 500)
        #expect(
            readingProblem("calls: {reason: /\(String(repeating: "(", count: 2_000))/}").contains(
                "more than 1000 bytes"))
    }

    @Test("An empty list expects nothing, and says so")
    func emptyLists() {
        #expect(
            readingProblem("calls: []") == "1:8: 'calls' is an empty list, which expects nothing; leave it out, or "
                + "write 'counts: no calls'")
        #expect(readingProblem("counts: []") == "1:9: 'counts' is an empty list, which expects nothing; leave it out")
        #expect(readingProblem("transfers: []").isEmpty, "which expects that there is none")
    }
}
