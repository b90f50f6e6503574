import SIPChecking
import Testing
import _TestSupport

@Suite("Every key of a file of expectations passes what it has to pass, and fails what it has to fail")
struct CheckExpectationTests {
    @Test("The table has every key of the grammar, and no other")
    func complete() {
        let grammar = ExpectationGrammar.sections.map { section in
            "\(section.name): \(section.keys.sorted().joined(separator: ", "))"
        }
        let table = Dictionary(grouping: CheckedKey.all, by: \.section).map { section, keys in
            "\(section): \(Set(keys.map(\.key)).sorted().joined(separator: ", "))"
        }
        #expect(table.sorted() == grammar.sorted())
    }

    @Test("What the fixture shows meets the expectation", arguments: CheckedKey.all)
    func met(_ key: CheckedKey) throws {
        let folder = try CheckFolder(key.fixture, expecting: key.met)
        if key.key == "snapshot" { #expect(try folder.check("--update", "trace.pcap").status == 0) }
        guard key.failure != nil else {
            let document = try folder.document()
            #expect(document.clean)
            #expect(document.findings.map(\.standing) == ["suppressed"])
            #expect(document.findings.first?.reason.map { key.met.contains($0) } == true)
            return
        }
        let document = try folder.document("--fail-on", "never")
        #expect(document.clean)
        #expect(!document.expectations.isEmpty)
        #expect(document.expectations.allSatisfy { $0.state == "met" && !$0.fails && $0.advice.isEmpty })
        #expect(document.summary.metExpectations == document.expectations.count)
        guard key.key == "name" else { return }
        #expect(document.expectations.allSatisfy { $0.subject.hasPrefix(Self.name(in: key.met) + " (") })
    }

    @Test("What it does not show fails the check, and is told", arguments: CheckedKey.all.filter { $0.failure != nil })
    func failed(_ key: CheckedKey) throws {
        let failure = try #require(key.failure)
        let folder = try CheckFolder(key.fixture, expecting: key.failed)
        let document = try folder.document("--fail-on", "never")
        #expect(document.exitStatus == 1)
        #expect(document.summary.failedExpectations == 1)
        let found = try #require(document.expectations.filter(\.fails).first)
        #expect(found.aspect == failure.aspect)
        #expect(found.state == failure.state)
        #expect(Self.isSame(found.seen, failure.seen), "\(found.seen)")
        #expect(found.frames == failure.frames)
        if key.key == "name" { #expect(found.subject.hasPrefix(Self.name(in: key.failed) + " (")) }
        let position = try #require(found.position)
        #expect(position.file == "trace.sipwatch.yaml")
        #expect(position.line == 1)
        #expect(key.failed.dropFirst(position.column - 1).hasPrefix(failure.written), "\(position.column)")

        let text = try folder.check("--fail-on", "never", "trace.pcap")
        #expect(text.status == 1)
        let head = found.aspect.isEmpty ? found.subject : "\(found.subject): \(found.aspect)"
        #expect(text.output.contains("trace.pcap: error expectation/\(failure.state) \(head)\n"), "\(text.output)")
        for words in [
            "  expected: \(found.expected)\n", "  seen:     \(found.seen)",
            "  written:  trace.sipwatch.yaml:1:\(position.column)\n",
        ] { #expect(text.output.contains(words), "\(text.output)") }
    }

    @Test("What no suppression covers fails the check", arguments: CheckedKey.all.filter { $0.failure == nil })
    func uncovered(_ key: CheckedKey) throws {
        let document = try CheckFolder(key.fixture, expecting: key.failed).document()
        #expect(document.exitStatus == key.status)
        #expect(document.findings.allSatisfy { $0.standing == "new" && $0.fails })
        #expect(document.findings.isEmpty == (key.status == 2))
        #expect(!document.problems.isEmpty)
    }

    /// The name that an expectation has.
    private static func name(in yaml: String) -> String {
        yaml.split(separator: "name: ").dropFirst().first.map { String($0.prefix { $0 != "," }) } ?? ""
    }

    private static func isSame(_ text: String, _ wanted: String) -> Bool {
        wanted.hasSuffix("…") ? text.hasPrefix(wanted.dropLast()) : text == wanted
    }
}
