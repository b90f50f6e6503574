import PacketCapture
import Testing
import TraceTypes
import _TestSupport

@Suite("pcapng files are read with all that they tell")
struct PcapngTests {
    private static let second: UInt64 = 1_700_000_000

    private func source(_ file: PcapngBuilder, filter: String? = nil) throws -> CaptureSource {
        let folder = try TemporaryFolder()
        return try CaptureSource(files: [try folder.write(file.bytes, "test.pcapng")], filter: filter)
    }

    @Test("Interfaces of different link types and resolutions, in either byte order", arguments: [true, false])
    func mixedInterfaces(_ bigEndian: Bool) throws {
        var file = PcapngBuilder(bigEndian: bigEndian)
        file.addInterface(
            .ethernet, snapLength: 96,
            [(2, .text("eth0")), (3, .text("uplink")), (11, .bytes([0] + Array("port 5060".utf8)))])
        file.addInterface(.raw, [(9, .bytes([9])), (2, .text("tun0\0"))])
        file.addPacket([1, 2, 3], ticks: Self.second * 1_000_000 + 5, wireLength: 900)
        file.addPacket([4], interface: 1, ticks: Self.second * 1_000_000_000 + 7_000)
        var source = try source(file)
        let (frames, step) = try CapturedFrame.read(&source)
        #expect(step == .end(.complete))
        #expect(frames.map(\.bytes) == [[1, 2, 3], [4]])
        #expect(frames.map(\.header.linkType) == [.ethernet, .raw])
        #expect(frames.map(\.header.interface) == [0, 1])
        #expect(frames.map(\.header.wireLength) == [900, 1])
        let expected = [5_000, 7_000].map { Timestamp(seconds: Int64(Self.second), nanoseconds: $0) }
        #expect(frames.map(\.header.time) == expected)
        var interfaces = [
            CaptureInterface(input: 0, linkType: .ethernet), CaptureInterface(input: 0, linkType: .raw),
        ]
        interfaces[0].name = "eth0"
        interfaces[0].description = "uplink"
        interfaces[0].filter = "port 5060"
        interfaces[0].snapLength = 96
        interfaces[1].name = "tun0"
        #expect(source.interfaces == interfaces)
        #expect(source.inputs.map(\.linkType) == [.ethernet])
        #expect(source.inputs.map(\.statistics) == [nil])
    }

    /// The resolution's code, an offset in seconds, the ticks, and seconds and nanoseconds since 1970.
    static let resolutions: [(UInt8, Int64, UInt64, Int64, Int64)] = [
        (0, 0, 17, 17, 0), (3, 0, 17_005, 17, 5_000_000), (6, 0, 17_000_005, 17, 5_000), (9, 0, 17_000_000_005, 17, 5),
        (12, 0, 17_000_000_005_999, 17, 5), (19, 0, .max, 1, 844_674_407), (20, 0, .max, 0, 0), (127, 0, .max, 0, 0),
        (0x80, 0, 17, 17, 0), (0x8a, 0, 17 << 10 | 512, 17, 500_000_000), (0xbf, 0, .max, 1, 999_999_999),
        (0xc0, 0, .max, 0, 0), (0xff, 0, .max, 0, 0), (6, 100, 17_000_005, 117, 5_000),
        (6, -20, 17_000_005, -3, 5_000),
    ]

    @Test("Time stamps in powers of 10 and 2, with an offset", arguments: resolutions)
    func resolution(_ code: UInt8, _ offset: Int64, _ ticks: UInt64, _ seconds: Int64, _ rest: Int64) throws {
        var file = PcapngBuilder()
        file.addInterface(.raw, [(9, .bytes([code])), (14, .number(UInt64(bitPattern: offset)))])
        file.addPacket([1], ticks: ticks)
        var source = try source(file)
        let times = try CapturedFrame.read(&source).frames.map(\.header.time)
        #expect(times == [Timestamp(seconds: seconds, nanoseconds: rest)])
    }

    @Test("An absurd offset does not trap", arguments: [Int64.max, .min])
    func absurdOffset(_ offset: Int64) throws {
        var file = PcapngBuilder()
        file.addInterface(.raw, [(9, .bytes([0])), (14, .number(UInt64(bitPattern: offset)))])
        file.addPacket([1], ticks: .max)
        var source = try source(file)
        #expect(try CapturedFrame.read(&source).frames.count == 1)
    }

