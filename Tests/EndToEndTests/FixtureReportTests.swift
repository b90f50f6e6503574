import Foundation
import Testing
import _TestSupport

/// With SIPWATCH_RECORD=1 in the environment the expected reports are written instead; read what `git diff` then shows.
@Suite("Reports on fixtures are the ones checked in, byte for byte")
struct FixtureReportTests {
    private static let isRecording = ProcessInfo.processInfo.environment["SIPWATCH_RECORD"] == "1"

    @Test(arguments: Fixture.all, ["text", "json"])
    func report(_ fixture: Fixture, _ format: String) throws {
        // The path is relative so that the report holds none of this machine.
        let ended = try SIPWatch.run("--format", format, fixture.relativePath, in: Fixture.projectPath)
        #expect(ended.status == 0)
        #expect(ended.errors.isEmpty)
        let file = fixture.file(format == "text" ? "txt" : "json")
        if Self.isRecording { try Data(ended.outputBytes).write(to: file) }
        let expected = FileManager.default.contents(atPath: file.path).map { [UInt8]($0) } ?? []
        guard ended.outputBytes != expected else { return }
        let lines = (ended.output, String(decoding: expected, as: UTF8.self))
        let pairs = zip(lines.0.split(separator: "\n"), lines.1.split(separator: "\n"))
        let first = pairs.first { $0 != $1 }.map { "now \"\($0)\", expected \"\($1)\"" } ?? "one is longer"
        Issue.record("\(file.lastPathComponent): \(first)")
    }
}
