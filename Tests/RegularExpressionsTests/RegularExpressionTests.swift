import RegularExpressions
import Testing

@Suite("Regular expressions match within limits")
struct RegularExpressionTests {
    @Test(arguments: [
        ("^sip:.*@example\\.com$", "sip:bob@example.com", true), ("bob|alice", "sip:alice@x", true),
        ("^bob$", "bobby", false), ("Zoë", "Zoë", true), ("", "anything", true), ("a", "", false),
    ])
    func matches(expression: String, text: String, expected: Bool) throws {
        #expect(try RegularExpression(expression).answer(for: text) == (expected ? .matches : .differs))
    }

    @Test func lettersOfBothCases() throws {
        #expect(try RegularExpression("decline").answer(for: "Decline") == .differs)
        #expect(try RegularExpression("decline", ignoresCase: true).answer(for: "Decline") == .matches)
    }

    @Test(arguments: [("(", 1), ("a[", 2), ("é(?<", 4), ("*a", 1), ("\\C", 2)])
    func problemsSayWhere(expression: String, offset: Int) {
        #expect { try RegularExpression(expression) } throws: { error in
            guard let problem = error as? RegularExpression.Problem else { return false }
            return !problem.message.isEmpty && abs(problem.offset - offset) <= 1
        }
    }

    @Test func aCostlyExpressionEnds() throws {
        let text = String(repeating: "a", count: 5_000) + "b"
        #expect(try RegularExpression("^(a+)+$").answer(for: text) == .tooCostly)
        #expect(try RegularExpression("^(a|aa)+$").answer(for: text) == .tooCostly)
        #expect(throws: RegularExpression.Problem.self) {
            try RegularExpression(String(repeating: "(", count: 2_000))
        }
    }

    @Test func aLongTextIsCut() throws {
        let text = String(repeating: "é", count: 1 << 16) + "end"
        #expect(try RegularExpression("end$").answer(for: text) == .differs)
        #expect(try RegularExpression("^éé").answer(for: text) == .matches)
    }
}
