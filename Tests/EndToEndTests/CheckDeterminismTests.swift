import Testing
import _TestSupport

@Suite("The same traces give the same verdict")
struct CheckDeterminismTests {
    @Test("However many are checked at a time, in every form")
    func jobs() throws {
        let forms = ["text", "json", "jsonl", "junit", "sarif", "github", "gitlab", "tap", "markdown"]
        let folder = try CheckFolder()
        var runs: [Ended] = []
        for jobs in ["1", "2", "8"] {
            let outputs = forms.flatMap { ["--output", "\($0)=\(folder.path)/\($0)-\(jobs)"] }
            runs.append(
                try SIPWatch.run(
                    ["check", "--no-config", "--explain", "--jobs", jobs] + outputs + ["Fixtures"],
                    in: Fixture.projectPath))
        }
        for run in runs {
            #expect(run.outputBytes == runs[0].outputBytes)
            #expect(run.errors == runs[0].errors)
            #expect(run.status == runs[0].status)
        }
        for form in forms {
            let bytes = try ["1", "2", "8"].map { try folder.bytes("\(form)-\($0)") }
            #expect(bytes[0].count > 1_000, "\(form)")
            #expect(bytes[1] == bytes[0] && bytes[2] == bytes[0], "\(form)")
        }
    }

    @Test("Wherever the program is run from, findings have the same fingerprints")
    func folders() throws {
        let folder = try CheckFolder()
        try folder.add("transfer/blind-declined", as: "runs/trace.pcap")
        let here = try folder.document(traces: ["runs/trace.pcap"])
        let there = try CheckDocument(
            SIPWatch.run("check", "--format", "json", "trace.pcap", in: folder.path + "/runs").outputBytes)
        #expect(here.findings.map(\.fingerprint) == there.findings.map(\.fingerprint))
        #expect(Set(here.findings.map(\.fingerprint)).count == 2)
    }
}
