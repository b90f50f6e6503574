import Foundation
import _TestSupport

/// The tshark of this machine, as a second opinion.
enum Tshark {
    static let path = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":")
        .map { "\($0)/tshark" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    /// One line per frame with the values of `fields`, separated by tabs.
    static func lines(_ trace: [UInt8], fields: [String], options: [String] = []) throws -> [[String]] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pcap")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(trace).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path ?? "/nonexistent/tshark")
        process.arguments =
            ["-r", file.path] + options.flatMap { ["-o", $0] } + ["-T", "fields"] + fields.flatMap { ["-e", $0] }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.launchAlone()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: true)
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
}
