import Foundation
import SIPWatchKit
import Testing

@testable import SIPWatchCommands

@Suite struct DocumentationCommandTests {
    @Test(arguments: DocumentationFolder.paths)
    func everyCommandLineParses(_ path: String) throws {
        for line in commandLines(of: try DocumentationFolder.text(path)) {
            let calls = try DocumentationShell.calls(in: line)
            #expect(!calls.isEmpty, "\(line)")
            for call in calls {
                #expect(throws: Never.self, "\(path): \(line)") { try AnalysisOptions(ArgumentParser.parse(call)) }
            }
        }
    }

    @Test func theLinesAreFound() throws {
        let text = """
            Run `sipwatch explain 603`, or `sipwatch`, or `jq`.
            ```sh
            sudo setcap cap_net_raw,cap_net_admin+ep .build/release/sipwatch
            sipwatch check a.pcap
            ```
            ```yaml
            - run: sipwatch check b.pcap
            ```
            ```text
            sipwatch says
            ```
            """
        #expect(
            commandLines(of: text) == ["sipwatch check a.pcap", "sipwatch check b.pcap", "sipwatch explain 603"])
    }

    @Test func aWrongLineIsNoticed() throws {
        let call = try #require(try DocumentationShell.calls(in: "sipwatch check --frobnicate 'a b'; sipwatch x").first)
        #expect(call == ["check", "--frobnicate", "a b"])
        #expect(throws: UsageError.self) { try ArgumentParser.parse(call) }
    }

    /// The lines of shell and YAML blocks, and the inline code, that call the program.
    private func commandLines(of text: String) -> [String] {
        let fenced = DocumentationFolder.blocks(of: text).filter { ["sh", "yaml"].contains($0.language) }
            .flatMap(\.commandLines)
        let inline = DocumentationFolder.inlineCode(of: text).filter { $0.contains(" ") && !$0.contains("…") }
        return (fenced + inline).filter { line in
            line.contains("sipwatch ") && !line.hasPrefix("sudo ") && !line.hasPrefix("cd ")
        }
    }
}

extension DocumentationFolder.Block {
    /// The lines without what YAML puts in front of them; one that begins with an option belongs to the one before.
    var commandLines: [String] {
        var result: [String] = []
        for line in lines {
            var command = line.trimmingCharacters(in: .whitespaces)
            for mark in ["- ", "run: "] where command.hasPrefix(mark) {
                command = String(command.dropFirst(mark.count))
            }
            if command.hasPrefix("--"), let last = result.popLast() {
                result.append((last.hasSuffix("\\") ? String(last.dropLast()) : last + " ") + command)
            } else {
                result.append(command)
            }
        }
        return result
    }
}
