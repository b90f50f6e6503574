import PacketCapture
import Testing
import TraceTypes
import _TestSupport

@Suite("A damaged file gives all before the damage")
struct CutFileTests {
    private static let start = Timestamp(seconds: 1_700_000_000, nanoseconds: 0)

    @Test func cutAtEachByte() throws {
        let folder = try TemporaryFolder()
        var file = CaptureFileBuilder()
        var boundaries = [file.bytes.count]
        for index in 0..<3 {
            file.add([UInt8](repeating: 7, count: 5 + index), at: Self.start)
            boundaries.append(file.bytes.count)
        }
        for length in boundaries[0]...file.bytes.count {
            let path = try folder.write(Array(file.bytes.prefix(length)))
            let (frames, inputs, step) = try CapturedFrame.read(files: [path])
            let whole = boundaries.count { $0 <= length } - 1
            #expect(frames.count == whole, "cut at \(length)")
            #expect(inputs[0].frames == UInt64(whole))
            let isCut = !boundaries.contains(length)
            #expect(inputs[0].wasTruncated == isCut, "cut at \(length)")
            if case .end(.truncatedFile(let reason)) = step {
                #expect(isCut)
                #expect(reason.contains("truncated"))
            } else {
                #expect(step == .end(.complete))
                #expect(!isCut)
            }
        }
    }

    @Test func cutNextGeneration() throws {
        let folder = try TemporaryFolder()
        let bytes = CaptureFileBuilder.pcapNG(frames: [([1], Self.start), ([2], Self.start)])
        let (frames, inputs, _) = try CapturedFrame.read(files: [try folder.write(Array(bytes.dropLast(6)))])
        #expect(frames.map(\.bytes) == [[1]])
        #expect(inputs[0].wasTruncated)
    }

    @Test func anImpossibleLength() throws {
        let folder = try TemporaryFolder()
        var file = CaptureFileBuilder()
        file.add([1], at: Self.start)
        let record = Bytes.big(UInt32(0)) + Bytes.big(UInt32(0)) + [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]
        let (frames, inputs, step) = try CapturedFrame.read(files: [try folder.write(file.bytes + record)])
        #expect(frames.map(\.bytes) == [[1]])
        #expect(inputs[0].wasTruncated == false)
        guard case .end(.damagedFile(let reason)) = step else {
            Issue.record("\(step)")
            return
        }
        #expect(!reason.isEmpty)
    }

    @Test func oneDamagedFileDoesNotStopTheOthers() throws {
        let folder = try TemporaryFolder()
        var cut = CaptureFileBuilder()
        cut.add([1, 1, 1], at: Self.start)
        var whole = CaptureFileBuilder()
        for second in 1...3 { whole.add([2], at: Self.start + .seconds(Int64(second))) }
        let paths = [try folder.write(Array(cut.bytes.dropLast()), "a"), try folder.write(whole.bytes, "b")]
        let (frames, inputs, step) = try CapturedFrame.read(files: paths)
        #expect(frames.count == 3)
        #expect(inputs.map(\.wasTruncated) == [true, false])
        #expect(step != .end(.complete))
    }
}
