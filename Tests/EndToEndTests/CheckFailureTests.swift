import Testing
import _TestSupport

@Suite("What is told of an expectation that is not met")
struct CheckFailureTests {
    private static let yaml = """
        # What carol is to do.
        calls:
          - name: the transfer
            match: {from: alice}
            outcome: answered
            transfers:
              - kind: blind
                outcome: completed
        """

    @Test("Expected, seen, where it is written, the ladder around the frames, and advice")
    func text() throws {
        let ended = try CheckFolder("transfer/blind-declined", expecting: Self.yaml)
            .check("--fail-on", "never", "trace.pcap")
        #expect(ended.status == 1)
        let lines = ended.output.split(separator: "\n").map(String.init)
        let head = "trace.pcap: error expectation/failed the transfer (call 1): transfers[1].outcome"
        let start = try #require(lines.firstIndex(of: head), "\(ended.output)")
        #expect(lines[start + 1] == "  expected: completed")
        #expect(lines[start + 2] == "  seen:     failed (603) (frames 6, 7, 15)")
        #expect(lines[start + 3] == "  written:  trace.sipwatch.yaml:8:9")
        #expect(lines[start + 4].contains("192.0.2.10:5060") && lines[start + 4].contains("192.0.2.30:5060"))
        let marked = lines.filter { $0.hasPrefix("  >") }
        #expect(marked.count == 3)
        for (line, words) in zip(marked, [" REFER ", " 202 Accepted ", " NOTIFY "]) { #expect(line.contains(words)) }
        #expect(lines.contains { $0.contains("603 Decline") && !$0.hasPrefix("  >") }, "what is around the frames")
        let advice = try #require(lines.firstIndex(of: "  What to do:"))
        #expect(lines[advice + 1].hasPrefix("    - "))
        #expect(
            lines.last
                == "1 trace: 1 failed · 1 call · findings: 1 error, 1 info · expectations: 2 met, 1 failed")
    }

    @Test("The same in the document")
    func document() throws {
        let document = try CheckFolder("transfer/blind-declined", expecting: Self.yaml).document()
        let failed = try #require(document.expectations.first { $0.fails })
        #expect(failed.subject == "the transfer (call 1)")
        #expect(failed.position == .init(file: "trace.sipwatch.yaml", line: 8, column: 9))
        #expect(!failed.advice.isEmpty && failed.frames == [6, 7, 15])
        #expect(document.summary.metExpectations == 2 && document.summary.failedExpectations == 1)
    }

    @Test("Advice and ladder come in the language that is asked for", arguments: ["fr", "vi"])
    func language(language: String) throws {
        let folder = try CheckFolder("transfer/blind-declined", expecting: Self.yaml)
        let (english, other) = try (folder.document(), folder.document("--lang", language))
        #expect(other.language == language)
        let advice = [english, other].map { $0.expectations.first { $0.fails }?.advice ?? [] }
        #expect(advice[0] != advice[1] && advice[0].count == advice[1].count && !advice[0].isEmpty)
    }

    @Test("--explain shows those that are met as well, each with what was seen")
    func explain() throws {
        let folder = try CheckFolder("transfer/blind-declined", expecting: Self.yaml)
        let plain = try folder.check("trace.pcap")
        let ended = try folder.check("--explain", "trace.pcap")
        #expect(plain.status == 1 && ended.status == 1)
        let met = "ok expectation the transfer (call 1): outcome"
        #expect(!plain.output.contains("seen answered"))
        #expect(ended.output.contains("trace.pcap: \(met): expected answered, seen answered (frame 4)\n"))
        #expect(ended.output.contains("transfers[1].kind: expected blind, seen blind (frame 6)\n"))
        #expect(ended.output.contains("error expectation/failed the transfer (call 1): transfers[1].outcome\n"))
    }

    @Test("--expect holds every trace against one file, and not against those beside them")
    func expect() throws {
        let folder = try CheckFolder("call/answered", expecting: "calls: {outcome: busy}")
        try folder.add("call/answered-via-proxy", as: "other.pcap")
        try folder.write("calls: {outcome: answered, status: 200}", "all.yaml")
        #expect(try folder.check("trace.pcap").status == 1)
        let document = try folder.document("--expect", "all.yaml", traces: ["trace.pcap", "other.pcap"])
        #expect(document.clean)
        #expect(document.traces.map(\.expectations.count) == [2, 2])
        #expect(document.expectations.allSatisfy { $0.position?.file == "all.yaml" })
        #expect(try folder.document("--expect", "/dev/null").expectations.isEmpty)
    }
}
