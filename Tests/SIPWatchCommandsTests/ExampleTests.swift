import Testing

@testable import SIPWatchCommands

@Suite struct ExampleTests {
    @Test(arguments: CommandTable.all)
    func everyExampleParses(_ command: Command) throws {
        #expect(!command.examples.isEmpty)
        for example in command.examples {
            let invocation = try ArgumentParser.parse(arguments(of: example.line))
            #expect(invocation.command == command.name, "\(example.line)")
            #expect(example.explanation.hasSuffix("."))
        }
    }

    @Test(arguments: [
        "sipwatch -i eth0", "sipwatch trace.pcap", "| sipwatch -", "sipwatch check", "sipwatch explain 603",
        "sipwatch compare 202 603",
    ])
    func theHelpLeadsWith(_ use: String) throws {
        let leading = try #require(HelpPage.general().split(separator: "\nUSAGE\n").first)
        #expect(leading.contains(use))
    }

    /// What the program would be given if a shell ran `line`.
    private func arguments(of line: String) throws -> [String] {
        let script = """
            cd "$(mktemp -d)" && exec 3>&1
            sipwatch() { printf '%s\\0' "$@" >&3; }
            ssh() { :; }; jq() { :; }; man() { :; }
            \(line)
            """
        let result = try #require(Tool("bash")).run(["-c", script])
        #expect(result.errors.isEmpty)
        return result.output.split(separator: "\0").map(String.init)
    }
}
