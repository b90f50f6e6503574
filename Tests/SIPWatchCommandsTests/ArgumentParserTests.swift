import Testing

@testable import SIPWatchCommands

@Suite struct ArgumentParserTests {
    /// A command line and what it asks for.
    struct Line: Sendable, CustomTestStringConvertible {
        let arguments: String
        let command: CommandName
        let operands: [String]

        init(_ arguments: String, _ command: CommandName, _ operands: [String] = []) {
            self.arguments = arguments
            self.command = command
            self.operands = operands
        }

        var testDescription: String { arguments }
    }

    @Test(arguments: [
        Line("trace.pcap", .analyze, ["trace.pcap"]),
        Line("a b c", .analyze, ["a", "b", "c"]),
        Line("-", .analyze, ["-"]),
        Line("analyze -", .analyze, ["-"]),
        Line("./check", .analyze, ["./check"]),
        Line("-- check", .analyze, ["check"]),
        Line("analyze check", .analyze, ["check"]),
        Line("a check", .analyze, ["a", "check"]),
        Line("-- -q --help", .analyze, ["-q", "--help"]),
        Line("a -q -- -b", .analyze, ["a", "-b"]),
        Line("-q check a", .check, ["a"]),
        Line("check -- check", .check, ["check"]),
        Line("-i eth0", .watch),
        Line("-i eth0 udp port 5060", .watch, ["udp", "port", "5060"]),
        Line("-i eth0 host 192.0.2.1 -q and port 5060", .watch, ["host", "192.0.2.1", "and", "port", "5060"]),
        Line("-i eth0 -- tcp[0] - 1 = 0", .watch, ["tcp[0]", "-", "1", "=", "0"]),
        Line("-i eth0 watch port 5060", .watch, ["port", "5060"]),
        Line("watch", .watch),
        Line("watch port 5060", .watch, ["port", "5060"]),
        Line("explain 603", .explain, ["603"]),
        Line("compare 202 603", .compare, ["202", "603"]),
        Line("codes", .codes),
        Line("rules", .rules),
        Line("rules invite/missing-ack", .rules, ["invite/missing-ack"]),
        Line("interfaces", .interfaces),
        Line("completions fish", .completions, ["fish"]),
        Line("man", .man),
        Line("help", .help),
        Line("help check", .help, ["check"]),
        Line("version", .version),
        Line("--version", .version),
        Line("-V", .version),
        Line("check -V a", .version),
        Line("-h", .help),
        Line("--help", .help),
        Line("a --help", .help),
        Line("check --help", .help, ["check"]),
        Line("compare --help", .help, ["compare"]),
        Line("check --call 3 -h", .help, ["check"]),
        Line("--version --help", .version),
        Line("--help --version", .help),
    ])
    func aLineAsksFor(_ line: Line) throws {
        let invocation = try ArgumentParser.parse(line.arguments.split(separator: " ").map(String.init))
        #expect(invocation.command == line.command)
        #expect(invocation.operands == line.operands)
    }

    @Test func blanksWithinAnArgumentStay() throws {
        let invocation = try ArgumentParser.parse(["-i", "lo", "udp port 5060 or", "tcp"])
        #expect(invocation.captureFilter == "udp port 5060 or tcp")
        #expect(try ArgumentParser.parse(["a b"]).operands == ["a b"])
    }

    @Test func onlyWatchHasAFilterOfWords() throws {
        #expect(try ArgumentParser.parse(["-i", "lo"]).captureFilter == nil)
        #expect(try ArgumentParser.parse(["port"]).captureFilter == nil)
    }

    @Test("All readers take a filter as an option, but not another one beside it", arguments: ["analyze", "check"])
    func filterOption(_ command: String) throws {
        #expect(try ArgumentParser.parse([command, "--capture-filter", "port 5060", "a"]).captureFilter == "port 5060")
        #expect(try ArgumentParser.parse(["a", "--capture-filter=udp"]).captureFilter == "udp")
        #expect(try ArgumentParser.parse(["-i", "lo", "--capture-filter", "udp"]).captureFilter == "udp")
        let error = #expect(throws: UsageError.self) {
            _ = try ArgumentParser.parse(["-i", "lo", "--capture-filter", "udp", "tcp", "port", "5060"])
        }
        #expect(error == .secondFilter("tcp"))
        #expect(throws: UsageError.self) {
            _ = try ArgumentParser.parse(["--capture-filter", "udp", "--capture-filter", "tcp", "a"])
        }
    }

    @Test func helpKnowsItsTopic() throws {
        #expect(try ArgumentParser.parse(["help", "check"]).helpTopic == .check)
        #expect(try ArgumentParser.parse(["check", "-h"]).helpTopic == .check)
        #expect(try ArgumentParser.parse(["-h"]).helpTopic == nil)
        #expect(try ArgumentParser.parse(["completions", "bash"]).helpTopic == nil)
    }
}
