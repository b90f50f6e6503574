import Foundation
import SIPChecking
import Testing

@Suite("The reference of the grammar is a file that can be read")
struct ExpectationGrammarTests {
    /// The YAML in the comment above the grammar.
    private func reference() throws -> String {
        let source = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/SIPChecking/Expectations/Reading/ExpectationGrammar.swift")
        let lines = try String(contentsOf: source.standardizedFileURL, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex(of: "/// ```yaml"))
        let end = try #require(lines.firstIndex(of: "/// ```"))
        return lines[(start + 1)..<end].map { $0.dropFirst(4) }.joined(separator: "\n")
    }

    @Test func itIsRead() throws {
        let read = try readExpectations(try reference())
        #expect(read.calls.count == 1)
        #expect(read.calls.first?.value.times.count == 4)
        #expect(read.registrations.count == 1)
        #expect(read.counts.count == 6)
        #expect(read.percentiles.count == 4)
        #expect(read.suppressions.count == 1)
        #expect(read.usesMessages)
    }

    @Test func itHasEveryKey() throws {
        let text = try reference()
        for section in ExpectationGrammar.sections {
            for key in section.keys {
                #expect(text.contains("\(key):"), "the reference does not have '\(key)' of \(section.name)")
            }
            #expect(Set(section.keys).count == section.keys.count)
        }
    }

    @Test(
        "Each part is read with its own keys",
        arguments: [
            ("{x-y: 1}", "the file"), ("calls: {x-y: 1}", "a call"),
            ("calls: {match: {x-y: 1}}", "the match of a call"), ("registrations: {x-y: 1}", "a registration"),
            ("registrations: {match: {x-y: 1}}", "the match of a call"),
            ("transfers: {x-y: 1}", "a transfer"), ("calls: {transfers: {x-y: 1}}", "a transfer"),
            ("redirects: {x-y: 1}", "a redirect"), ("calls: {redirects: {x-y: 1}}", "a redirect"),
            ("messages: {x-y: 1}", "a message"), ("calls: {messages: {x-y: 1}}", "a message"),
            ("messages: {match: {x-y: 1}}", "the match of a message"), ("messages: {sdp: {x-y: 1}}", "sdp"),
            ("findings: {x-y: 1}", "findings"), ("calls: {findings: {x-y: 1}}", "findings"),
            ("suppress: {x-y: 1}", "a suppression"),
        ])
    func parts(text: String, name: String) throws {
        let section = try #require(ExpectationGrammar.sections.first { $0.name == name })
        #expect(readingProblem(text).contains("unknown key 'x-y' in \(name); there are \(section.keys[0])"))
    }
}
