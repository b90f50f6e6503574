import Foundation
import _TestSupport

/// The built program.
enum SIPWatch {
    /// Where it is: what SIPWATCH_BINARY says, else beside the test bundle.
    static let path: String = {
        if let path = ProcessInfo.processInfo.environment["SIPWATCH_BINARY"], !path.isEmpty { return path }
        let bundle = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
        let beside = bundle.appending(path: "sipwatch").path
        if FileManager.default.isExecutableFile(atPath: beside) { return beside }
        return Fixture.project.appending(path: ".build/debug/sipwatch").path
    }()

    /// Runs it to its end.
    static func run(
        _ arguments: [String], input: String? = nil, in folder: String? = nil, environment: [String: String] = [:]
    ) throws -> Ended {
        try Program(path).run(arguments, input: input, in: folder, environment: environment)
    }

    /// Runs it to its end.
    static func run(_ arguments: String..., in folder: String? = nil) throws -> Ended {
        try run(arguments, in: folder)
    }

    /// Runs a line of the shell, in which `sipwatch` is the program.
    static func shell(_ line: String, in folder: String? = nil) throws -> Ended {
        try Program("/bin/bash").run(["-c", "sipwatch() { '\(path)' \"$@\"; }; \(line)"], in: folder)
    }
}
