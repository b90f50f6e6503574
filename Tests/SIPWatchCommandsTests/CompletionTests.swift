import Testing

@testable import SIPWatchCommands

@Suite struct CompletionTests {
    @Test(arguments: Shell.allCases)
    func theScriptIsAsRecorded(_ shell: Shell) throws {
        try expectSnapshot(shell.completionScript, "completions.\(shell.rawValue)")
    }

    @Test func bashAcceptsItsScript() throws {
        try expectAccepted(by: "bash", Shell.bash.completionScript)
    }

    @Test(.enabled(if: Tool.isInstalled("zsh"), "zsh is not installed"))
    func zshAcceptsItsScript() throws {
        try expectAccepted(by: "zsh", Shell.zsh.completionScript)
    }

    @Test(.enabled(if: Tool.isInstalled("fish"), "fish is not installed"))
    func fishAcceptsItsScript() throws {
        try expectAccepted(by: "fish", Shell.fish.completionScript)
    }

    /// A line being typed, with the words that are offered and some that are not.
    struct Line: Sendable, CustomTestStringConvertible {
        let words: [String]
        let offers: [String]
        let withholds: [String]

        init(_ words: [String], offers: [String] = [], withholds: [String] = []) {
            self.words = words
            self.offers = offers
            self.withholds = withholds
        }

        var testDescription: String { words.joined(separator: " ") }
    }

    static let lines = [
        Line([""], offers: CommandName.allCases.map(\.rawValue) + ["trace one.pcap"]),
        Line(["ch"], offers: ["check"], withholds: ["analyze"]),
        Line(["tr"], offers: ["trace one.pcap"], withholds: ["check"]),
        Line(["--"], offers: ["--format", "--interface", "--help"], withholds: ["--fail-on", "--device"]),
        Line(["check", "--"], offers: ["--fail-on", "--format"], withholds: ["--interface"]),
        Line(["-q", "check", "--f"], offers: ["--fail-on", "--format"], withholds: ["--quiet"]),
        Line(["-i", "lo", "--"], offers: ["--duration"], withholds: ["--fail-on", "--details"]),
        Line(["-ilo", "--d"], offers: ["--duration"], withholds: ["--details"]),
        Line(["check", "--fail-on", ""], offers: ["error", "warning", "info", "never"], withholds: ["check"]),
        Line(["check", "--fail-on", "w"], offers: ["warning"], withholds: ["error"]),
        Line(["watch", "--format", ""], offers: ["text", "jsonl"], withholds: ["json", "markdown"]),
        Line(["explain", "-f", ""], offers: ["text", "json", "markdown"], withholds: ["jsonl"]),
        Line(["watch", "-i", ""], offers: ["any", "lo"], withholds: ["watch"]),
        Line(["check", "t"], offers: ["trace one.pcap"], withholds: ["text"]),
        Line(["check", "--count", "5", "t"], offers: ["trace one.pcap"]),
        Line(["--call", "check", "--"], offers: ["--call"], withholds: ["--fail-on"]),
        Line(["completions", ""], offers: ["bash", "zsh", "fish"], withholds: ["trace one.pcap"]),
        Line(["help", "co"], offers: ["compare", "codes", "completions"], withholds: ["check"]),
        Line(["codes", ""], withholds: ["trace one.pcap", "check"]),
        Line(["--count", ""], withholds: ["trace one.pcap", "check"]),
    ]

    @Test(arguments: lines)
    func bashOffers(_ line: Line) throws {
        try expect(line, in: offersOfBash(line.words))
    }

    @Test(arguments: [
        Line(["check", "--format", "=", "js"], offers: ["json", "jsonl"], withholds: ["text"]),
        Line(["check", "--format", "="], offers: ["text"]),
        Line(["check", "--format=js"], offers: ["--format=json"], withholds: ["json"]),
        Line(["--interface", "=", "lo", "--d"], offers: ["--duration"], withholds: ["--details"]),
    ])
    func bashOffersBehindAnEqualsSign(_ line: Line) throws {
        try expect(line, in: offersOfBash(line.words))
    }

    @Test(.enabled(if: Tool.isInstalled("fish"), "fish is not installed"), arguments: lines)
    func fishOffers(_ line: Line) throws {
        let typed = (["sipwatch"] + line.words).joined(separator: " ")
        let script = """
            cd (mktemp -d); touch 'trace one.pcap'
            function sipwatch; end
            \(Shell.fish.completionScript)
            complete -C '\(typed)' | string split -f1 \\t
            """
        let result = try #require(Tool("fish")).run(["--no-config", "-c", script])
        #expect(result.errors.isEmpty)
        let offers = result.output.replacing("\\ ", with: " ").split(separator: "\n").map(String.init)
        try expect(line, in: offers)
    }

    private func expect(_ line: Line, in offers: [String]) throws {
        for word in line.offers { #expect(offers.contains(word), "\(offers)") }
        for word in line.withholds { #expect(!offers.contains(word), "\(offers)") }
    }

    /// What bash would offer behind `sipwatch` and `words`, in a folder with one file.
    private func offersOfBash(_ words: [String]) throws -> [String] {
        let list = (["sipwatch"] + words).map(CompletionFacts.shellQuoted).joined(separator: " ")
        let script = """
            cd "$(mktemp -d)" && touch 'trace one.pcap'
            \(Shell.bash.completionScript)
            COMP_WORDS=(\(list)) COMP_CWORD=\(words.count)
            _sipwatch
            [[ ${#COMPREPLY[@]} == 0 ]] || printf '%s\\n' "${COMPREPLY[@]}"
            """
        let result = try #require(Tool("bash")).run(["--norc", "-c", script])
        #expect(result.errors.isEmpty)
        return result.output.split(separator: "\n").map(String.init)
    }

    private func expectAccepted(by shell: String, _ script: String) throws {
        let result = try #require(Tool(shell)).run(["-n"], input: script)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
    }
}
