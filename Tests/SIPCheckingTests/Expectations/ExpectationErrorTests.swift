import SIPChecking
import Testing

@Suite("A file of expectations that cannot be read says where, and what would be right")
struct ExpectationErrorTests {
    @Test(
        "An unknown key names the nearest one of its part of the file",
        arguments: [
            ("call: []", "1:1: unknown key 'call' in the file; did you mean 'calls'?"),
            ("calls:\n  - outcom: x", "2:5: unknown key 'outcom' in a call; did you mean 'outcome'?"),
            ("calls: [{match: {form: a}}]", "1:18: unknown key 'form' in the match of a call; did you mean 'from'?"),
            ("transfers: [{taget: a}]", "1:14: unknown key 'taget' in a transfer; did you mean 'target'?"),
            ("redirects: [{contact: a}]", "1:14: unknown key 'contact' in a redirect; did you mean 'contacts'?"),
            ("messages: [{headers: a}]", "1:13: unknown key 'headers' in a message; did you mean 'header'?"),
            ("findings: {require: auth}", "1:12: unknown key 'require' in findings; did you mean 'required'?"),
            (
                "registrations: [{x: 1}]",
                "1:18: unknown key 'x' in a registration; there are name, match, outcome, status and expires"
            ),
            ("suppress: [{rul: auth}]", "1:13: unknown key 'rul' in a suppression; did you mean 'rule'?"),
        ])
    func keys(text: String, error: String) {
        #expect(readingProblem(text) == error)
    }

    @Test(
        "An unknown word names the nearest one",
        arguments: [
            (
                "calls: {ended-by: called}",
                "1:19: 'ended-by' wants caller, callee, nobody or open, not 'called'; did you mean 'caller'?"
            ),
            ("transfers: {kind: warm}", "1:19: 'kind' wants blind or attended, not 'warm'"),
            ("messages: {match: {request: INVTE}}", "'INVTE'; did you mean 'INVITE'?"),
            ("messages: {match: {method: invite}}", "'invite'; did you mean 'INVITE'?"),
            ("messages: {sdp: {direction: sendrcv}}", "not 'sendrcv'; did you mean 'sendrecv'?"),
            ("messages: {sdp: abset}", "'sdp' wants present or absent, not 'abset'; did you mean 'absent'?"),
            ("registrations: {outcome: succeded}", "not 'succeded'; did you mean 'succeeded'?"),
            (
                "findings: {required: [auth, transfer/faild]}",
                "1:29: 'transfer/faild' is neither a rule nor an area; did you mean 'transfer/failed'?"
            ),
            ("calls: {findings: {forbidden: zzz}}", "1:31: 'zzz' is neither a rule nor an area"),
            ("suppress: {rule: aut, reason: a}", "1:18: 'aut' is neither a rule nor an area; did you mean 'auth'?"),
        ])
    func words(text: String, error: String) {
        #expect(readingProblem(text).hasSuffix(error))
    }

    @Test(
        "A value of another kind says what is wanted",
        arguments: [
            ("- calls", "1:1: 'the file' wants keys with values, not a list"),
            ("calls:", "1:7: 'calls' wants a list, not nothing"),
            ("calls: [a]", "1:9: 'a call' wants keys with values, not 'a'"),
            ("calls: {name: [a]}", "1:15: 'name' wants a text, not a list"),
            ("calls: {match: alice}", "1:16: 'the match of a call' wants keys with values, not 'alice'"),
            ("calls: {outcome: []}", "1:18: 'outcome' wants at least one entry"),
            ("calls: {match: {order: 0}}", "1:24: 'order' wants a whole number from 1 to 1000000, not '0'"),
            ("redirects: {followed: maybe}", "1:23: 'followed' wants true or false, not 'maybe'"),
            ("messages: {header: Require}", "1:20: 'header' wants keys with values, not 'Require'"),
            ("messages: {sdp: [audio]}", "1:17: 'sdp' wants keys with values, not a list"),
            ("snapshot: \"\"", "1:11: 'snapshot' wants the path of a file, not ''"),
            ("counts: {a: 1}", "1:9: 'counts' wants a text, not keys with values"),
        ])
    func kinds(text: String, error: String) {
        #expect(readingProblem(text) == error)
    }

    @Test(
        "A status is a code or a class of them",
        arguments: ["99", "700", "0xx", "7xx", "6x", "four", "603 Decline", "-603", "٦٠٣", "[603]"])
    func statuses(_ status: String) {
        let shown = status == "[603]" ? "a list" : "'\(status)'"
        #expect(
            readingProblem("calls: {status: [\(status)]}")
                == "1:18: 'status' wants a status from 100 to 699 such as 603, or a class of them such as 4xx, "
                + "not \(shown)"
        )
    }

    @Test(
        "What stands twice says so",
        arguments: [
            ("counts: []\ncalls: []\ncounts: []\n", "3:1: 'counts' is there already, in line 1"),
            ("calls: [{legs: 1, legs: 2}]", "1:19: 'legs' is there already, in line 1"),
            (
                "messages:\n  header:\n    Subject: a\n    s: b\n", "4:5: Subject is there already, in line 3"
            ),
            (
                "findings:\n  required: transfer/failed\n  forbidden: [auth, transfer]\n",
                "3:21: 'transfer' is forbidden, while 'transfer/failed' is required in line 2"
            ),
            (
                "messages: {match: {request: INVITE, response: 200}}",
                "1:37: 'response' selects responses, and 'request' requests; leave one of them out"
            ),
        ])
    func twice(text: String, error: String) {
        #expect(readingProblem(text) == error)
    }

    @Test func theErrorIsWrittenAsCompilersWriteIt() {
        #expect(throws: ExpectationError("unknown key 'x' in the file; there are \(keys)", at: place)) {
            try Expectations.read(Array("x: 1".utf8), path: "a\u{1B}.yaml")
        }
        #expect(ExpectationError("why", at: place).description == "a\\u{1b}.yaml:1:1: why")
    }

    private let place = SourcePosition(file: "a\u{1B}.yaml", line: 1, column: 1)
    private let keys =
        "snapshot, calls, registrations, transfers, redirects, messages, findings, counts, percentiles and suppress"
}
