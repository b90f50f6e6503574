import Foundation
import PacketCapture
import Testing
import TraceTypes
import _TestSupport

@Suite("A hyphen reads standard input")
struct StandardInputTests {
    /// Puts a file with these bytes in the place of standard input.
    private static func replaceStandardInput(_ bytes: [UInt8]) throws {
        let path = try TemporaryFolder().path + "-input"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let file = try #require(FileHandle(forReadingAtPath: path))
        #expect(dup2(file.fileDescriptor, 0) == 0)
        try FileManager.default.removeItem(atPath: path)
    }

    @Test func frames() async {
        await #expect(processExitsWith: .success) {
            var file = CaptureFileBuilder()
            file.add([1, 2], at: Timestamp(nanoseconds: 0))
            try Self.replaceStandardInput(file.bytes)
            let (frames, inputs, step) = try CapturedFrame.read(files: ["-"])
            #expect(frames.map(\.bytes) == [[1, 2]])
            #expect(inputs.map(\.name) == ["-"])
            #expect(step == .end(.complete))
        }
    }

    @Test func nothing() async {
        await #expect(processExitsWith: .success) {
            try Self.replaceStandardInput([])
            #expect(throws: CaptureError.emptyFile(path: "standard input")) { _ = try CaptureSource(files: ["-"]) }
        }
    }

    @Test func somethingElse() async {
        await #expect(processExitsWith: .success) {
            try Self.replaceStandardInput(Array("INVITE sip:bob@example.com SIP/2.0\r\n".utf8))
            #expect(throws: CaptureError.notACapture(path: "standard input", looksLike: .text)) {
                _ = try CaptureSource(files: ["-"])
            }
        }
    }
}
