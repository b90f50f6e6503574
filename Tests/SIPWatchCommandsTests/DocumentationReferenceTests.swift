import SIPChecking
import Testing

/// The reference of the files that people write for a check.
@Suite struct DocumentationReferenceTests {
    private static let guides = "Sources/SIPWatchKit/SIPWatchKit.docc/Guides"

    @Test(arguments: ExpectationGrammar.sections)
    func itHasEveryKey(_ part: ExpectationGrammar.Section) throws {
        let page = try DocumentationFolder.text("\(Self.guides)/Expectations.md")
        let section = try #require(DocumentationFolder.section(part.heading, of: page), "no heading '\(part.heading)'")
        #expect(DocumentationFolder.tableKeys(of: section) == part.keys)
    }

    @Test func itHasEverySetting() throws {
        let page = try DocumentationFolder.text("\(Self.guides)/CheckingTraces.md")
        let section = try #require(DocumentationFolder.section("Configuration", of: page))
        #expect(
            DocumentationFolder.tableKeys(of: section).filter { !$0.hasPrefix("--") } == CheckSettings.keys + [
                "overrides"
            ])
    }

    @Test func itsExamplesAreRead() throws {
        let page = try DocumentationFolder.text("\(Self.guides)/Expectations.md")
        let examples = DocumentationFolder.blocks(of: page).filter { $0.language == "yaml" }
        #expect(examples.count > 8)
        for example in examples {
            let text = example.lines.joined(separator: "\n")
            #expect(throws: Never.self, "\(text)") {
                try Expectations.read(Array(text.utf8), path: "example.sipwatch.yaml")
            }
        }
    }

    @Test(arguments: ["Configuration", "Suppressions"])
    func theGuidesExamplesAreRead(_ heading: String) throws {
        let page = try DocumentationFolder.text("\(Self.guides)/CheckingTraces.md")
        let section = try #require(DocumentationFolder.section(heading, of: page))
        let examples = DocumentationFolder.blocks(of: section).filter { $0.language == "yaml" }
        #expect(examples.count == 1)
        for bytes in examples.map({ Array($0.lines.joined(separator: "\n").utf8) }) {
            if heading == "Configuration" {
                #expect(!(try CheckConfiguration.read(bytes, path: ".sipwatch.yaml").overrides.isEmpty))
            } else {
                #expect(!(try Expectations.read(bytes, path: "a.sipwatch.yaml").suppressions.isEmpty))
            }
        }
    }
}

extension ExpectationGrammar.Section {
    /// The heading of its part of the reference.
    fileprivate var heading: String { name == "sdp" ? "SDP" : name.prefix(1).uppercased() + name.dropFirst() }
}
