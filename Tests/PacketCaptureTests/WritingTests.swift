import Foundation
import Glibc
import TraceTypes
import Testing

@testable import PacketCapture

@Suite("Frames are saved in pcapng files that others read")
struct WritingTests {
    private static func interface(_ name: String, _ linkType: LinkType = .ethernet) -> CaptureInterface {
        var interface = CaptureInterface(input: 0, linkType: linkType)
        interface.name = name
        interface.filter = "udp port 5060"
        interface.snapLength = 1500
        return interface
    }

    private static func save(
        _ saver: CaptureSaver, _ frame: [UInt8], at time: Int64, interface: Int = 0, wire: Int? = nil
    ) {
        let header = FrameHeader(
            number: FrameNumber(rawValue: 1), time: Timestamp(nanoseconds: time), linkType: .ethernet,
            wireLength: wire ?? frame.count, interface: interface)
        saver.save(header, frame.span)
    }

    private static func saver(_ path: String, _ rotation: Rotation = Rotation()) throws -> CaptureSaver {
        var request = CaptureSaver.Request(path: path, application: "sipwatch 1.2.3")
        request.rotation = rotation
        return try CaptureSaver(request, now: Timestamp(seconds: 1_700_000_000, nanoseconds: 0))
    }

    private static let start: Int64 = 1_700_000_000_123_456_789

