import SIPChecking
import SIPReporting
import Testing
import _TestSupport

@Suite("Baselines")
struct BaselineTests {
    private let failed = Fingerprint(rule: "transfer/failed", method: "REFER", code: 603, role: "caller", ordinal: 1)
    private let loop = Fingerprint(rule: "auth/loop", method: "", code: 0, role: "party3", ordinal: 2)

    private func read(_ text: String) throws(BaselineError) -> Baseline {
        try Baseline.read(Array(text.utf8), path: "known.yaml")
    }

    private func prints(_ known: TraceBaseline?) -> [Fingerprint]? { known?.entries.map(\.fingerprint) }

    @Test("A file is written in order, a line for each finding, and reads as what it was written of")
    func written() throws {
        var baseline = Baseline()
        baseline.traces["traces/b.pcap"] = TraceBaseline([failed, loop, failed])
        baseline.traces["a.pcap"] = TraceBaseline([])
        let lines = baseline.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(
            lines == [
                "version: 1", "traces:", "  a.pcap: []", "  traces/b.pcap:", "    - auth/loop - 0 party3 2",
                "    - transfer/failed REFER 603 caller 1",
            ])
        #expect(baseline.text.hasPrefix("# Findings that are known"))
        let again = try read(baseline.text)
        #expect(prints(again.traces["traces/b.pcap"]) == [loop, failed])
        #expect(prints(again.traces["a.pcap"]) == [])
        #expect(again.text == baseline.text)
    }

    @Test(
        "Any path and any method can be written",
        arguments: [
            "1.pcap", "- a", "a: b", "a #b", "'q'", "\"q\"", "back\\slash", "trailing ", "null", "No", "*x", "&y",
            "ü/ß.pcap",
            "a\u{202E}b", "tab\there", "line\nend", "\u{1F600}.pcap", "\u{FEFF}x", "..", "{}", "[]", "?", "",
            String(repeating: "long/", count: 700) + "x.pcap",
        ])
    func anyName(name: String) throws {
        var baseline = Baseline()
        let print = Fingerprint(
            rule: "request/no-response", method: name.isEmpty ? "" : "X:#'\"\\{\(name.count)", code: 0, role: "caller",
            ordinal: 1)
        baseline.traces[name] = TraceBaseline([print])
        baseline.traces["other"] = TraceBaseline([failed])
        let again = try read(baseline.text)
        #expect(prints(again.traces[name]) == [print])
        #expect(again.traces.count == 2)
        #expect(baseline.text.unicodeScalars.allSatisfy { $0 == "\n" || !["\t", "\u{202E}", "\u{FEFF}"].contains($0) })
    }

    @Test("A baseline that knows nothing can be written and read")
    func empty() throws {
        #expect(try read(Baseline().text) == Baseline())
        #expect(try read("version: 1\n") == Baseline())
        #expect(try read("version: 1\ntraces:\n  a.pcap:\n").traces["a.pcap"]?.entries == [])
    }

    @Test("Each finding has the place where it is written")
    func places() throws {
        let known = try read("version: 1\ntraces:\n  a.pcap:\n  - auth/loop - 0 party3 2\n").traces["a.pcap"]
        #expect(known?.entries.first?.position == SourcePosition(file: "known.yaml", line: 4, column: 5))
    }

    @Test(
        "A file that is no baseline says where and why",
        arguments: [
            ("", "known.yaml:1:1: this baseline is empty; write it with --update-baseline"),
            ("version: 2\n", "known.yaml:1:10: this program reads baselines of version 1; write it again with"),
            ("traces: {}\n", "known.yaml:1:1: a baseline needs 'version'"),
            ("version: x\n", "known.yaml:1:10: 'version' wants a whole number"),
            ("version: 1\ntrace: {}\n", "known.yaml:2:1: unknown key 'trace' in a baseline; did you mean 'traces'?"),
            ("version: 1\ntraces: [a]\n", "known.yaml:2:9: 'traces' wants keys with values, not a list"),
            (
                "version: 1\ntraces:\n  a: [b]\n",
                "known.yaml:3:7: 'a' wants a rule, a method, a status, a role and a number"
            ),
            ("version: 1\ntraces:\n  a:\n  - {b: c}\n", "known.yaml:4:5: 'a' wants a rule"),
            (
                "version: 1\ntraces:\n  a:\n  - x/y A 1 b 1\n  - x/y A 1 b 1\n",
                "known.yaml:5:5: 'x/y A 1 b 1' is there already"
            ),
            ("version: 1\ntraces:\n  a: []\n  a: []\n", "known.yaml:4:3: 'a' is there already, in line 3"),
            ("version: 1\ntraces:\n  a: *b\n", "known.yaml:3:6: aliases"),
            ("version: [\n", "known.yaml:2:1: this is not YAML"),
        ])
    func errors(text: String, error: String) {
        #expect { try read(text) } throws: { "\($0)".hasPrefix(error) }
    }

