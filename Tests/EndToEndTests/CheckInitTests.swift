import Testing
import _TestSupport

@Suite("--init writes what a trace shows, and the trace meets it")
struct CheckInitTests {
    @Test("Every fixture meets what is written of it", arguments: Fixture.captures)
    func met(capture: String) throws {
        let folder = try CheckFolder()
        let written = try folder.check("--no-config", "--init", "-o", "new.yaml", capture)
        #expect(written.status == 0, "\(written.errors)")
        #expect(written.output == "wrote new.yaml\n")
        let checked = { (options: [String]) in
            try folder.run(
                ["--no-config", "--fail-on", "info", "--format", "json", "--expect", "new.yaml"] + options + [capture])
        }
        let ended = try checked([])
        let document = try CheckDocument(ended.outputBytes)
        #expect(!document.expectations.isEmpty)
        #expect(document.expectations.allSatisfy { $0.state == "met" && !$0.fails }, "\(ended.output)")
        let lacking = document.problems.filter(\.fails).map(\.kind)
        #expect(lacking.allSatisfy { $0 == "trace/incomplete" || $0 == "trace/no-sip" }, "\(lacking)")
        #expect(ended.status == (lacking.isEmpty ? 0 : 1), "\(ended.output)")
        guard !lacking.isEmpty else { return }
        #expect(try checked(["--allow-incomplete", "--allow-empty"]).status == 0)
    }

    @Test("It goes beside the trace, and what is there already is left alone")
    func beside() throws {
        let folder = try CheckFolder("transfer/blind-declined")
        let first = try folder.check("--init", "trace.pcap")
        #expect(first.status == 0 && first.output == "wrote trace.sipwatch.yaml\n" && first.errors.isEmpty)
        let text = folder.text("trace.sipwatch.yaml")
        for words in ["calls:", "outcome: answered", "target: carol", "final-status: 603", "transfer/failed", "no 5xx"]
        {
            #expect(text.contains(words), "\(text)")
        }
        #expect(try folder.document().clean)
        try folder.write(text + "# Mine.\n", "trace.sipwatch.yaml")
        let again = try folder.check("--init", "trace.pcap")
        #expect(again.status == 2 && again.output.isEmpty)
        #expect(again.errors.hasPrefix("sipwatch: trace.sipwatch.yaml is there already and left alone"))
        #expect(folder.text("trace.sipwatch.yaml") == text + "# Mine.\n")
    }

    @Test("To a file of one's own, to standard output, and for several traces")
    func places() throws {
        let folder = try CheckFolder("call/answered")
        try folder.add("call/busy-486", as: "deep/busy.pcap.gz.pcapng")
        #expect(try folder.check("--init", "-o", "mine.yaml", "trace.pcap").output == "wrote mine.yaml\n")
        let shown = try folder.check("--init", "-o", "-", "trace.pcap")
        #expect(shown.status == 0 && shown.output == folder.text("mine.yaml") && shown.output.contains("calls:"))
        #expect(folder.text("trace.sipwatch.yaml").isEmpty)
        let several = try folder.check("--init", "trace.pcap", "missing.pcap", "deep")
        #expect(several.status == 2)
        #expect(several.errorLines.count == 1 && several.errors.hasPrefix("sipwatch: missing.pcap: no such file"))
        #expect(several.output == "wrote trace.sipwatch.yaml\nwrote deep/busy.pcap.gz.sipwatch.yaml\n")
        #expect(try folder.check(".").status == 0)
    }

    @Test("The same trace gives the same file")
    func same() throws {
        let folder = try CheckFolder("situation/success")
        let texts = try (0..<2).map { _ in try folder.check("--init", "-o", "-", "trace.pcap").output }
        #expect(texts[0] == texts[1] && !texts[0].isEmpty)
    }

    @Test("A trace recorded again meets what was written of the first", arguments: Fixture.all)
    func again(fixture: Fixture) throws {
        let folder = try CheckFolder(fixture.name)
        #expect(try folder.check("--init", "trace.pcap").status == 0)
        try folder.write(fixture.again(from: 50_000), "trace.pcap")
        let ended = try folder.check("--allow-empty", "--allow-incomplete", "--fail-on", "info", "trace.pcap")
        #expect(ended.status == 0, "\(ended.output)")
    }
}
