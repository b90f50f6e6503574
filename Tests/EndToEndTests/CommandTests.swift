import Testing
import _TestSupport

@Suite("Commands that read no capture")
struct CommandTests {
    @Test(
        "Results go to standard output, nothing to standard error, status 0",
        arguments: [
            (["explain", "603"], "603 Decline"), (["explain", "transfer/no-notify"], "NOTIFY"),
            (["explain", "799", "--help"], "sipwatch explain"), (["explain", "699"], "699"),
            (["compare", "202", "603"], "202"), (["codes"], "608"), (["rules"], "blocked/no-redress"),
            (["rules", "auth/loop"], "credentials"), (["interfaces"], "lo"), (["completions", "bash"], "complete"),
            (["completions", "zsh"], "#compdef"), (["completions", "fish"], "complete"), (["man"], ".TH"),
            (["help"], "EXIT STATUS"), (["help", "check"], "--fail-on"), (["--help"], "EXAMPLES"),
            (["check", "-h"], "--fail-on"), (["version"], "sipwatch 0."), (["--version"], "sipwatch 0."),
        ])
    func output(arguments: [String], words: String) throws {
        let ended = try SIPWatch.run(arguments)
        #expect(ended.output.contains(words))
        #expect(ended.errors.isEmpty)
        #expect(ended.status == 0)
    }

    @Test(
        "Results that cannot be written are no success",
        arguments: [
            "explain 603", "-q -f json answered.pcap", "check -q answered.pcap", "-q -o /dev/full answered.pcap",
        ])
    func fullDisk(arguments: String) throws {
        let folder = Fixture.projectPath + "/Fixtures/call"
        let ended = try SIPWatch.shell("sipwatch \(arguments) > /dev/full", in: folder)
        #expect(ended.status == 2)
        #expect(ended.errors.hasPrefix("sipwatch: the output could not be written (No space left on device)"))
        #expect(ended.errors.split(separator: "\n").count == 1)
    }

    @Test(
        "As JSON", arguments: [["explain", "486"], ["compare", "486", "600"], ["codes"], ["rules"], ["interfaces"]])
    func json(arguments: [String]) throws {
        let ended = try SIPWatch.run(arguments + ["--format", "json"])
        #expect(ended.status == 0)
        #expect(try JSONSyntax(ended.outputBytes).objects > 0)
    }

    @Test(
        "As Markdown",
        arguments: [
            (["explain", "486"], "# 486 Busy Here"), (["compare", "486", "600"], "#"),
            (["codes"], "| 608 | Rejected |"),
            (["rules"], "| `transfer/failed` | error |"),
        ])
    func markdown(arguments: [String], words: String) throws {
        let ended = try SIPWatch.run(arguments + ["--format", "markdown"])
        #expect(ended.status == 0)
        #expect(ended.output.contains(words))
    }

    @Test(
        "As HTML",
        arguments: [
            (["explain", "486"], "<h1>486 Busy Here (4xx Request Failure)</h1>"),
            (["explain", "transfer/no-notify"], "<h2>How to confirm it</h2>"),
            (["compare", "486", "600"], "<h3>Description</h3>"), (["codes"], "<th scope=\"row\">608</th>"),
            (["rules"], "<th scope=\"row\" class=\"long\">transfer/failed</th><td>error</td>"),
            (["rules", "auth"], "<h2>auth</h2>"),
        ])
    func html(arguments: [String], words: String) throws {
        let ended = try SIPWatch.run(arguments + ["--format", "html"])
        #expect(ended.status == 0 && ended.errors.isEmpty)
        #expect(ended.output.hasPrefix("<!doctype html>\n<html lang=\"en\">\n") && ended.output.contains(words))
    }

    @Test("compare says what both have to do with one transfer")
    func comparison() throws {
        let text = try SIPWatch.run("compare", "202", "603").output
        for words in ["REFER", "NOTIFY", "202", "603"] { #expect(text.contains(words)) }
        #expect(try SIPWatch.run("compare", "603", "202").output != text)
    }
}
