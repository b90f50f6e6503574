import Testing
import _TestSupport

@Suite("Ladders are compared with snapshots")
struct CheckSnapshotTests {
    @Test(
        "A snapshot is met by the same scenario recorded again: other Call-IDs, other ports of clients",
        arguments: Fixture.all)
    func again(fixture: Fixture) throws {
        let folder = try CheckFolder()
        try folder.write(fixture.moved(to: 40_000), "trace.pcap")
        let options = ["--fail-on", "never", "--allow-incomplete", "--allow-empty", "--snapshot", "a.ladder"]
        #expect(try folder.run(options + ["--update", "trace.pcap"]).status == 0)
        let text = folder.text("a.ladder")
        #expect(text.contains(" -> ") == (fixture.name != "mixed/not-sip"), "\(text)")
        #expect(try folder.run(options + ["trace.pcap"]).status == 0)
        try folder.write(fixture.again(from: 50_000), "trace.pcap")
        let ended = try folder.run(options + ["trace.pcap"])
        #expect(ended.status == 0, "\(ended.output)")
        #expect(folder.text("a.ladder") == text)
    }

    @Test("What differs is told line by line")
    func differs() throws {
        let folder = try CheckFolder("transfer/blind-declined")
        #expect(try folder.check("--fail-on", "never", "--snapshot", "a.ladder", "--update", "trace.pcap").status == 0)
        try folder.add("transfer/blind-completed")
        let document = try folder.document("--fail-on", "never", "--snapshot", "a.ladder")
        #expect(document.exitStatus == 1)
        let result = try #require(document.expectations.first)
        #expect(document.expectations.count == 1 && result.state == "failed" && result.subject == "snapshot")
        #expect(result.position?.file == "a.ladder")
        #expect(result.details.contains { $0.hasPrefix("-") && $0.contains("603") })
        #expect(result.details.contains { $0.hasPrefix("+") && $0.contains("200") })
        let text = try folder.check("--fail-on", "never", "--snapshot", "a.ladder", "trace.pcap")
        for line in result.details { #expect(text.output.contains("  | \(line)\n")) }
        #expect(try folder.check("--snapshot", "a.ladder", "--update", "trace.pcap").status == 0)
        #expect(try folder.check("--snapshot", "a.ladder", "trace.pcap").status == 0)
    }

    @Test("'snapshot' in a file of expectations names one beside it, and --update writes it")
    func named() throws {
        let folder = try CheckFolder()
        try folder.add("call/answered", as: "runs/trace.pcap")
        try folder.write("calls: {outcome: answered}\nsnapshot: trace.ladder\n", "runs/trace.sipwatch.yaml")
        let missing = try folder.document(traces: ["runs"])
        #expect(missing.exitStatus == 1)
        #expect(missing.expectations.map(\.state) == ["met", "failed"])
        #expect(missing.expectations.last?.seen.contains("--update") == true)
        #expect(missing.expectations.last?.position == .init(file: "runs/trace.sipwatch.yaml", line: 2, column: 1))
        #expect(try folder.check("--update", "runs").status == 0)
        #expect(folder.text("runs/trace.ladder").contains("INVITE"))
        #expect(try folder.document(traces: ["runs"]).expectations.map(\.state) == ["met", "met"])
        try folder.add("call/declined-603", as: "runs/trace.pcap")
        #expect(try folder.document(traces: ["runs"]).expectations.map(\.state) == ["failed", "failed"])
    }

    @Test("Nothing but a snapshot is overwritten: no trace, no expectations, and not one snapshot by two traces")
    func harmless() throws {
        for name in ["trace.pcap", "trace.sipwatch.yaml"] {
            let yaml = "snapshot: \(name)\n"
            let folder = try CheckFolder("call/answered", expecting: yaml)
            let ended = try folder.check("--update", "trace.pcap")
            #expect(ended.status == 2)
            #expect(ended.errorLines.count == 1 && ended.errors.hasPrefix("sipwatch: \(name): "), "\(ended.errors)")
            #expect(try folder.bytes("trace.pcap") == Fixture("call/answered").bytes)
            #expect(folder.text("trace.sipwatch.yaml") == yaml)
        }
        let folder = try CheckFolder("call/answered", expecting: "snapshot: same.ladder")
        try folder.add("call/busy-486", as: "other.pcap")
        try folder.write("snapshot: ./same.ladder", "other.sipwatch.yaml")
        let ended = try folder.check("--update", "trace.pcap", "other.pcap")
        #expect(ended.status == 2 && ended.errors.contains("same.ladder"))
        #expect(folder.text("same.ladder").isEmpty)
    }
}
