import Dispatch
import Foundation
import Glibc
import _TestSupport

/// A program that tests run.
struct Program {
    /// Any run takes less than this, by far.
    static let timeLimit = 60.0
    /// Where it is.
    let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Where a program of the system is; nil when it is not installed.
    static func installed(_ name: String) -> Program? {
        let folders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin"]
        return folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile).map { Program($0) }
    }

    /// Whether all these programs are installed.
    static func areInstalled(_ names: String...) -> Bool {
        names.allSatisfy { installed($0) != nil }
    }

    /// Runs the program to its end, with the file `input` as its standard input, in `folder` or else in one of its own.
    func run(
        _ arguments: [String], input: String? = nil, in folder: String? = nil, environment: [String: String] = [:]
    ) throws -> Ended {
        let running = try start(arguments, input: input, in: folder, environment: environment)
        return running.wait(limit: Self.timeLimit)
    }

    /// Starts the program.
    func start(
        _ arguments: [String], input: String? = nil, in folder: String? = nil, environment: [String: String] = [:]
    ) throws -> RunningProgram {
        let own = try TemporaryFolder()
        let process = Process()
        // Tests run on threads that block signals, and the program would inherit that.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["--default-signal", path] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder ?? own.path)
        process.environment = [
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": own.path, "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
            "SWIFT_BACKTRACE": "enable=no",
        ].merging(environment) { $1 }
        let source = try FileHandle(forReadingFrom: URL(fileURLWithPath: input ?? "/dev/null"))
        let (output, errors) = try (Self.sink(own, "output"), Self.sink(own, "errors"))
        process.standardInput = source
        process.standardOutput = output
        process.standardError = errors
        // Foundation keeps a Process, and with it the files, for as long as the thread lives.
        defer { for file in [source, output, errors] { try? file.close() } }
        return try RunningProgram(process, own)
    }

    private static func sink(_ folder: TemporaryFolder, _ name: String) throws -> FileHandle {
        try FileHandle(forWritingTo: URL(fileURLWithPath: folder.write([], name)))
    }
}
