import Foundation
import Glibc
import TraceTypes
import Testing

@testable import PacketCapture

@Suite("Files follow each other by size and by time")
struct RotationTests {
    private static let start: Int64 = 1_700_000_000_000_000_000

    private static func saver(_ folder: TemporaryFolder, _ rotation: Rotation) throws -> CaptureSaver {
        var request = CaptureSaver.Request(path: folder.path + "/t.pcapng", application: "sipwatch")
        request.rotation = rotation
        let saver = try CaptureSaver(request, now: Timestamp(nanoseconds: start))
        saver.add([CaptureInterface(input: 0, linkType: .ethernet)])
        return saver
    }

    private static func save(_ saver: CaptureSaver, _ byte: UInt8, seconds: Int64, size: Int = 1) {
        let header = FrameHeader(
            number: FrameNumber(rawValue: 1), time: Timestamp(nanoseconds: start + seconds * 1_000_000_000),
            linkType: .ethernet, wireLength: size)
        saver.save(header, [UInt8](repeating: byte, count: size).span)
    }

    /// The files in order, each with the first bytes of its frames.
    private static func files(_ folder: TemporaryFolder) throws -> [(name: String, bytes: [UInt8?])] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
            let (frames, _, step) = try CapturedFrame.read(files: ["\(folder.path)/\(name)"])
            #expect(step == .end(.complete))
            return (name, frames.map(\.bytes.first))
        }
    }

    @Test func bySize() throws {
        let folder = try TemporaryFolder()
        let saver = try Self.saver(folder, Rotation(size: 1000))
        saver.update([KernelStatistics()])
        for byte in UInt8(0)..<10 { Self.save(saver, byte, seconds: Int64(byte), size: 200) }
        Self.save(saver, 10, seconds: 10, size: 5000)
        Self.save(saver, 11, seconds: 11, size: 200)
        saver.finish()
        let files = try Self.files(folder)
        #expect(files.map(\.bytes) == [[0, 1, 2], [3, 4, 5], [6, 7, 8], [9], [10], [11]])
        for file in files where file.bytes != [10] {
            let size = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(file.name)")[.size] as? Int
            #expect(try #require(size) <= 1000)
            #expect(SavedBlock.all("\(folder.path)/\(file.name)").last?.type == 5)
        }
    }

    @Test func byTime() throws {
        let folder = try TemporaryFolder()
        let saver = try Self.saver(folder, Rotation(time: .seconds(10)))
        for (byte, seconds) in [(1, 0), (2, 9), (3, 10), (4, 19), (5, 40)] {
            Self.save(saver, UInt8(byte), seconds: Int64(seconds))
        }
        saver.finish()
        #expect(try Self.files(folder).map(\.bytes) == [[1, 2], [3, 4], [5]])
    }

    @Test("Silence ends a file, too, but makes no empty ones one after the other")
    func silence() throws {
        let folder = try TemporaryFolder()
        let saver = try Self.saver(folder, Rotation(time: .seconds(10)))
        for seconds in Int64(0)..<50 {
            if seconds < 5 { Self.save(saver, UInt8(seconds), seconds: seconds) }
            saver.pass(to: Timestamp(nanoseconds: Self.start + seconds * 1_000_000_000))
        }
        saver.finish()
        let sizes = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
            SavedBlock.all("\(folder.path)/\($0)").count { $0.type == 6 }
        }
        #expect(sizes == [5, 0])
    }

    @Test func onlyTheNewestAreKept() throws {
        let folder = try TemporaryFolder()
        try Data([1]).write(to: URL(fileURLWithPath: folder.path + "/t_00000_mine.pcapng"))
        let saver = try Self.saver(folder, Rotation(time: .seconds(1), keep: 2))
        for byte in UInt8(0)..<6 { Self.save(saver, byte, seconds: Int64(byte)) }
        saver.finish()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.map { $0.prefix(8) } == ["t_00000_", "t_00005_", "t_00006_"])
    }

    @Test("A reopening begins the next file")
    func reopening() throws {
        let folder = try TemporaryFolder()
        let saver = try Self.saver(folder, Rotation(size: 1_000_000))
        Self.save(saver, 1, seconds: 0)
        saver.reopen(at: Timestamp(nanoseconds: Self.start))
        Self.save(saver, 2, seconds: 0)
        saver.finish()
        #expect(try Self.files(folder).map(\.bytes) == [[1], [2]])
    }

    @Test("A next file that cannot be made leaves the one at hand open, and is told once")
    func aMissingFolder() throws {
        let folder = try TemporaryFolder()
        let saver = try Self.saver(folder, Rotation(time: .seconds(1)))
        Self.save(saver, 1, seconds: 0)
        let file = try #require(FileHandle(forReadingAtPath: saver.path))
        try FileManager.default.removeItem(atPath: folder.path)
        for second in Int64(1)..<5 { Self.save(saver, 2, seconds: second) }
        #expect(saver.takeProblem().map { "\($0)".contains("no such folder") } == true)
        for second in Int64(5)..<9 { Self.save(saver, 2, seconds: second) }
        saver.finish()
        #expect(saver.takeProblem() == nil)
        let bytes = try #require(try file.readToEnd())
        #expect(SavedBlock.all([UInt8](bytes)).count { $0.type == 6 } == 9)
    }

    @Test(arguments: [
        ("trace.pcapng", "trace_00007_20231114221320.pcapng"), ("trace", "trace_00007_20231114221320.pcapng"),
        ("/a.b/trace", "/a.b/trace_00007_20231114221320.pcapng"), ("/a.b/.x", "/a.b/.x_00007_20231114221320.pcapng"),
        ("a.b.cap", "a.b_00007_20231114221320.cap"),
    ])
    func names(_ path: String, _ expected: String) async {
        await #expect(processExitsWith: .success) { [path, expected] in
            // Safe: both are C strings for the call.
            _ = unsafe setenv("TZ", "UTC", 1)
            let name = RotatedName.name(path, number: 7, time: Timestamp(seconds: 1_700_000_000, nanoseconds: 0))
            #expect(name == expected)
        }
    }
}
