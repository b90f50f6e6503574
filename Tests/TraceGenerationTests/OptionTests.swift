import Testing

@testable import TraceGeneration

@Suite("The command line is read, or refused with a reason")
struct OptionTests {
    private func generated(_ arguments: [String]) throws -> (GeneratorOptions, output: String, truth: String?) {
        guard case .generate(let options, let output, let truth) = try GeneratorCommand.parse(arguments) else {
            throw OptionError("no trace asked for")
        }
        return (options, output, truth)
    }

    @Test func defaults() throws {
        let (options, output, truth) = try generated([])
        #expect(options.messages == 1_000_000)
        #expect(options.seed == 1)
        #expect(options.rate == 200)
        #expect(options.kinds.count == ExchangeKind.all.count)
        #expect(output == "-")
        #expect(truth == nil)
    }

    @Test func everyOption() throws {
        let (options, output, truth) = try generated([
            "--messages", "10", "--seed=5", "--rate", "2.5", "--start-time", "0", "--ipv6-share", "1", "--tcp-share=0",
            "--kinds", "declined,busy", "--output", "a=b.pcap", "--truth=t.json",
        ])
        #expect(options.messages == 10)
        #expect(options.seed == 5)
        #expect(options.rate == 2.5)
        #expect(options.startTime == 0)
        #expect(options.ipv6Share == 1)
        #expect(options.tcpShare == 0)
        #expect(options.kinds.map(\.name) == ["declined", "busy"])
        #expect(output == "a=b.pcap")
        #expect(truth == "t.json")
    }

    @Test(
        arguments: [
            ["--messages"], ["--messages", "0"], ["--messages", "-1"], ["--messages", "many"], ["--messages="],
            ["--seed", "1.5"], ["--rate", "0"], ["--rate", "nan"], ["--rate", "inf"], ["--start-time", "-1"],
            ["--start-time", "4000000001"], ["--ipv6-share", "1.1"], ["--ipv6-share", "nan"], ["--tcp-share", "-0.1"],
            ["--kinds", "nothing"], ["--kinds", ""], ["--kinds", "busy,"], ["--output", ""], ["--truth", "-"],
            ["--unknown", "1"],
            ["trace.pcap"], [""],
        ])
    func refused(arguments: [String]) {
        #expect(throws: OptionError.self) { try GeneratorCommand.parse(arguments) }
    }

    @Test(
        arguments: [
            (["--messages", "x"], "--messages takes a whole number from 1 to 10000000000, not 'x'"),
            (["--kinds", "busy,x"], "no kind 'x'; --list-kinds lists them"),
            (["--seed"], "--seed needs a value"),
            (["-x"], "unknown argument '-x'; --help lists the options"),
        ])
    func reasons(arguments: [String], reason: String) {
        #expect(throws: OptionError(reason)) { try GeneratorCommand.parse(arguments) }
    }

    @Test func lists() throws {
        guard case .listKinds = try GeneratorCommand.parse(["--list-kinds"]) else {
            Issue.record("--list-kinds asks for something else")
            return
        }
        let lines = GeneratorCommand.kindList.split(separator: "\n")
        #expect(lines.count == ExchangeKind.all.count)
        #expect(zip(lines, ExchangeKind.all).allSatisfy { $0.hasPrefix($1.name + " ") && $0.hasSuffix($1.summary) })
        #expect(Set(ExchangeKind.all.map(\.name)).count == ExchangeKind.all.count)
    }
}
