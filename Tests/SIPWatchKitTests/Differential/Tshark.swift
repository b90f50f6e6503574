import Foundation
import _TestSupport

/// The tshark of this machine, as a second opinion.
enum Tshark {
    /// The folder that it is in; nil where it is not installed.
    static let folder = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init)
        .first { FileManager.default.isExecutableFile(atPath: "\($0)/tshark") }

    /// SIP is known by its looks on any port, and in ESP without encryption too.
    private static let preferences = [
        "udp.try_heuristic_first:TRUE", "tcp.try_heuristic_first:TRUE",
        "esp.enable_null_encryption_decode_heuristic:TRUE",
    ]
    /// Ports of SIP in the captures that tshark gives to others.
    private static let ports = [6060, 7070].flatMap { ["udp.port==\($0),sip", "tcp.port==\($0),sip"] }

    /// A run that came to nothing.
    struct Failure: Error {
        /// What went wrong.
        let complaint: String
    }

    /// The SIP messages of a capture.
    static func messages(_ capture: String) throws -> [DissectedMessage] {
        let elements = MessageField.parents + MessageField.allCases.flatMap(\.elements)
        let output = try run(
            "tshark",
            ["-n", "-r", capture, "-Y", "sip", "-T", "pdml", "-j", elements.joined(separator: " ")]
                + preferences.flatMap { ["-o", $0] } + ports.flatMap { ["-d", $0] },
            unlessSaying: "cut short in the middle of a packet")
        guard let messages = PacketDetails.messages(in: output) else {
            throw Failure(complaint: "\(capture): tshark's packet details cannot be read")
        }
        return messages
    }

    /// Writes a copy of a capture as a pcap file with all frames of one link type, and returns its path. The program
    /// for it is part of every tshark.
    static func converted(_ capture: String, linkType: String, to path: String) throws -> String {
        _ = try run("editcap", ["-F", "pcap", "-T", linkType, capture, path])
        return path
    }

    /// The version, for who reads of a failure.
    static func version() throws -> String {
        let output = try run("tshark", ["--version"])
        return String(decoding: output.prefix { $0 != 10 }, as: UTF8.self)
    }

    /// Runs it, or a program beside it, without the preferences of whoever runs the tests. A status other than 0 is a
    /// failure, unless the program says what is expected of the capture.
    private static func run(
        _ program: String, _ arguments: [String], unlessSaying expected: String? = nil
    ) throws -> Data {
        let home = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "\(folder ?? "/nonexistent")/\(program)")
        process.arguments = arguments
        process.environment = ["LC_ALL": "C.UTF-8", "HOME": home.path, "WIRESHARK_CONFIG_DIR": home.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        let errors = try home.write([], "stderr")
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.launchAlone()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let status = process.terminationStatus
        let complaint = String(decoding: FileManager.default.contents(atPath: errors) ?? Data(), as: UTF8.self)
        let isExpected = expected.map { complaint.contains($0) } ?? false
        guard process.terminationReason == .exit, status == 0 || isExpected else {
            throw Failure(complaint: "\(program) \(arguments) ended with \(status): \(complaint)")
        }
        return output
    }
}
