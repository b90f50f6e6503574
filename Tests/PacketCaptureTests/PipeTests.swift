import Foundation
import PacketCapture
import Testing
import TraceTypes
import _TestSupport

@Suite("A pipe gives each frame as soon as its bytes are there")
struct PipeTests {
    /// Puts a pipe in the place of standard input, and returns its other end.
    private static func pipe() -> FileHandle {
        let pipe = Pipe()
        #expect(dup2(pipe.fileHandleForReading.fileDescriptor, 0) == 0)
        return pipe.fileHandleForWriting
    }

    /// Writes pieces, each of which makes a frame whole, and reads the frame before the next piece is written.
    private static func readPieceByPiece(_ pieces: [[UInt8]], shouldStop: (@Sendable () -> Bool)? = nil) throws {
        let writer = pipe()
        try writer.write(contentsOf: Data(pieces[0]))
        var source = try CaptureSource(files: ["-"], shouldStop: shouldStop)
        for (index, piece) in pieces.enumerated() {
            if index > 0 { try writer.write(contentsOf: Data(piece)) }
            var number: UInt64 = 0
            let step = try source.next { header, _ in number = header.number.rawValue }
            #expect(step == .frame)
            #expect(number == UInt64(index) + 1)
        }
        if shouldStop != nil {
            let step = try source.next { _, _ in }
            #expect(step == .idle)
        }
        try writer.close()
        let step = try source.next { _, _ in }
        #expect(step == .end(.complete))
    }

    private static var classic: [[UInt8]] {
        var file = CaptureFileBuilder()
        return (0..<5).map { index in
            let before = index == 0 ? 0 : file.bytes.count
            file.add([UInt8](repeating: 7, count: index), at: Timestamp(nanoseconds: 0))
            return Array(file.bytes.dropFirst(before))
        }
    }

    private static var next: [[UInt8]] {
        var file = PcapngBuilder()
        file.addInterface()
        return (0..<5).map { index in
            let before = index == 0 ? 0 : file.bytes.count
            file.addPacket([UInt8](repeating: 7, count: index))
            return Array(file.bytes.dropFirst(before))
        }
    }

    @Test func classicFrames() async {
        await #expect(processExitsWith: .success) { try Self.readPieceByPiece(Self.classic) }
    }

    @Test func nextGenerationFrames() async {
        await #expect(processExitsWith: .success) { try Self.readPieceByPiece(Self.next) }
    }

    @Test func compressedFrames() async {
        await #expect(processExitsWith: .success) {
            for compression in Compressed.allCases {
                try Self.readPieceByPiece(Self.classic.map { compression($0) })
                try Self.readPieceByPiece(Self.next.map { compression($0) })
            }
        }
    }

    @Test func idleSteps() async {
        await #expect(processExitsWith: .success) {
            try Self.readPieceByPiece(Self.classic, shouldStop: { false })
            try Self.readPieceByPiece(Self.next, shouldStop: { false })
        }
    }

    @Test func aStopThatNobodyWaitsFor() async {
        await #expect(processExitsWith: .success) {
            let writer = Self.pipe()
            var source = try CaptureSource(files: ["-"], shouldStop: { true })
            let step = try source.next { _, _ in }
            #expect(step == .end(.complete))
            try writer.close()
        }
    }

    @Test("A named pipe is read like standard input")
    func namedPipe() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/pipe"
        // Safe: the path is a C string for the call.
        let made = unsafe mkfifo(path, 0o600)
        #expect(made == 0)
        let bytes = Self.next.flatMap(\.self)
        Thread.detachNewThread {
            let file = FileHandle(forWritingAtPath: path)
            file?.write(Data(bytes))
            try? file?.close()
        }
        let (frames, _, step) = try CapturedFrame.read(files: [path])
        #expect(frames.count == 5)
        #expect(step == .end(.complete))
    }
}
