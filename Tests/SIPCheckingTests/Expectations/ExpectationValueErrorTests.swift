import SIPChecking
import Testing

@Suite("A value that cannot be read says what is wrong with it")
struct ExpectationValueErrorTests {
    private static let count = "a whole number, or a bound such as \"< 3\", \"!= 0\" or 1 .. 3"
    private static let time = "a time such as 500 ms, or a bound such as \"< 2 s\" or 1 s .. 3 s"
    private static let percentage = "a bound such as \"< 1 %\", from 0 to 100 % with at most 3 decimals"

    @Test(
        "Bounds of numbers",
        arguments: [
            ("two", "wants \(count), not 'two'"), ("-1", "wants \(count), not '-1'"),
            ("1.5", "wants \(count), not '1.5'"), ("\"<\"", "wants \(count), not '<'"),
            ("\"< 1 .. 3\"", "wants \(count), not '< 1 .. 3'"), ("\"\"", "wants \(count), not ''"),
            ("9223372036854775808", "wants \(count), not '9223372036854775808'"), ("[1]", "wants \(count), not a list"),
            ("~", "wants \(count), not nothing"),
            ("\"=< 3\"", ": '=<' compares nothing; there are =, ==, !=, <, <=, > and >="),
            ("\"< 0\"", ": nothing is less than 0"), ("3 .. 1", ": '3 .. 1' ends before it begins"),
        ])
    func bounds(text: String, error: String) {
        let space = error.hasPrefix(":") ? "" : " "
        #expect(readingProblem("calls: {legs: \(text)}") == "1:15: 'legs'\(space)\(error)")
    }

    @Test(
        "Bounds of times",
        arguments: [
            ("soon", "wants \(time), not 'soon'"), ("< 2 parsecs", "wants \(time), not '< 2 parsecs'"),
            ("-1 s", "wants \(time), not '-1 s'"), ("1.2.3 s", "wants \(time), not '1.2.3 s'"),
            ("99999999999 h", "wants \(time), not '99999999999 h'"), ("s", "wants \(time), not 's'"),
            ("1 .. 3 s", "wants a unit at both ends of '1 .. 3 s'"),
            ("\"!= 2 s\"", "is a time, which is compared with =, <, <=, > and >=, or 1 s .. 3 s"),
        ])
    func times(text: String, error: String) {
        #expect(readingProblem("calls: {ring: \(text)}") == "1:15: 'ring' \(error)")
    }

    @Test(
        "Counts",
        arguments: [
            ("callz = 3", "'callz' is nothing that is counted; did you mean 'calls'?"),
            ("Calls = 3", "'Calls' is nothing that is counted; did you mean 'calls'?"),
            ("no invite", "'invite' is nothing that is counted; did you mean 'INVITE'?"),
            ("5x = 0", "'5x' is nothing that is counted; there are calls, registrations, "),
            ("calls", "'calls' wants a comparison, as in 'calls = 3'"),
            ("asr", "'asr' wants a comparison, as in 'asr > 90 %'"),
            ("calls 3", "'calls 3' wants a comparison, as in 'calls = 3'"),
            ("asr = 3", "'asr' is a percentage; compare it with one, as in 'asr > 90 %'"),
            ("no ser", "'ser' is a percentage; compare it with one, as in 'ser > 90 %'"),
            ("calls = 3 %", "'calls' are no part of a whole; compare them with a number, without '%'"),
            ("findings < 3 %", "'findings' are no part of a whole; compare them with a number, without '%'"),
            ("4xx < 1.2345 %", "'4xx' wants \(percentage), not '< 1.2345 %'"),
            ("4xx < 100.001 %", "'4xx' wants \(percentage), not '< 100.001 %'"),
            ("4xx < 101 %", "'4xx' wants \(percentage), not '< 101 %'"),
            ("4xx <> 1", "'4xx': '<>' compares nothing; there are =, ==, !=, <, <=, > and >="),
            ("no 5xx please", "'5xx please' is nothing that is counted; there are "),
        ])
    func counts(text: String, error: String) {
        #expect(readingProblem("counts: [no 4xx, \"\(text)\"]").hasPrefix("1:18: \(error)"))
    }

    @Test(
        "Percentiles",
        arguments: [
            ("setpu p95 < 2 s", "'setpu' is no time of a call; did you mean 'setup'?"),
            ("delay p95 < 2 s", "'delay' is no time of a call; there are setup, post-dial, ring and duration"),
            ("setup p0 < 2 s", "'p0' is no statistic; there are min, mean, median, max and p1 to p100"),
            ("setup p101 < 2 s", "'p101' is no statistic; "), ("setup p05 < 2 s", "'p05' is no statistic; "),
            ("setup medain < 2 s", "'medain' is no statistic; did you mean 'median'?"),
            ("setup p95", "'percentiles' wants entries such as 'setup p95 < 2 s', not 'setup p95'"),
            ("setup < 2 s", "'percentiles' wants entries such as 'setup p95 < 2 s', not 'setup < 2 s'"),
            ("setup p95 < fast", "'setup p95' wants \(time), not '< fast'"),
        ])
    func percentiles(text: String, error: String) {
        #expect(readingProblem("percentiles: [\"\(text)\"]").hasPrefix("1:15: \(error)"))
    }

    @Test(
        "Expressions",
        arguments: [
            (
                "/a(b/",
                "the expression of 'reason' cannot be used: missing closing parenthesis, at character 4 of 'a(b'"
            ),
            (
                "/ü[/",
                "the expression of 'reason' cannot be used: missing terminating ] for character class, "
                    + "at character 3 of 'ü['"
            ),
            ("/ab/g", "'reason' has 'g' behind its expression, where only 'i' may stand"),
            ("//", "the expression of 'reason' is empty"),
        ])
    func expressions(text: String, error: String) {
        #expect(readingProblem("calls: {reason: \"\(text)\"}") == "1:17: \(error)")
    }

    @Test("Texts with slashes that are no expressions", arguments: ["/", "/etc/hosts", "a/b/", "text/plain"])
    func slashes(_ text: String) throws {
        #expect(try readCall("reason: \(text)")?.reason?.value.written == text)
    }

    @Test(
        "Filters",
        arguments: [
            ("statsu >= 400", "'filter', column 1 of it: 'statsu' is no field; did you mean 'status'?"),
            ("status >=", "'filter', column 10 of it: expected a value behind '>=' at the end"),
        ])
    func filters(text: String, error: String) {
        #expect(readingProblem("calls: {match: {filter: \"\(text)\"}}") == "1:25: \(error)")
    }

    @Test(
        "Addresses and names of header fields",
        arguments: [
            (
                "messages: {match: {from: alice}}",
                "1:26: 'from' wants an address such as 192.0.2.10 or 192.0.2.10:5060, or an expression "
                    + "between slashes, not 'alice'"
            ),
            (
                "messages: {match: {to: \"192.0.2.1:99999\"}}",
                "1:24: 'to' wants an address such as 192.0.2.10 or 192.0.2.10:5060, or an expression "
                    + "between slashes, not '192.0.2.1:99999'"
            ),
            (
                "messages: {header: {a b: present}}", "1:21: 'a b' cannot be the name of a header field"
            ),
            ("messages: {header: {Überschrift: present}}", "1:21: 'Überschrift' cannot be the name of a header field"),
            (
                "messages: {match: {request: \"IN VITE!@\"}}",
                "1:29: 'request' wants a method such as INVITE, not 'IN VITE!@'"
            ),
        ])
    func names(text: String, error: String) {
        #expect(readingProblem(text) == error)
    }
}
