import Testing

@Suite struct DocumentationReadmeTests {
    @Test func itIsShort() throws {
        #expect(try DocumentationFolder.readme().split(separator: "\n", omittingEmptySubsequences: false).count <= 151)
    }

    @Test func itsFirstCommandsDoEverything() throws {
        let first = try #require(DocumentationFolder.blocks(of: DocumentationFolder.readme()).first)
        #expect(first.lines == ["Scripts/sipwatch Fixtures/transfer/blind-declined.pcap", "Scripts/test"])
    }

    /// `…` stands for lines that are left out, and at the end of a line for the rest of it.
    @Test func itQuotesWhatTheProgramPrints() throws {
        let readme = try DocumentationFolder.readme()
        let quoted = try #require(DocumentationFolder.blocks(of: readme).first { $0.language == "text" })
        var printed = try DocumentationShell.output("Fixtures/transfer/blind-declined.pcap").split(separator: "\n")[...]
        for line in quoted.lines where line != "…" {
            let start = line.hasSuffix("…") ? String(line.dropLast()) : nil
            let found = printed.firstIndex { start.map($0.hasPrefix) ?? ($0 == line) }
            let index = try #require(found, "not printed, or not in this order: \(line)")
            printed = printed[(index + 1)...]
        }
        #expect(quoted.lines.count > 15)
    }

    @Test func itListsTheAreas() throws {
        let areas = try DocumentationAreas()
        #expect(areas.areas.count > 20)
        #expect(try DocumentationFolder.readme().contains("\n\(areas.table)\n"), "the areas are now:\n\(areas.table)")
    }

    @Test func itNamesEveryPackageThatIsInstalled() throws {
        let readme = try DocumentationFolder.readme()
        let bootstrap = try DocumentationFolder.text("Scripts/bootstrap")
        let groups = bootstrap.split(separator: "\n").filter { $0.hasSuffix(")") && $0.contains("=(") }
        let packages = groups.flatMap { line in
            line.drop { $0 != "(" }.dropFirst().dropLast().split(separator: " ").filter { !$0.contains("$") }
        }
        #expect(packages.contains("libpcap-dev"))
        for package in packages where package.first?.isLetter == true {
            #expect(readme.contains("`\(package)`"), "\(package) is installed, and the README does not say why")
        }
    }
}
