import PacketCapture
import Testing
import TraceTypes
import _TestSupport

@Suite("A damaged pcapng file gives all before the damage")
struct DamagedPcapngTests {
    private static let whole: PcapngBuilder = {
        var file = PcapngBuilder()
        file.addInterface(.raw, [(2, .text("tun0"))])
        file.addPacket([1], [(1, .text("a"))])
        return file
    }()

    private func end(_ bytes: [UInt8]) throws -> (frames: Int, end: CaptureStep) {
        let folder = try TemporaryFolder()
        let (frames, _, step) = try CapturedFrame.read(files: [try folder.write(bytes)])
        return (frames.count, step)
    }

    @Test func cutAtEachByte() throws {
        var file = Self.whole
        let first = file.bytes.count
        file.add(10, [1, 2, 3, 4])
        let other = file.bytes.count
        file.addPacket([2, 3])
        for length in 28...file.bytes.count {
            let (frames, end) = try end(Array(file.bytes.prefix(length)))
            #expect(frames == (length < first ? 0 : length < file.bytes.count ? 1 : 2), "cut at \(length)")
            let boundaries = [28, 28 + 32, first, other, file.bytes.count]
            if boundaries.contains(length) {
                #expect(end == .end(.complete), "cut at \(length)")
            } else {
                #expect(end == .end(.truncatedFile("the file stops inside of a block")), "cut at \(length)")
            }
        }
    }

    /// Each adds something wrong behind a frame, and says what of the complaint must be there.
    static let damages: [(String, @Sendable (inout PcapngBuilder) -> Void)] = [
        ("a block of 0 bytes", { $0.add(6, [], length: 0) }),
        ("a block of 8 bytes", { $0.add(0x0bad, [], length: 8) }),
        ("a block of 28 bytes", { $0.add(6, [UInt8](repeating: 0, count: 16)) }),
        ("a block of 4294967292 bytes", { $0.add(6, [UInt8](repeating: 0, count: 20), length: 0xffff_fffc) }),
        ("another length", { $0.add(0x0bad, [1, 0, 0, 0, 9, 9, 9, 9], length: 16) }),
        ("another length", { $0.add(5, [UInt8](repeating: 0, count: 24), length: 32) }),
        ("a packet of 5 bytes", { $0.addPacket([1, 2, 3, 4], captured: 5) }),
        ("a packet of 4294967295 bytes", { $0.addPacket([1, 2, 3, 4], captured: 0xffff_ffff) }),
        ("interface 1", { $0.addPacket([1], interface: 1) }),
        ("interface 4294967295", { $0.addPacket([1], interface: .max) }),
        ("interface 7", { $0.addStatistics(interface: 7, []) }),
        (
            "interface 0",
            {
                $0.addSection(); $0.addPacket([1])
            }
        ),
        (
            "interface 0",
            {
                $0.addSection(); $0.addSimplePacket([1])
            }
        ),
        (
            "a section header of 24 bytes",
            { $0.add(0x0a0d_0d0a, $0.number(0x1a2b_3c4d as UInt32) + [1, 0, 0, 0], length: 24) }
        ),
        ("byte order", { $0.add(0x0a0d_0d0a, [UInt8](repeating: 7, count: 16)) }),
        (
            "version 2",
            { $0.add(0x0a0d_0d0a, $0.number(0x1a2b_3c4d as UInt32) + [2, 0] + [UInt8](repeating: 0, count: 10)) }
        ),
    ]

    @Test(arguments: damages)
    func damage(_ words: String, _ build: @Sendable (inout PcapngBuilder) -> Void) throws {
        var file = Self.whole
        build(&file)
        file.addPacket([9])
        let (frames, end) = try end(file.bytes)
        #expect(frames == 1)
        guard case .end(.damagedFile(let reason)) = end else {
            Issue.record("\(end)")
            return
        }
        #expect(reason.contains(words), "\(reason)")
    }

    @Test("More interfaces than are kept end the reading, and not sooner")
    func interfaces() throws {
        var file = PcapngBuilder()
        for _ in 0..<16_384 { file.addInterface(.raw) }
        file.addPacket([1], interface: 16_383)
        #expect(try end(file.bytes).end == .end(.complete))
        file.addInterface(.raw)
        let (frames, end) = try end(file.bytes)
        #expect(frames == 1)
        #expect(end == .end(.damagedFile("there are more than 16384 interfaces")))
    }

    @Test("Options that claim too much, or have no end, are left out")
    func options() throws {
        var file = PcapngBuilder()
        file.add(1, file.number(101 as UInt32) + file.number(0 as UInt32) + [2, 0, 0xff, 0xff, 0x61, 0, 0, 0])
        let header = file.number(0 as UInt32) + [UInt8](repeating: 0, count: 8) + [1, 0, 0, 0, 1, 0, 0, 0]
        file.add(6, header + [9, 0, 0, 0] + [1, 0, 1, 0, 0x61, 0, 0, 0])
        file.add(6, header + [9, 0, 0, 0] + [1, 0, 9, 0, 0x61, 0, 0, 0])
        let folder = try TemporaryFolder()
        var source = try CaptureSource(files: [try folder.write(file.bytes)])
        _ = try source.next { _, _ in }
        let first = source.comments
        _ = try source.next { _, _ in }
        let second = source.comments
        #expect(first == ["a"])
        #expect(second == [])
        #expect(source.interfaces.map(\.name) == [nil])
        let step = try source.next { _, _ in }
        #expect(step == .end(.complete))
    }

    @Test("Damaged anywhere, a file neither traps nor loops", arguments: 0..<40)
    func fuzz(_ seed: UInt64) throws {
        var file = Self.whole
        file.addStatistics([(4, .number(1))])
        file.addSection(bigEndian: true)
        file.addInterface(.ethernet, [(9, .bytes([0x8a]))])
        for index in 0..<5 { file.addPacket([UInt8](repeating: 1, count: index), [(1, .text("x"))]) }
        var generator = SeededGenerator(seed: seed)
        let folder = try TemporaryFolder()
        for _ in 0..<50 {
            var bytes = file.bytes
            for _ in 0..<3 {
                bytes[Int.random(in: 12..<bytes.count, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            var source = try CaptureSource(files: [try folder.write(bytes)])
            var frames = 0
            while case .frame = try source.next({ _, _ in frames += 1 }) { _ = source.comments }
            #expect(frames <= 20)
        }
    }
}
