import Testing
import _TestSupport

@Suite("Errors in flows")
struct FlowErrorTests {
    @Test(
        "Errors name file and line",
        arguments: [
            ("0 alice > bob INVITE", 1, .outsideOfCase), ("== a\nuntil 3", 1, .noMessage),
            ("== a\n0 alice > eve INVITE", 2, .unknownParty("eve")),
            ("== a\nx alice > bob INVITE", 2, .notAValue("x")),
            ("== a\n0 bob > alice 200", 2, .nothingTo("answer")),
            ("== a\n0 alice > bob ACK", 2, .nothingTo("acknowledge")),
            ("== a\n0 alice > bob CANCEL", 2, .nothingTo("cancel")),
            ("== a\n0 alice > bob again", 2, .nothingTo("send again")),
            ("== a\n0 alice > bob forward", 2, .nothingTo("forward")),
            ("== a\n0 alice > bob OPTIONS\n1 bob > alice 200 for @x", 3, .unknownLabel("x")),
            ("== a\n0 alice > bob INVITE too=bob", 2, .unknownWord("too=bob")),
            ("== a\n0 alice > bob invite", 2, .unknownWord("invite")),
            ("== a\n0 alice > bob OPTIONS for INVITE", 2, .unknownWord("for")),
            ("== a\n0 alice > bob OPTIONS\n1 bob > carol forward new", 3, .unknownWord("new")),
            ("== a\n0 alice > bob OPTIONS\n1 bob > alice 200 OK to dave", 3, .unknownWord("dave")),
            ("== a\nexpects x", 2, .unknownWord("expects")),
            ("== a\nexpect a/b grave proven", 2, .notAValue("grave")),
            ("== a\nparty eve nowhere", 2, .notAValue("nowhere")),
            ("== a\n  Header: x", 2, .noMessageAbove),
            ("== a\n0 alice > bob INVITE\n  nothing", 3, .form("Header: value")),
            ("== a\n0 alice > bob INVITE\n  | text", 3, .form("body TYPE")),
        ] as [(String, Int, FlowError.Reason)])
    func errors(text: String, line: Int, reason: FlowError.Reason) {
        #expect(throws: FlowError(file: "Fixtures/flows/area/rule.flow", line: line, reason: reason)) {
            try Flow(text, named: "area/rule")
        }
    }
}
