import PacketCapture
import Testing
import TraceTypes
import _TestSupport

@Suite("Several files are merged by time")
struct MergeTests {
    /// Each file's frames by time; the byte says which frame it is.
    private func merge(_ files: [[(time: Int64, byte: UInt8)]]) throws -> [CapturedFrame] {
        let folder = try TemporaryFolder()
        let paths = try files.enumerated().map { index, frames in
            var file = CaptureFileBuilder(bigEndian: index % 2 == 0, nanoseconds: true)
            for frame in frames { file.add([frame.byte], at: Timestamp(nanoseconds: frame.time)) }
            return try folder.write(file.bytes, "\(index).pcap")
        }
        return try CapturedFrame.read(files: paths).frames
    }

    @Test func byTime() throws {
        let frames = try merge([[(10, 1), (40, 4), (50, 5)], [(20, 2)], [], [(30, 3), (60, 6)]])
        #expect(frames.map(\.bytes) == [[1], [2], [3], [4], [5], [6]])
        #expect(frames.map(\.header.input) == [0, 1, 3, 0, 0, 3])
        #expect(frames.map(\.header.number.rawValue) == [1, 2, 3, 4, 5, 6])
    }

    @Test func equalTimesKeepTheOrderOfTheFiles() throws {
        let frames = try merge([[(10, 2), (10, 3)], [(10, 4)], [(5, 1), (10, 5)]])
        #expect(frames.map(\.bytes) == [[1], [2], [3], [4], [5]])
    }

    @Test func eachFileKeepsItsOwnOrder() throws {
        let frames = try merge([[(30, 2), (10, 3)], [(20, 1)]])
        #expect(frames.map(\.bytes) == [[1], [2], [3]])
    }

    @Test func manyFiles() throws {
        let files: [[(time: Int64, byte: UInt8)]] = (0..<30).map { (file: Int64) in
            let offset = file * 7 % 30
            return (0..<20).map { (frame: Int64) in (time: frame * 30 + offset, byte: UInt8(file)) }
        }
        let frames = try merge(files)
        #expect(frames.count == 600)
        let times = frames.map(\.header.time)
        #expect(times == times.sorted())
    }

    @Test func linkTypesMayDiffer() throws {
        let folder = try TemporaryFolder()
        let paths = try [LinkType.ethernet, .raw].map { linkType in
            var file = CaptureFileBuilder(linkType: linkType)
            file.add([1], at: Timestamp(nanoseconds: 0))
            return try folder.write(file.bytes, "\(linkType.rawValue)")
        }
        #expect(try CapturedFrame.read(files: paths).frames.map(\.header.linkType) == [.ethernet, .raw])
    }
}
