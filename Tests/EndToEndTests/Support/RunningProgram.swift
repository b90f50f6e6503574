import Dispatch
import Foundation
import Glibc
import Testing
import _TestSupport

/// A program that is running, or has ended.
final class RunningProgram {
    private let process: Process
    private let folder: TemporaryFolder
    private let end = DispatchSemaphore(value: 0)

    /// Starts a process that writes to the files `output` and `errors` of the folder.
    init(_ process: Process, _ folder: TemporaryFolder) throws {
        self.process = process
        self.folder = folder
        process.terminationHandler = { [end] _ in end.signal() }
        try process.launchAlone()
    }

    /// What it has written to standard output so far.
    var output: String { folder.text("output") }
    /// What it has written to standard error so far.
    var errors: String { folder.text("errors") }

    /// The system's number for it.
    var identifier: Int32 { process.processIdentifier }

    /// Sends a signal.
    func signal(_ number: Int32) {
        kill(process.processIdentifier, number)
    }

    /// Waits until `condition` holds, for at most `limit` seconds; whether it did.
    func wait(until condition: (RunningProgram) -> Bool, limit: Double = 10) -> Bool {
        let deadline = Date().addingTimeInterval(limit)
        while Date() < deadline {
            if condition(self) { return true }
            guard process.isRunning else { break }
            usleep(20_000)
        }
        return condition(self)
    }

    /// Waits for its end, and kills it when that takes more than `limit` seconds.
    func wait(limit: Double) -> Ended {
        if end.wait(timeout: .now() + limit) == .timedOut {
            signal(SIGKILL)
            end.wait()
            Issue.record("\(process.arguments ?? []) took more than \(limit) s")
        }
        let bytes = FileManager.default.contents(atPath: "\(folder.path)/output").map { [UInt8]($0) } ?? []
        return Ended(
            output: String(decoding: bytes, as: UTF8.self), outputBytes: bytes, errors: errors,
            status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus)
    }
}
