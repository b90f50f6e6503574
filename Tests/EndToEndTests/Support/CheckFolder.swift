import Foundation
import Testing
import _TestSupport

/// A folder with traces and what belongs to them, in which `sipwatch check` runs.
struct CheckFolder {
    private let folder: TemporaryFolder

    /// An empty one.
    init() throws {
        folder = try TemporaryFolder()
    }

    /// One with a fixture as `trace.pcap`, and with its expectations.
    init(_ fixture: String, expecting yaml: String? = nil) throws {
        try self.init()
        try add(fixture)
        if let yaml { try write(yaml, "trace.sipwatch.yaml") }
    }

    /// Where it is.
    var path: String { folder.path }

    /// Puts a copy of a fixture's capture here.
    func add(_ fixture: String, as name: String = "trace.pcap") throws {
        try write(Fixture(fixture).bytes, name)
    }

    /// Writes a text file.
    func write(_ text: String, _ name: String) throws {
        try folder.write(Array(text.utf8), name)
    }

    /// Writes a file.
    func write(_ bytes: [UInt8], _ name: String) throws {
        try folder.write(bytes, name)
    }

    /// The text of a file; empty when there is none.
    func text(_ name: String) -> String { folder.text(name) }

    /// The bytes of a file.
    func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
    }

    /// Runs the check here.
    func check(_ arguments: String...) throws -> Ended { try run(arguments) }

    /// Runs the check here.
    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Ended {
        try SIPWatch.run(["check"] + arguments, in: folder.path, environment: environment)
    }

    /// Checks `trace.pcap`, or other traces, with a document as output, whose status has to be the program's.
    func document(_ arguments: String..., traces: [String] = ["trace.pcap"]) throws -> CheckDocument {
        let ended = try run(["--format", "json"] + arguments + traces)
        let document = try CheckDocument(ended.outputBytes)
        #expect(document.exitStatus == ended.status, "\(ended.output)\(ended.errors)")
        #expect(document.clean == (ended.status == 0))
        #expect(ended.status == 2 || ended.errors.isEmpty, "\(ended.errors)")
        return document
    }
}
