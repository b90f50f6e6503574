import Testing
import TraceTypes

@testable import SIPWatchCommands

@Suite struct UsageErrorTests {
    @Test(arguments: [
        (["--formt", "a"], "unknown option '--formt'; did you mean '--format'?"),
        (["--form", "a"], "unknown option '--form'; did you mean '--format'?"),
        (["--forma=json", "a"], "unknown option '--forma'; did you mean '--format'?"),
        (["--fromat", "a"], "unknown option '--fromat'; did you mean '--format'?"),
        (["--t1", "5", "a"], "unknown option '--t1'; did you mean '--T1'?"),
        (["--colr", "a"], "unknown option '--colr'; did you mean '--color'?"),
        (["--devise", "a"], "unknown option '--devise'; did you mean '--interface'?"),
        (["--no-colr", "a"], "unknown option '--no-colr'; did you mean '--no-color'?"),
        (["-format", "json"], "unknown option '-format'; did you mean '--format'?"),
        (["-T1", "5"], "unknown option '-T1'; did you mean '--T1'?"),
        (["--xyzzy", "a"], "unknown option '--xyzzy'"),
        (["--=x", "a"], "unknown option '--'"),
        (["-x", "a"], "unknown option '-x'"),
        (["-qx", "a"], "unknown option '-x' in '-qx'"),
        (["--\u{1B}[2J", "a"], "unknown option '--\\u{1b}[2J'"),
        (["--quiet=yes", "a"], "--quiet takes no value, but was given 'yes'"),
        (["--no-color=1", "a"], "--no-color takes no value, but was given '1'"),
        (["a", "--format"], "--format wants FORMAT, but nothing follows it"),
        (["a", "-f"], "--format wants FORMAT, but nothing follows it"),
        (["-i", "--count", "5"], "--interface wants DEVICE, but the option '--count' follows it"),
        (["-i", "-q"], "--interface wants DEVICE, but the option '-q' follows it"),
        (["-i", "--", "port"], "--interface wants DEVICE, but the option '--' follows it"),
    ])
    func scanning(_ arguments: [String], _ message: String) {
        #expect(throws: UsageError(message)) { try ArgumentParser.parse(arguments) }
    }

    @Test(arguments: [
        (["--fail-on", "error", "a"], "'analyze' does not take --fail-on; 'check' does", CommandName.analyze),
        (["watch", "--details", "1"], "'watch' does not take --details; 'analyze' does", .watch),
        (["codes", "-q"], "'codes' does not take --quiet; 'analyze', 'watch' and 'check' do", .codes),
        (["analyze", "-d", "lo", "a"], "'analyze' does not take --interface; 'watch' does", .analyze),
        (["-i", "lo", "-w", "a", "-w", "b"], "--write may be given only once", .watch),
        (["check", "-w", "a", "b"], "'check' does not take --write; 'analyze' and 'watch' do", .check),
        (["-C", "5", "-w", "a", "b"], "'analyze' does not take --rotate-size; 'watch' does", .analyze),
        (
            ["-i", "lo", "-C", "5T"], "--rotate-size wants a size such as 10, 500k, 100M or 1G, not '5T'", .watch
        ),
        (["--count", "x", "a"], "--count wants a whole number from 1 to 1000000000000, not 'x'", .analyze),
        (["-c0", "a"], "--count wants a whole number from 1 to 1000000000000, not '0'", .analyze),
        (["--count=+5", "a"], "--count wants a whole number from 1 to 1000000000000, not '+5'", .analyze),
        (["--count=", "a"], "--count wants a whole number from 1 to 1000000000000, not ''", .analyze),
        (
            ["--count", "99999999999999999999", "a"],
            "--count wants a whole number from 1 to 1000000000000, not '99999999999999999999'", .analyze
        ),
        (["--details", "-1", "a"], "--details wants a whole number from 0 to 1000000000 or 'all', not '-1'", .analyze),
        (
            ["--details", "All", "a"], "--details wants a whole number from 0 to 1000000000 or 'all', not 'All'",
            .analyze
        ),
        (["--T1", "all", "a"], "--T1 wants a whole number from 1 to 3600000, not 'all'", .analyze),
        (
            ["-i", "lo", "-s", "262145"], "--snapshot-length wants a whole number from 0 to 262144, not '262145'",
            .watch
        ),
        (["-i", "lo", "--duration", "5w"], "--duration wants a time such as 30s, 5m or 2h, not '5w'", .watch),
        (["-i", ""], "--interface wants DEVICE, not ''", .watch),
        (["--format", "xml", "a"], "--format wants text, json or jsonl with 'analyze', not 'xml'", .analyze),
        (["-i", "lo", "-f", "json"], "--format wants text or jsonl with 'watch', not 'json'", .watch),
        (
            ["explain", "-f", "jsonl", "603"],
            "--format wants text, json, markdown or html with 'explain', not 'jsonl'", .explain
        ),
        (["--color", "Auto", "a"], "--color wants auto, always or never, not 'Auto'", .analyze),
        (["--lang", "", "a"], "--lang wants en, fr or vi, not ''", .analyze),
        (["check", "--fail-on", "a"], "--fail-on wants error, warning, info or never, not 'a'", .check),
        (["analyze"], "'analyze' needs a capture file", .analyze),
        (["check", "-q"], "'check' needs a capture file, a folder or a pattern", .check),
        (["explain"], "'explain' needs a response code or a topic", .explain),
        (["completions"], "'completions' needs a shell", .completions),
        (["codes", "603"], "'codes' takes no operand; '603' is one too many", .codes),
        (["rules", "a", "b"], "'rules' takes the name of a rule or an area and no more; 'b' is one too many", .rules),
        (["completions", "bahs"], "'completions' wants a shell, not 'bahs'; did you mean 'bash'?", .completions),
        (
            ["completions", "tcsh"], "'completions' wants a shell, not 'tcsh'; there are bash, zsh and fish",
            .completions
        ),
    ])
    func parsing(_ arguments: [String], _ message: String, _ command: CommandName) {
        #expect(throws: UsageError(message, command: command)) { try ArgumentParser.parse(arguments) }
    }

    @Test func nothingToRead() {
        let message = "nothing to read; name a capture file, or a device with '-i'"
        for arguments in [[], ["-q"], ["--"]] {
            #expect(throws: UsageError(message)) { try ArgumentParser.parse(arguments) }
        }
    }

    @Test func helpOnAnUnknownCommand() {
        #expect(throws: UsageError("'help' wants a command, not 'chek'; did you mean 'check'?")) {
            try ArgumentParser.parse(["help", "chek"])
        }
    }

    @Test func theTextNamesTheProgramAndTheWayToHelp() {
        #expect(UsageError("no").text == "sipwatch: no; try 'sipwatch --help'\n")
        #expect(UsageError("no", command: .check).text == "sipwatch: no; try 'sipwatch help check'\n")
    }

    @Test(arguments: [
        ("plain", "'plain'"), ("Grüße", "'Grüße'"), ("a\nb", "'a\\u{a}b'"), ("\u{202E}x", "'\\u{202e}x'"),
        ("\u{9B}31m", "'\\u{9b}31m'"), ("\u{2028}", "'\\u{2028}'"), ("", "''"),
    ])
    func quotingLeavesNothingThatSteersATerminal(_ text: String, _ expected: String) {
        #expect(quoted(text) == expected)
    }
}
