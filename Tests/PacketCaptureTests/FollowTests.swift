import Foundation
import PacketCapture
import Testing
import TraceTypes
import _TestSupport

@Suite("Inputs that grow are read as they do")
struct FollowTests {
    enum Kind: CaseIterable {
        case classic, next, gzip
    }

    /// A capture of three frames, and where the frames end in it.
    private static func capture(_ kind: Kind) -> (bytes: [UInt8], ends: [Int]) {
        var ends: [Int] = []
        if kind == .next {
            var file = PcapngBuilder()
            file.addInterface(.raw)
            for index: UInt8 in 1...3 {
                file.addPacket([UInt8](repeating: index, count: Int(index)), ticks: UInt64(index))
                ends.append(file.bytes.count)
            }
            return (file.bytes, ends)
        }
        var file = CaptureFileBuilder(linkType: .raw, bigEndian: true)
        for index: UInt8 in 1...3 {
            file.add([UInt8](repeating: index, count: Int(index)), at: Timestamp(nanoseconds: Int64(index) * 1000))
            ends.append(file.bytes.count)
        }
        guard kind == .gzip else { return (file.bytes, ends) }
        let members = zip([0] + ends, ends).map { Compressed.gzip(Array(file.bytes[$0.0..<$0.1])) }
        var end = 0
        return (
            members.flatMap(\.self),
            // A frame is there before the checksum and the length that follow it.
            members.map { member in
                end += member.count
                return end - 8
            }
        )
    }

    private func open(_ files: [GrowingFile]) throws -> CaptureSource {
        try CaptureSource(files: files.map(\.path), follow: true, shouldStop: files.first?.shouldStop)
    }

    @Test("Frames that a filter leaves out before a pause are numbered like others", arguments: Kind.allCases, [1, 2])
    func numbersBehindAFilter(_ kind: Kind, _ count: Int) throws {
        let (bytes, ends) = Self.capture(kind)
        let files = try (0..<count).map { _ in try GrowingFile(Array(bytes.prefix(ends[1]))) }
        var source = try CaptureSource(
            files: files.map(\.path), filter: "greater 3", follow: true, shouldStop: files.first?.shouldStop)
        let (none, pause) = try CapturedFrame.read(&source)
        #expect(none.isEmpty)
        #expect(pause == .idle)
        for file in files { try file.append(Array(bytes.dropFirst(ends[1]))) }
        let (frames, _) = try CapturedFrame.read(&source)
        #expect(frames.map(\.header.number.rawValue) == (count == 1 ? [3] : [5, 6]))
    }

    @Test("Cut at each byte, a file goes on where it was cut", arguments: Kind.allCases)
    func growing(_ kind: Kind) throws {
        let (bytes, ends) = Self.capture(kind)
        for cut in stride(from: 0, through: bytes.count, by: kind == .classic ? 5 : 7) {
            let file = try GrowingFile(Array(bytes.prefix(cut)))
            var source = try open([file])
            let whole = ends.count { $0 <= cut }
            var (frames, step) = try CapturedFrame.read(&source)
            #expect(frames.count == whole, "cut at \(cut)")
            #expect(step == .idle, "cut at \(cut)")
            try file.append(Array(bytes.dropFirst(cut)))
            frames += try CapturedFrame.read(&source).frames
            #expect(frames.map(\.bytes) == [[1], [2, 2], [3, 3, 3]], "cut at \(cut)")
            file.stop()
            step = try CapturedFrame.read(&source).step
            #expect(step == .end(.complete))
        }
    }

    @Test("Stopped in the middle of a record, a file is complete", arguments: Kind.allCases)
    func stopped(_ kind: Kind) throws {
        let bytes = Self.capture(kind).bytes
        for cut in [0, 2, 10, 30, bytes.count - 2] {
            let file = try GrowingFile(Array(bytes.prefix(cut)))
            var source = try open([file])
            file.stop()
            let (_, step) = try CapturedFrame.read(&source)
            #expect(step == .end(.complete), "cut at \(cut)")
            #expect(source.inputs.map(\.end) == [.complete])
        }
    }

    @Test func aRecordByteByByte() throws {
        for kind in [Kind.classic, .next] {
            let (bytes, ends) = Self.capture(kind)
            let file = try GrowingFile(Array(bytes.prefix(ends[1])))
            var source = try open([file])
            #expect(try CapturedFrame.read(&source).frames.count == 2)
            for byte in bytes[ends[1]...].dropLast() {
                try file.append([byte])
                let step = try source.next { _, _ in Issue.record("no frame is there") }
                #expect(step == .idle)
            }
            try file.append(bytes.suffix(1))
            #expect(try CapturedFrame.read(&source).frames.map(\.bytes) == [[3, 3, 3]])
        }
    }

    @Test("What is no capture is known once it has bytes")
    func noCapture() throws {
        let file = try GrowingFile()
        var source = try open([file])
        var step = try source.next { _, _ in }
        #expect(step == .idle)
        try file.append([UInt8](repeating: 7, count: 600))
        #expect(throws: CaptureError.notACapture(path: file.path, looksLike: nil)) {
            step = try source.next { _, _ in }
        }
    }

    @Test("A file at its end does not hold back the others")
    func quietFile() throws {
        let (bytes, ends) = Self.capture(.classic)
        let quiet = try GrowingFile(Array(bytes.prefix(ends[0])))
        let file = try GrowingFile(Self.capture(.next).bytes)
        var source = try open([quiet, file])
        var (frames, step) = try CapturedFrame.read(&source)
        #expect(step == .idle)
        #expect(frames.map(\.header.input) == [0, 1, 1, 1])
        try quiet.append(Array(bytes.dropFirst(ends[0])))
        (frames, step) = try CapturedFrame.read(&source)
        #expect(frames.map(\.header.input) == [0, 0])
        quiet.stop()
        #expect(try CapturedFrame.read(&source).step == .end(.complete))
    }

    @Test("Without being followed, a file ends where it does")
    func notFollowed() throws {
        let (bytes, ends) = Self.capture(.classic)
        let file = try GrowingFile(Array(bytes.prefix(ends[0])))
        var source = try CaptureSource(files: [file.path], shouldStop: file.shouldStop)
        let (frames, step) = try CapturedFrame.read(&source)
        #expect(frames.count == 1)
        #expect(step == .end(.complete))
    }
}