    @Test("Bytes, times to the nanosecond, lengths and interfaces come back")
    func roundTrip() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/out.pcapng"
        let saver = try Self.saver(path)
        saver.add([Self.interface("lo")])
        for size in 0..<9 {
            Self.save(saver, [UInt8](repeating: UInt8(size), count: size), at: Self.start + Int64(size), wire: 100)
        }
        saver.finish()
        #expect(saver.takeProblem() == nil)
        #expect(!saver.isIncomplete)
        let (frames, _, step) = try CapturedFrame.read(files: [path])
        #expect(step == .end(.complete))
        #expect(frames.map(\.bytes) == (0..<9).map { [UInt8](repeating: UInt8($0), count: $0) })
        #expect(frames.map(\.header.time.nanoseconds) == (0..<9).map { Self.start + $0 })
        #expect(frames.allSatisfy { $0.header.wireLength == 100 })
    }

    @Test("tshark shows interfaces, comments and both link types", .enabled(if: Dissector.isInstalled))
    func tshark() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/out.pcapng"
        let saver = try Self.saver(path)
        saver.add([Self.interface("lo"), Self.interface("any", .linuxCooked)])
        Self.save(saver, [UInt8](repeating: 1, count: 14), at: Self.start)
        let header = FrameHeader(
            number: FrameNumber(rawValue: 2), time: Timestamp(nanoseconds: Self.start + 1), linkType: .linuxCooked,
            wireLength: 20, interface: 1)
        saver.save(header, [UInt8](repeating: 0, count: 16).span, comments: ["one", "zwei"])
        var counted = KernelStatistics()
        counted.received = 7
        counted.dropped = 5
        saver.finish([counted, nil])
        let fields = ["frame.interface_name", "frame.encap_type", "frame.time_epoch", "frame.len", "frame.comment"]
        let lines = try Dissector.run("tshark", ["-r", path, "-T", "fields"] + fields.flatMap { ["-e", $0] })
        #expect(
            lines == [
                "lo\t1\t1700000000.123456789\t14\t", "any\t25\t1700000000.123456790\t20\tone,zwei",
            ])
        let info = try Dissector.run("capinfos", [path]).map { $0.trimmingCharacters(in: .whitespaces) }
        for line in [
            "Capture application: sipwatch 1.2.3", "Number of interfaces in file: 2", "Name = lo", "Name = any",
            "Capture length = 1500", "Time precision = nanoseconds (9)", "Filter string = udp port 5060",
        ] {
            #expect(info.contains { $0.split(separator: " ").joined(separator: " ") == line }, "\(line)")
        }
        #expect(info.filter { $0.hasPrefix("Number of stat entries") }.map(\.last) == ["1", "0"])
    }

    @Test("The statistics block holds what was received, dropped and delivered")
    func statistics() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/out.pcapng"
        let saver = try Self.saver(path)
        saver.add([Self.interface("lo")])
        for index in 0..<3 { Self.save(saver, [1], at: Self.start + Int64(index)) }
        var counted = KernelStatistics()
        counted.received = 0x1_0000_0000
        counted.dropped = 5
        counted.droppedByInterface = 2
        saver.update([counted], droppedHere: [4])
        saver.finish()
        let block = try #require(SavedBlock.all(path).last)
        #expect(block.type == 5)
        let options = block.options(from: 12)
        #expect(options[4] == SavedBlock.number(0x1_0000_0000 as UInt64))
        #expect(options[5] == SavedBlock.number(2 as UInt64))
        #expect(options[6] == options[4])
        #expect(options[7] == SavedBlock.number(5 as UInt64))
        #expect(options[8] == SavedBlock.number(7 as UInt64))
        #expect(options[1] == Array("4 frames dropped by sipwatch before they could be saved".utf8))
    }

    @Test func interfacesComeBeforeTheirFirstFrame() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/out.pcapng"
        let saver = try Self.saver(path)
        let all = [Self.interface("a"), Self.interface("b"), Self.interface("c")]
        for index in [0, 2, 1] {
            let header = FrameHeader(
                number: FrameNumber(rawValue: 1), time: Timestamp(nanoseconds: Self.start), linkType: .ethernet,
                wireLength: 1, interface: index)
            saver.stage(header, [1].span)
            saver.commit(comments: [], interfaces: { Array(all[$0...index]) })
        }
        // Nothing is staged, so that nothing is added.
        saver.commit(comments: [], interfaces: { Array(all[$0...]) })
        saver.finish()
        #expect(SavedBlock.all(path).map(\.type) == [0x0A0D_0D0A, 1, 6, 1, 1, 6, 6])
    }

    @Test("An input is left as it is")
    func anInputIsRefused() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([1, 2, 3])
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: path)
        var request = CaptureSaver.Request(path: folder.path + "/link", application: "")
        request.inputs = [folder.path + "/missing", path]
        #expect(throws: WriteError.isInput(path: request.path)) { _ = try CaptureSaver(request) }
        #expect(FileManager.default.contents(atPath: path) == Data([1, 2, 3]))
        request.inputs = []
        request.path = path
        _ = try CaptureSaver(request)
        #expect(FileManager.default.contents(atPath: path) == Data())
    }

    @Test func filesThatCannotBeOpened() throws {
        let folder = try TemporaryFolder()
        let missing = folder.path + "/none/out.pcapng"
        #expect(throws: WriteError.isFolder(path: folder.path)) { _ = try Self.saver(folder.path) }
        #expect(throws: WriteError.missingFolder(path: missing)) { _ = try Self.saver(missing) }
    }

    @Test("A full disk is told once, and what comes later is let go")
    func aFullDisk() throws {
        let saver = try Self.saver("/dev/full")
        saver.add([Self.interface("lo")])
        Self.save(saver, [1], at: Self.start)
        saver.pass(to: Timestamp(nanoseconds: Self.start))
        let problem = try #require(saver.takeProblem())
        #expect(problem == .notWritten(path: "/dev/full", reason: "No space left on device"))
        Self.save(saver, [1], at: Self.start + 1)
        saver.finish()
        #expect(saver.takeProblem() == nil)
        #expect(saver.isIncomplete)
    }

    @Test("A file that cannot grow ends after a whole block, and goes on after a reopening")
    func aLimitedFile() async {
        await #expect(processExitsWith: .success) {
            let folder = try TemporaryFolder()
            let path = folder.path + "/out.pcapng"
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 2000, rlim_max: rlim_t.max)
            // Safe: the structure lives through the call.
            #expect(unsafe setrlimit(__rlimit_resource_t(1), &limit) == 0)
            let saver = try Self.saver(path)
            saver.add([Self.interface("lo")])
            for index in 0..<100 {
                Self.save(saver, [UInt8](repeating: 1, count: 100), at: Self.start + Int64(index))
                saver.pass(to: Timestamp(nanoseconds: Self.start + Int64(index)))
            }
            #expect(saver.takeProblem() != nil)
            let before = try CapturedFrame.read(files: [path])
            #expect(before.step == .end(.complete))
            #expect((5...20).contains(before.frames.count))

            limit.rlim_cur = rlim_t.max
            // Safe: the structure lives through the call.
            #expect(unsafe setrlimit(__rlimit_resource_t(1), &limit) == 0)
            saver.reopen(at: Timestamp(nanoseconds: Self.start))
            Self.save(saver, [9], at: Self.start)
            saver.finish()
            #expect(saver.takeProblem() == nil)
            #expect(try CapturedFrame.read(files: [path]).frames.count == before.frames.count + 1)
        }
    }

    @Test("A file that nothing could be written to begins with its section and interfaces when there is room")
    func aDiskThatWasFull() async {
        await #expect(processExitsWith: .success) {
            let folder = try TemporaryFolder()
            let path = folder.path + "/out.pcapng"
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 0, rlim_max: rlim_t.max)
            // Safe: the structure lives through the call.
            #expect(unsafe setrlimit(__rlimit_resource_t(1), &limit) == 0)
            let saver = try Self.saver(path)
            saver.add([Self.interface("a")])
            saver.pass(to: Timestamp(nanoseconds: Self.start))
            saver.add([Self.interface("a"), Self.interface("b")])
            #expect(saver.takeProblem() != nil)
            limit.rlim_cur = rlim_t.max
            // Safe: the structure lives through the call.
            #expect(unsafe setrlimit(__rlimit_resource_t(1), &limit) == 0)
            saver.reopen(at: Timestamp(nanoseconds: Self.start))
            Self.save(saver, [9], at: Self.start, interface: 1)
            saver.finish()
            #expect(SavedBlock.all(path).map(\.type) == [0x0A0D_0D0A, 1, 1, 6])
            #expect(try CapturedFrame.read(files: [path]).frames.map(\.bytes) == [[9]])
        }
    }

    @Test("A file that was emptied in its place begins anew; one that was not goes on")
    func anEmptiedFile() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/out.pcapng"
        let saver = try Self.saver(path)
        saver.add([Self.interface("a")])
        Self.save(saver, [1], at: Self.start)
        saver.flush()
        saver.reopen(at: Timestamp(nanoseconds: Self.start))
        #expect(SavedBlock.all(path).map(\.type) == [0x0A0D_0D0A, 1, 6])
        saver.add([Self.interface("a"), Self.interface("b")])
        Self.save(saver, [2], at: Self.start, interface: 1)
        try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: 0)
        saver.reopen(at: Timestamp(nanoseconds: Self.start))
        Self.save(saver, [3], at: Self.start)
        saver.finish()
        #expect(SavedBlock.all(path).map(\.type) == [0x0A0D_0D0A, 1, 1, 6, 6])
        #expect(try CapturedFrame.read(files: [path]).frames.map(\.bytes) == [[2], [3]])
    }

    @Test("A name that was moved away is written anew; one that was not goes on")
    func reopening() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/out.pcapng"
        let saver = try Self.saver(path)
        saver.add([Self.interface("lo")])
        Self.save(saver, [1], at: Self.start)
        saver.reopen(at: Timestamp(nanoseconds: Self.start))
        Self.save(saver, [2], at: Self.start)
        try FileManager.default.moveItem(atPath: path, toPath: path + ".1")
        saver.reopen(at: Timestamp(nanoseconds: Self.start))
        Self.save(saver, [3], at: Self.start)
        saver.finish([KernelStatistics()])
        #expect(try CapturedFrame.read(files: [path + ".1"]).frames.map(\.bytes) == [[1], [2]])
        #expect(try CapturedFrame.read(files: [path]).frames.map(\.bytes) == [[3]])
    }
}
