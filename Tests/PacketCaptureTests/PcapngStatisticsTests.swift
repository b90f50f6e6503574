import PacketCapture
import Testing
import TraceTypes
import _TestSupport

@Suite("Losses that a pcapng file tells of are counted")
struct PcapngStatisticsTests {
    private struct Told {
        /// Whether a loss was known after the first frame, and at the end.
        var hadLoss: Bool
        var hasLoss: Bool
        var interfaces: [KernelStatistics?]
        var input: KernelStatistics?
    }

    /// What a file with two interfaces tells.
    private func read(_ build: (inout PcapngBuilder) -> Void) throws -> Told {
        var file = PcapngBuilder()
        file.addInterface(.raw)
        file.addInterface(.ethernet)
        build(&file)
        let folder = try TemporaryFolder()
        var source = try CaptureSource(files: [try folder.write(file.bytes)])
        _ = try source.next { _, _ in }
        let hadLoss = source.lostFrames > 0
        _ = try CapturedFrame.read(&source)
        return Told(
            hadLoss: hadLoss, hasLoss: source.lostFrames > 0, interfaces: source.interfaces.map(\.statistics),
            input: source.inputs.first?.statistics)
    }

    private func statistics(_ received: UInt64, _ dropped: UInt64, _ byInterface: UInt64) -> KernelStatistics {
        var statistics = KernelStatistics()
        (statistics.received, statistics.dropped) = (received, dropped)
        statistics.droppedByInterface = byInterface
        return statistics
    }

    @Test func perInterface() throws {
        let told = try read { file in
            file.addPacket([1])
            file.addStatistics([(4, .number(10)), (5, .number(2)), (7, .number(3)), (1, .text("done"))])
            file.addStatistics(interface: 1, [(4, .number(5)), (5, .number(0)), (7, .number(0))])
        }
        #expect(told.hadLoss)
        #expect(told.interfaces == [statistics(10, 3, 2), statistics(5, 0, 0)])
        #expect(told.input == statistics(15, 3, 2))
    }

    @Test("Counters go on: the last block of an interface counts")
    func later() throws {
        let told = try read { file in
            file.addPacket([1])
            for count: UInt64 in [1, 4] { file.addStatistics([(4, .number(count)), (7, .number(count))]) }
        }
        #expect(told.input == statistics(4, 4, 0))
    }

    @Test("dumpcap counts the kernel's drops as the interface's")
    func dumpcap() throws {
        let told = try read { file in
            file.addPacket([1])
            file.addStatistics([(4, .number(10)), (5, .number(2))])
            file.addStatistics(interface: 1, [(4, .number(.max)), (5, .number(.max))])
        }
        #expect(told.hadLoss)
        #expect(told.input == statistics(10, 2, 0))
    }

    @Test func noLoss() throws {
        let told = try read { file in
            file.addPacket([1])
            file.addStatistics([(4, .number(10)), (5, .number(0)), (7, .number(0))])
        }
        #expect(!told.hadLoss && !told.hasLoss)
    }

    @Test("Drops that packets tell of are not counted again with the statistics")
    func betweenPackets() throws {
        let told = try read { file in
            for _ in 0..<3 { file.addPacket([1], [(4, .number(2))]) }
            file.addStatistics([(4, .number(3)), (5, .number(1)), (7, .number(5))])
            file.addPacket([1], interface: 1, [(4, .number(7))])
        }
        #expect(told.interfaces == [statistics(3, 5, 1), statistics(0, 7, 0)])
        #expect(told.hasLoss)
    }
}
