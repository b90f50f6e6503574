import Foundation
import PacketCapture
import Testing
import TraceTypes
import _TestSupport

@Suite("Compressed captures are expanded while they are read")
struct CompressedFileTests {
    /// A classic capture and a pcapng one, larger than the buffers together.
    private static let large = captures(1500)

    /// A classic capture and a pcapng one with the same frames.
    private static func captures(_ count: Int) -> [[UInt8]] {
        var generator = SeededGenerator(seed: 1)
        var classic = CaptureFileBuilder(nanoseconds: true)
        var next = PcapngBuilder()
        next.addInterface(.ethernet, [(9, .bytes([9]))])
        for index in 0..<count {
            let frame = (0..<(index % 700)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            classic.add(frame, at: Timestamp(nanoseconds: Int64(index)))
            next.addPacket(frame, ticks: UInt64(index))
        }
        return [classic.bytes, next.bytes]
    }

    private func read(_ bytes: [UInt8], _ name: String = "trace") throws -> (frames: [CapturedFrame], step: CaptureStep)
    {
        let folder = try TemporaryFolder()
        let (frames, _, step) = try CapturedFrame.read(files: [try folder.write(bytes, name)])
        return (frames, step)
    }

    @Test("Known by content, whatever the name says", arguments: Compressed.allCases, ["a.pcap", "a.gz", "a"])
    func wholeFiles(_ compression: Compressed, _ name: String) throws {
        for capture in Self.large {
            let (frames, step) = try read(compression(capture), name)
            #expect(step == .end(.complete))
            #expect(frames.map(\.bytes.count) == (0..<1500).map { $0 % 700 })
            #expect(frames.map(\.header.time.nanoseconds) == (0..<1500).map { Int64($0) })
            #expect(frames.map(\.bytes) == (try read(capture).frames.map(\.bytes)))
        }
    }

    @Test("Several members or frames are one input, also where one is empty", arguments: Compressed.allCases)
    func severalMembers(_ compression: Compressed) throws {
        for capture in Self.captures(60) {
            let pieces = [capture[..<3], [], capture[3..<1003], capture[1003...]]
            let (frames, step) = try read(pieces.flatMap { compression(Array($0)) })
            #expect(step == .end(.complete))
            #expect(frames.count == 60)
        }
    }

    @Test("A frame to be skipped may come first")
    func skippableFrame() throws {
        let (frames, step) = try read(
            [0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 9, 9] + Compressed.zstd(Self.captures(3)[0]))
        #expect(step == .end(.complete))
        #expect(frames.count == 3)
    }

    @Test("Zero bytes behind gzip are padding; others are damage")
    func trailing() throws {
        let file = Compressed.gzip(Self.captures(3)[0])
        let padded = try read(file + [0, 0, 0, 0])
        #expect(padded.frames.count == 3)
        #expect(padded.step == .end(.complete))
        let followed = try read(file + [0, 7])
        #expect(followed.frames.count == 3)
        #expect(followed.step == .end(.damagedFile("bytes that are not gzip follow the gzip stream")))
        let member = try read(file + [0x1f, 7])
        #expect(member.frames.count == 3)
        #expect(member.step == .end(.damagedFile("the gzip stream is damaged: incorrect header check")))
    }

    @Test("A stream that is cut gives all frames before the cut", arguments: Compressed.allCases)
    func cut(_ compression: Compressed) throws {
        for capture in Self.large {
            let whole = compression(capture)
            let (frames, step) = try read(Array(whole.dropLast(whole.count / 4)))
            #expect((500..<1500).contains(frames.count))
            #expect(step == .end(.truncatedFile("the \(compression.rawValue) stream stops before its end")))
            let (all, end) = try read(Array(whole.dropLast(1)))
            #expect(all.count == (compression == .gzip ? 1500 : all.count))
            #expect(end == step)
        }
    }

    @Test("A damaged stream gives all frames before the damage", arguments: Compressed.allCases)
    func damaged(_ compression: Compressed) throws {
        for capture in Self.large {
            var bytes = compression(capture)
            // A second, damaged one.
            let second = bytes.count
            bytes += compression([1])
            bytes[second + 3] ^= 0xff
            let (frames, step) = try read(bytes)
            #expect(frames.count == 1500)
            guard case .end(.damagedFile(let reason)) = step else {
                Issue.record("\(step)")
                return
            }
            #expect(reason.hasPrefix("the \(compression.rawValue) stream is damaged: "))
        }
    }

    @Test("Damaged anywhere, a stream neither traps nor loops", arguments: Compressed.allCases, 0..<20)
    func fuzz(_ compression: Compressed, _ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let whole = compression(Self.captures(30)[Int(seed % 2)])
        let folder = try TemporaryFolder()
        for _ in 0..<20 {
            var bytes = whole
            for _ in 0..<2 {
                bytes[Int.random(in: 4..<bytes.count, using: &generator)] ^= UInt8.random(
                    in: 1...255, using: &generator)
            }
            let path = try folder.write(bytes)
            do throws(CaptureError) {
                var source = try CaptureSource(files: [path])
                var frames = 0
                while case .frame = try source.next({ _, _ in frames += 1 }) {}
                #expect(source.inputs[0].end != nil)
            } catch {
                #expect(error.description.hasPrefix(path))
            }
        }
    }

    @Test("A bomb takes time but no memory")
    func bomb() throws {
        // One frame a thousand times over, in many members.
        var file = CaptureFileBuilder()
        let header = Compressed.gzip(file.bytes)
        let empty = file.bytes.count
        for _ in 0..<1000 { file.add([UInt8](repeating: 0, count: 1000), at: Timestamp(nanoseconds: 0)) }
        let member = Compressed.gzip(Array(file.bytes.dropFirst(empty)))
        let folder = try TemporaryFolder()
        let path = try folder.write(header + (0..<60).flatMap { _ in member })
        let before = Self.peakMemory
        var source = try CaptureSource(files: [path])
        var frames = 0
        while case .frame = try source.next({ _, _ in frames += 1 }) {}
        #expect(frames == 60_000)
        // 60 MB come out of it; other tests take some memory at the same time.
        #expect(Self.peakMemory - before < 40 << 10)
    }

    /// The most memory that the process has had, in KiB.
    private static var peakMemory: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
        return line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
    }
}
