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

    @Test("Files of all kinds, compressed or not, are merged by time and keep their interfaces")
    func mixedKinds() throws {
        let folder = try TemporaryFolder()
        var classic = CaptureFileBuilder(linkType: .linuxCooked, nanoseconds: true)
        for time: Int64 in [10, 40, 70] { classic.add([1], at: Timestamp(nanoseconds: time)) }
        var next = PcapngBuilder()
        next.addInterface(.ethernet, [(9, .bytes([9])), (2, .text("eth0"))])
        next.addPacket([2], ticks: 20)
        next.addInterface(.raw, [(9, .bytes([9])), (2, .text("tun0"))])
        next.addPacket([3], interface: 1, ticks: 5)
        next.addPacket([4], interface: 0, ticks: 50)
        var paths = [try folder.write(classic.bytes, "a"), try folder.write(next.bytes, "b")]
        paths.append(try folder.write(Compressed.gzip(classic.bytes), "c"))
        paths.append(try folder.write(Compressed.zstd(next.bytes), "d"))
        var source = try CaptureSource(files: paths)
        let (frames, step) = try CapturedFrame.read(&source)
        #expect(step == .end(.complete))
        #expect(frames.map(\.header.input) == [0, 2, 1, 1, 3, 3, 0, 2, 1, 3, 0, 2])
        #expect(frames.map(\.bytes) == [[1], [1], [2], [3], [2], [3], [1], [1], [4], [4], [1], [1]])
        let interfaces = source.interfaces
        #expect(Set(frames.map(\.header.interface)) == Set(0..<6))
        for frame in frames {
            let interface = interfaces[frame.header.interface]
            #expect(interface.input == frame.header.input)
            #expect(interface.linkType == frame.header.linkType)
            #expect(interface.name == [[1]: nil, [2]: "eth0", [3]: "tun0", [4]: "eth0"][frame.bytes])
        }
    }

    @Test("Hundreds of files take little memory")
    func hundreds() throws {
        let folder = try TemporaryFolder()
        let paths = try (0..<300).map { index in
            var next = PcapngBuilder()
            next.addInterface(.raw, [(9, .bytes([9]))])
            var classic = CaptureFileBuilder(nanoseconds: true)
            for frame in 0..<10 {
                next.addPacket([1], ticks: UInt64(frame * 300 + index))
                classic.add([1], at: Timestamp(nanoseconds: Int64(frame * 300 + index)))
            }
            let bytes = index % 2 == 0 ? next.bytes : classic.bytes
            return try folder.write(index % 3 == 0 ? Compressed.gzip(bytes) : bytes, "\(index)")
        }
        let (frames, _, step) = try CapturedFrame.read(files: paths)
        #expect(step == .end(.complete))
        #expect(frames.map(\.header.time.nanoseconds) == (0..<3000).map { Int64($0) })
    }
}
