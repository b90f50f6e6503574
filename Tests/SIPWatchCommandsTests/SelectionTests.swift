import SIPFindings
import SIPReporting
import Testing

@testable import SIPWatchCommands

@Suite struct SelectionTests {
    private func selection(_ arguments: String...) throws -> RuleSelection {
        try RuleSelection(ArgumentParser.parse(arguments + ["a"]))
    }

    private func filter(_ text: String) throws -> CallFilter? {
        try CallFilter.asked(by: ArgumentParser.parse(["--filter", text, "a"]))
    }

    @Test func namesAreListedWithCommasOrGivenAgain() throws {
        let names = ["auth/loop", "redirect/loop"]
        #expect(try selection("--select", "auth/loop,redirect/loop").rules.map(\.name) == names)
        #expect(try selection("--select=auth/loop", "--select", "redirect/loop").rules.map(\.name) == names)
        #expect(try selection("--select", "auth, redirect", "--ignore", "redirect/not-followed").rules.count >= 2)
        #expect(try selection().rules.count == Rule.all.count)
        #expect(try selection("--severity", "warning").leastSeverity == .warning)
    }

    @Test(arguments: [
        (["--select", "transfr"], "--select: 'transfr' is neither a rule nor an area; did you mean 'transfer'?"),
        (["--ignore", "auth/lop"], "--ignore: 'auth/lop' is neither a rule nor an area; did you mean 'auth/loop'?"),
        (["--select", "xyzzy"], "--select: 'xyzzy' is neither a rule nor an area; 'sipwatch rules' lists them"),
        (["--select", "auth,,invite"], "--select: '' is neither a rule nor an area; 'sipwatch rules' lists them"),
        (
            ["--ignore", "transfer/*"],
            "--ignore: 'transfer/*' is neither a rule nor an area; did you mean 'transfer'?"
        ),
    ])
    func unknownNames(_ arguments: [String], _ message: String) {
        #expect(throws: UsageError(message, command: .analyze)) {
            try RuleSelection(ArgumentParser.parse(arguments + ["a"]))
        }
    }

    @Test(arguments: [
        ("statsu = 4", "--filter, column 1: 'statsu' is no field; did you mean 'status'?"),
        ("outcome = answred", "--filter, column 11: 'answred' is no outcome; did you mean 'answered'?"),
        ("header Resaon", "--filter, column 8: no header field 'Resaon' is kept of messages; did you mean 'Reason'?"),
        ("kind = x", "--filter, column 8: 'x' is no kind; there are call, registration, subscription and request"),
        ("udp port 5060", "--filter, column 1: 'udp' is no field; filters of pcap-filter(7) go to --capture-filter"),
        (
            "host 192.0.2.10",
            "--filter, column 6: expected 'and' or 'or', not '192.0.2.10'; filters of pcap-filter(7) go to --capture-filter"
        ),
    ])
    func filterErrors(_ text: String, _ message: String) throws {
        let error = #expect(throws: UsageError.self) { try filter(text) }
        #expect(error?.message == message)
        #expect(error?.command == .analyze)
        #expect(error?.text.split(separator: "\n").count == 3)
    }

    @Test func noFilterIsNone() throws {
        #expect(try CallFilter.asked(by: ArgumentParser.parse(["a"]))?.text == nil)
        #expect(try filter("status = 486")?.text == "status = 486")
    }
}