    @Test("A trace that is not named takes the only entry, where it is the only trace")
    func renamed() {
        var baseline = Baseline()
        baseline.traces["old.pcap"] = TraceBaseline([failed])
        #expect(prints(baseline.trace("old.pcap", amongChecked: 5, exists: { _ in false })) == [failed])
        #expect(prints(baseline.trace("new.pcap", amongChecked: 1, exists: { _ in false })) == [failed])
        #expect(baseline.trace("new.pcap", amongChecked: 2, exists: { _ in false }) == nil)
        #expect(baseline.trace("new.pcap", amongChecked: 1, exists: { $0 == "old.pcap" }) == nil, "it is still there")
        baseline.traces["other.pcap"] = TraceBaseline([])
        #expect(baseline.trace("new.pcap", amongChecked: 1, exists: { _ in false }) == nil)
        #expect(Baseline().trace("new.pcap", amongChecked: 1, exists: { _ in false }) == nil)
    }

    @Test("An update replaces what was checked, keeps what was not, and drops what is gone")
    func update() {
        var baseline = Baseline()
        for name in ["checked", "kept", "gone"] { baseline.traces[name] = TraceBaseline([loop]) }
        let updated = baseline.updated(with: ["checked": [failed], "new": []]) { $0 != "gone" }
        #expect(updated.traces.keys.sorted() == ["checked", "kept", "new"])
        #expect(prints(updated.traces["checked"]) == [failed])
        #expect(prints(updated.traces["kept"]) == [loop])
        #expect(prints(updated.traces["new"]) == [])
    }

    @Test(
        "Paths are those from the folder of the baseline",
        arguments: [
            ("traces/a.pcap", ".", "traces/a.pcap"), ("./traces//a.pcap", "", "traces/a.pcap"),
            ("traces/a.pcap", "ci", "../traces/a.pcap"), ("traces/a.pcap", "traces", "a.pcap"),
            ("/top/here/a.pcap", ".", "a.pcap"), ("/else/a.pcap", ".", "../../else/a.pcap"),
            ("../a.pcap", "../ci", "../a.pcap"), ("a.pcap", "/top/here", "a.pcap"), ("a/../b.pcap", ".", "b.pcap"),
            ("../../../../x.pcap", ".", "../../x.pcap"),
        ])
    func paths(file: String, folder: String, path: String) {
        #expect(BaselinePath.of(file, from: folder, working: "/top/here") == path)
        #expect(
            BaselinePath.file(path, in: folder.isEmpty ? "." : folder, working: "/top/here")
                == BaselinePath.file(file, in: ".", working: "/top/here"))
    }

    @Test("The folder of a file", arguments: [("a/b.yaml", "a"), ("b.yaml", "."), ("/b.yaml", "/"), ("/x/b", "/x")])
    func folders(file: String, folder: String) {
        #expect(BaselinePath.folder(of: file) == folder)
    }

    @Test("What is suppressed or expected has no place in a baseline")
    func findings() throws {
        let report = Recording(SIPScenario.failedTransfer()).report()
        let finding = try #require(report.findings.first)
        let standings: [CheckedFinding.Standing] = [.new, .expected, .known, .suppressed(reason: "old")]
        let checked = standings.enumerated().map { number, standing in
            CheckedFinding(
                finding, Fingerprint(rule: "a/b", method: "", code: 0, role: "caller", ordinal: number + 1), standing,
                fails: false)
        }
        #expect(checked.fingerprintsForBaseline.map(\.ordinal) == [1, 3])
    }
}
