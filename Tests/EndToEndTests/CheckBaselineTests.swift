import Foundation
import Testing
import _TestSupport

@Suite("A baseline lets known findings pass, and no new ones")
struct CheckBaselineTests {
    private static let options = ["--fail-on", "info", "--baseline", "known.yaml"]

    /// A folder with a trace whose findings are in the baseline.
    private static func folder(_ fixture: String) throws -> CheckFolder {
        let folder = try CheckFolder(fixture)
        let updated = try folder.run(options + ["--update-baseline", "trace.pcap"])
        #expect(updated.status == 0 && updated.errors.isEmpty, "\(updated.output)\(updated.errors)")
        return folder
    }

    @Test("What is written passes from then on, and is readable")
    func known() throws {
        let folder = try Self.folder("transfer/blind-declined")
        let text = folder.text("known.yaml")
        #expect(text.contains("version: 1\n") && text.contains("  trace.pcap:\n"))
        #expect(text.split(separator: "\n").count { $0.hasPrefix("    - transfer/") } == 2)
        let document = try folder.document("--fail-on", "info", "--baseline", "known.yaml")
        #expect(document.clean)
        #expect(document.findings.map(\.standing) == ["known", "known"])
        #expect(
            document.summary.knownFindings == 2 && document.summary.findings == .init(error: 0, warning: 0, info: 0))
        let ended = try folder.run(Self.options + ["trace.pcap"])
        #expect(ended.output == "1 trace: 1 clean · 1 call · findings: none (2 known)\n")
        #expect(try folder.check("--fail-on", "info", "trace.pcap").status == 1, "without it nothing is known")
        #expect(try folder.run(Self.options + ["--update-baseline", "trace.pcap"]).status == 0)
        #expect(folder.text("known.yaml") == text, "the same findings give the same file")
    }

    @Test("A trace recorded again, under the same name or another, has the same findings", arguments: Fixture.all)
    func again(fixture: Fixture) throws {
        let folder = try CheckFolder(fixture.name)
        let options = Self.options + ["--allow-empty", "--allow-incomplete"]
        #expect(try folder.run(options + ["--update-baseline", "trace.pcap"]).status == 0)
        for name in ["trace.pcap", "run-2.pcap"] {
            // Another name is taken for the same trace where that is gone.
            if name != "trace.pcap" { try FileManager.default.removeItem(atPath: "\(folder.path)/trace.pcap") }
            try folder.write(fixture.again(from: 50_000), name)
            let ended = try folder.run(options + [name])
            #expect(ended.status == 0, "\(ended.output)")
            #expect(!ended.output.contains("baseline/stale"))
        }
    }

    @Test("A new finding fails, and alone")
    func new() throws {
        let folder = try Self.folder("transfer/notify-before-202")
        try folder.add("transfer/blind-declined")
        let document = try folder.document("--fail-on", "info", "--baseline", "known.yaml")
        #expect(document.exitStatus == 1)
        #expect(document.findings.filter(\.fails).map(\.rule) == ["transfer/failed"])
        #expect(document.findings.filter { $0.standing == "known" }.map(\.rule) == ["transfer/deprecated-202"])
    }

    @Test("What is found no longer is told, with its place, fails nothing, and goes with the next update")
    func stale() throws {
        let folder = try Self.folder("transfer/blind-declined")
        try folder.add("transfer/ok-200")
        let document = try folder.document("--fail-on", "info", "--baseline", "known.yaml")
        #expect(document.clean && document.findings.isEmpty)
        #expect(document.problems.map(\.kind) == ["baseline/stale", "baseline/stale"])
        let lines = folder.text("known.yaml").split(separator: "\n", omittingEmptySubsequences: false)
        for problem in document.problems {
            let position = try #require(problem.position)
            #expect(position.file == "known.yaml" && !problem.fails)
            let line = try #require(lines.indices.contains(position.line - 1) ? lines[position.line - 1] : nil)
            #expect(line.hasPrefix("    - transfer/"), "\(line)")
        }
        #expect(try folder.run(Self.options + ["trace.pcap"]).output.contains("warning baseline/stale"))
        #expect(try folder.run(Self.options + ["--update-baseline", "trace.pcap"]).status == 0)
        #expect(folder.text("known.yaml").contains("  trace.pcap: []\n"))
        #expect(try folder.document("--baseline", "known.yaml").problems.isEmpty)
    }

    @Test("Several traces, each with its own findings, by their paths from the baseline's folder")
    func several() throws {
        let folder = try CheckFolder()
        try folder.add("transfer/blind-declined", as: "runs/a.pcap")
        try folder.add("call/auth-loop", as: "runs/b.pcap")
        #expect(try folder.check("--baseline", "ci/../known.yaml", "--update-baseline", "runs").status == 2)
        #expect(try folder.check("--baseline", "known.yaml", "--update-baseline", "runs").status == 0)
        let text = folder.text("known.yaml")
        #expect(text.contains("  runs/a.pcap:\n") && text.contains("  runs/b.pcap:\n"))
        #expect(try folder.check("--fail-on", "info", "--baseline", "known.yaml", "runs").status == 0)
        #expect(try folder.check("--baseline", "known.yaml", "--update-baseline", "runs/b.pcap").status == 0)
        #expect(folder.text("known.yaml") == text, "what was not checked stays")
        try folder.add("call/auth-loop", as: "runs/a.pcap")
        let swapped = try folder.document("--baseline", "known.yaml", traces: ["runs"])
        #expect(swapped.findings.filter(\.fails).map(\.rule) == ["auth/loop"], "what one knows another does not")
    }
}
