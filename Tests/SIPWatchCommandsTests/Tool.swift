import Foundation
import _TestSupport

/// A program of the system that some tests need.
struct Tool {
    let path: String

    /// Looks `name` up in the folders where Debian installs programs; nil when it is not there.
    init?(_ name: String) {
        let paths = ["/usr/bin/\(name)", "/bin/\(name)"]
        guard let path = paths.first(where: FileManager.default.isExecutableFile) else { return nil }
        self.path = path
    }

    /// Whether `name` is installed.
    static func isInstalled(_ name: String) -> Bool {
        Tool(name) != nil
    }

    /// Runs the program with `input` on its standard input; returns what it wrote and its exit status.
    func run(_ arguments: [String], input: String = "") throws -> (output: String, errors: String, status: Int32) {
        let process = Process()
        let (source, sink, failures) = (Pipe(), Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
        process.standardInput = source
        process.standardOutput = sink
        process.standardError = failures
        try process.launchAlone()
        try source.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try source.fileHandleForWriting.close()
        let output = try sink.fileHandleForReading.readToEnd() ?? Data()
        let errors = try failures.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (
            String(decoding: output, as: UTF8.self), String(decoding: errors, as: UTF8.self), process.terminationStatus
        )
    }
}
