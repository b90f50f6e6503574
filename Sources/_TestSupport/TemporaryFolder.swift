import Foundation

/// A folder that is gone when the test is.
package final class TemporaryFolder: Sendable {
    /// Where it is.
    package let path: String

    /// Makes one.
    package init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "sipwatch-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file, with the folders that its name has, and returns its path.
    @discardableResult
    package func write(_ bytes: [UInt8], _ name: String) throws -> String {
        let url = URL(fileURLWithPath: "\(path)/\(name)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return "\(path)/\(name)"
    }

    /// Puts a copy of a file here.
    package func copy(_ file: String, as name: String) throws {
        try FileManager.default.copyItem(atPath: file, toPath: "\(path)/\(name)")
    }

    /// Makes a pipe that nobody writes to.
    package func makePipe(_ name: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/mkfifo")
        process.arguments = ["\(path)/\(name)"]
        try process.launchAlone()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// Takes all permissions from a file.
    package func lock(_ name: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: "\(path)/\(name)")
    }

    /// The text of a file; empty when there is none.
    package func text(_ name: String) -> String {
        FileManager.default.contents(atPath: "\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