    @Test func packetsOfAllKinds() throws {
        var file = PcapngBuilder()
        file.addInterface(.raw, snapLength: 2)
        file.addObsoletePacket([1, 2, 3], drops: 4, ticks: 9_000_000)
        file.addSimplePacket([4, 5], wireLength: 5)
        file.addPacket([], ticks: 8_000_000)
        var source = try source(file)
        let (frames, step) = try CapturedFrame.read(&source)
        #expect(step == .end(.complete))
        #expect(frames.map(\.bytes) == [[1, 2, 3], [4, 5], []])
        #expect(frames.map(\.header.wireLength) == [3, 5, 0])
        let times: [Int64] = [9, 9, 8]
        #expect(frames.map(\.header.time) == times.map { Timestamp(seconds: $0, nanoseconds: 0) })
        #expect(source.inputs[0].statistics?.dropped == 4)
    }

    @Test("Sections number their interfaces anew, and may change the byte order")
    func sections() throws {
        var file = PcapngBuilder()
        file.addInterface(.raw, [(2, .text("a"))])
        file.addPacket([1])
        file.addSection(bigEndian: true)
        file.addInterface(.ethernet, [(2, .text("b"))])
        file.addPacket([2])
        var source = try source(file)
        let (frames, _) = try CapturedFrame.read(&source)
        #expect(frames.map(\.header.interface) == [0, 1])
        #expect(frames.map(\.header.linkType) == [.raw, .ethernet])
        #expect(source.interfaces.map(\.name) == ["a", "b"])
        #expect((0...3).map { source.interfaces(from: $0).map(\.name) } == [["a", "b"], ["b"], [], []])
    }

    @Test("Blocks that are not for frames are left out, however long")
    func otherBlocks() throws {
        var file = PcapngBuilder()
        file.addInterface(.raw)
        file.add(4, [UInt8](repeating: 7, count: 40))
        file.add(10, [UInt8](repeating: 7, count: 600_000))
        file.addPacket([1])
        file.add(0x0bad, [1, 2, 3, 4])
        file.add(0x4000_0bad, [])
        var source = try source(file)
        let (frames, step) = try CapturedFrame.read(&source)
        #expect(frames.map(\.bytes) == [[1]])
        #expect(step == .end(.complete))
    }

    @Test func comments() throws {
        var file = PcapngBuilder()
        file.addInterface(.raw)
        file.addPacket([1], [(1, .text("the call begins")), (2, .bytes([0, 0, 0, 0])), (1, .text("über"))])
        file.addPacket([2])
        file.addPacket([3], (0..<40).map { (1, .text("\($0) " + String(repeating: "x", count: 5000))) })
        var source = try source(file)
        var comments: [[String]] = [source.comments]
        for _ in 0..<4 {
            _ = try source.next { _, _ in }
            comments.append(source.comments)
        }
        #expect(comments[0] == [])
        #expect(comments[1] == ["the call begins", "über"])
        #expect(comments[2] == [])
        #expect(comments[3].count == 16)
        #expect(comments[3].allSatisfy { $0.utf8.count == 4096 })
        #expect(comments[4] == [])
    }

    @Test("A filter is compiled for each link type, and sees the length on the wire")
    func filter() throws {
        let (first, second) = (IPAddress(v4: 1), IPAddress(v4: 2))
        let hit = PacketBuilder("a").udp(from: 1, to: 5070).ipv4(from: first, to: second)
        let miss = PacketBuilder("b").udp(from: 1, to: 5060).ipv4(from: first, to: second)
        var file = PcapngBuilder()
        file.addInterface(.raw)
        file.addInterface(.ethernet)
        file.addInterface(LinkType(rawValue: 147))
        for packet in [miss, hit] {
            file.addPacket(packet.bytes, interface: 0)
            file.addPacket(packet.ethernet().bytes, interface: 1)
            file.addPacket(packet.bytes, interface: 2, wireLength: 2000)
        }
        var filtered = try source(file, filter: "port 5070")
        let frames = try CapturedFrame.read(&filtered).frames
        #expect(frames.map(\.header.interface) == [0, 1])
        #expect(frames.map(\.header.number.rawValue) == [4, 5])
        var long = try source(file, filter: "greater 1500")
        #expect(try CapturedFrame.read(&long).frames.map(\.header.interface) == [2, 2])
        var unfit = try source(file, filter: "ether host 01:02:03:04:05:06")
        #expect(throws: CaptureError.self) { _ = try unfit.next { _, _ in } }
    }

    @Test("Link types without a layer do not make a file unreadable")
    func unknownLinkTypes() throws {
        var file = PcapngBuilder()
        file.addInterface(LinkType(rawValue: 147))
        file.addPacket([1])
        file.addInterface(.ethernet)
        var source = try source(file)
        #expect(try CapturedFrame.read(&source).frames.map(\.header.linkType.rawValue) == [147])
        let isUnsupported = source.unsupportedLinkType != nil
        #expect(isUnsupported)
        file.addPacket([1], interface: 1)
        var other = try self.source(file)
        #expect(try CapturedFrame.read(&other).frames.count == 2)
        let isOtherUnsupported = other.unsupportedLinkType != nil
        #expect(!isOtherUnsupported)
    }
}
