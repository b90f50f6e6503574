import PacketCapture
import Testing
import TraceTypes
import _TestSupport

@Suite("Capture files of every variant are read")
struct FileTests {
    private static let start = Timestamp(seconds: 1_700_000_000, nanoseconds: 123_456_789)

    @Test(arguments: [true, false], [true, false])
    func classicFile(_ bigEndian: Bool, _ nanoseconds: Bool) throws {
        let folder = try TemporaryFolder()
        var file = CaptureFileBuilder(bigEndian: bigEndian, nanoseconds: nanoseconds)
        file.add([1, 2, 3], at: Self.start)
        file.add([4, 5], at: Self.start + .seconds(2), wireLength: 900)
        let path = try folder.write(file.bytes)
        let (frames, inputs, step) = try CapturedFrame.read(files: [path])
        #expect(step == .end(.complete))
        #expect(frames.map(\.bytes) == [[1, 2, 3], [4, 5]])
        #expect(frames.map(\.header.wireLength) == [3, 900])
        #expect(frames.map(\.header.number.rawValue) == [1, 2])
        #expect(frames.map(\.header.linkType) == [.ethernet, .ethernet])
        let lost = nanoseconds ? 0 : 789
        #expect(frames[0].header.time == Timestamp(nanoseconds: Self.start.nanoseconds - Int64(lost)))
        #expect(inputs.map(\.frames) == [2])
        #expect(inputs[0].name == path)
        #expect(inputs[0].firstTime == frames[0].header.time)
        #expect(inputs[0].lastTime == frames[1].header.time)
        #expect(inputs[0].wasTruncated == false)
    }

    @Test("Seconds are counted in 32 bits without a sign: up to 2106", arguments: [2_147_483_648, 4_294_967_295])
    func lateTimes(seconds: Int64) throws {
        var file = CaptureFileBuilder()
        file.add([1], at: Timestamp(seconds: seconds, nanoseconds: 0))
        let folder = try TemporaryFolder()
        let path = try folder.write(file.bytes)
        #expect(
            try CapturedFrame.read(files: [path]).frames.map(\.header.time) == [
                Timestamp(seconds: seconds, nanoseconds: 0)
            ])
    }

    @Test func nextGeneration() throws {
        let folder = try TemporaryFolder()
        let bytes = CaptureFileBuilder.pcapNG(
            linkType: .linuxCooked2, frames: [([1, 2, 3], Self.start), ([4], Self.start + .seconds(1))])
        let (frames, inputs, step) = try CapturedFrame.read(files: [try folder.write(bytes)])
        #expect(step == .end(.complete))
        #expect(frames.map(\.bytes) == [[1, 2, 3], [4]])
        #expect(frames[0].header.time == Self.start)
        #expect(inputs[0].linkType == .linuxCooked2)
    }

    @Test(arguments: LinkType.decodable)
    func linkTypes(_ linkType: LinkType) throws {
        let folder = try TemporaryFolder()
        var file = CaptureFileBuilder(linkType: linkType)
        file.add([1], at: Self.start)
        let (frames, inputs, _) = try CapturedFrame.read(files: [try folder.write(file.bytes)])
        #expect(frames.map(\.header.linkType) == [linkType])
        #expect(inputs.map(\.linkType) == [linkType])
    }

    @Test func aFileWithoutFrames() throws {
        let folder = try TemporaryFolder()
        let (frames, inputs, step) = try CapturedFrame.read(files: [try folder.write(CaptureFileBuilder().bytes)])
        #expect(frames.isEmpty)
        #expect(step == .end(.complete))
        #expect(inputs[0].firstTime == nil)
        #expect(inputs[0].end == .complete)
    }

    @Test func theEndStaysTheEnd() throws {
        let folder = try TemporaryFolder()
        var source = try CaptureSource(files: [try folder.write(CaptureFileBuilder().bytes)])
        for _ in 0..<3 {
            let step = try source.next { _, _ in }
            #expect(step == .end(.complete))
        }
    }

    @Test func theAccountTakesEarliestAndLatest() throws {
        let folder = try TemporaryFolder()
        var file = CaptureFileBuilder(nanoseconds: true)
        for second in [5, 3, 9, 4] { file.add([1], at: Timestamp(seconds: Int64(second), nanoseconds: 0)) }
        let (_, inputs, _) = try CapturedFrame.read(files: [try folder.write(file.bytes)])
        #expect(inputs[0].firstTime == Timestamp(seconds: 3, nanoseconds: 0))
        #expect(inputs[0].lastTime == Timestamp(seconds: 9, nanoseconds: 0))
    }

    @Test func aFilterForFiles() throws {
        let folder = try TemporaryFolder()
        var file = CaptureFileBuilder(linkType: .raw)
        let first = PacketBuilder("a").udp(from: 1, to: 5060)
        let second = PacketBuilder("b").udp(from: 1, to: 5070)
        for packet in [first, second] {
            file.add(packet.ipv4(from: IPAddress(v4: 1), to: IPAddress(v4: 2)).bytes, at: Self.start)
        }
        var source = try CaptureSource(files: [try folder.write(file.bytes)], filter: "port 5070")
        let (frames, _) = try CapturedFrame.read(&source)
        #expect(frames.map(\.bytes.last) == [0x62])
        #expect(frames.map(\.header.number.rawValue) == [2])
        #expect(source.inputs.map(\.frames) == [1])
    }
}
