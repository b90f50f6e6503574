import Glibc
import PacketCapture
import Testing
import TraceTypes

@Suite("Frames pass from thread to thread in bounded memory")
struct FrameQueueTests {
    private static func header(_ nanoseconds: Int64, interface: Int = 0) -> FrameHeader {
        FrameHeader(
            number: FrameNumber(rawValue: 0), time: Timestamp(nanoseconds: nanoseconds), linkType: .ethernet,
            wireLength: 60, input: interface, interface: interface)
    }

    private static func add(_ bytes: [UInt8], _ time: Int64, interface: Int = 0, to producer: inout FrameProducer) {
        producer.add(header(time, interface: interface), bytes.span)
    }

    /// Takes all there is; nil stands for quiet.
    private static func takeAll(_ queue: FrameQueue) -> [CapturedFrame?] {
        var taken: [CapturedFrame?] = []
        while true {
            switch queue.receive(within: 0) {
            case .frames(let block):
                for index in 0..<block.count {
                    block.withFrame(index) { taken.append(CapturedFrame(header: $0, bytes: $1.array)) }
                }
                queue.giveBack(block)
            case .quiet: taken.append(nil)
            case .nothing, .end: return taken
            }
        }
    }

    @Test func orderAndNumbers() {
        let queue = FrameQueue(devices: 2)
        var producer = FrameProducer(queue, devices: 2)
        for index in 0..<5 {
            Self.add([UInt8](repeating: UInt8(index), count: index), Int64(index), interface: index % 2, to: &producer)
        }
        producer.flush()
        let frames = Self.takeAll(queue).compactMap { $0 }
        #expect(frames.map(\.bytes) == [[], [1], [2, 2], [3, 3, 3], [4, 4, 4, 4]])
        #expect(frames.map(\.header.number.rawValue) == [1, 2, 3, 4, 5])
        #expect(frames.map(\.header.interface) == [0, 1, 0, 1, 0])
        #expect(frames.map(\.header.time.nanoseconds) == [0, 1, 2, 3, 4])
    }

    @Test("A consumer that is held back costs frames, which are counted, and never makes the producer wait")
    func overflow() {
        let queue = FrameQueue(devices: 2, blocks: 3)
        var producer = FrameProducer(queue, devices: 2)
        let frame = [UInt8](repeating: 7, count: 1000)
        for index in 0..<10_000 { Self.add(frame, Int64(index), interface: index % 2, to: &producer) }
        producer.flush(isEnd: true)
        let kept = Self.takeAll(queue).compactMap { $0 }
        let dropped = producer.dropped
        #expect(kept.count == 3 * ((768 << 10) / 1000))
        #expect(dropped[0] + dropped[1] + UInt64(kept.count) == 10_000)
        #expect(max(dropped[0], dropped[1]) - min(dropped[0], dropped[1]) <= 1)
        #expect(kept.map(\.header.number.rawValue) == (1...kept.count).map(UInt64.init))

        // The blocks are back, so that there is room again.
        Self.add(frame, 20_000, to: &producer)
        producer.flush()
        let later = Self.takeAll(queue).compactMap { $0 }
        #expect(later.map(\.header.number.rawValue) == [UInt64(kept.count + 1)])
        #expect(producer.dropped == dropped)
    }

    @Test("Few frames do not use up a block each while the consumer is behind")
    func fewFramesShareABlock() {
        let queue = FrameQueue(devices: 1, blocks: 2)
        var producer = FrameProducer(queue, devices: 1)
        for index in 0..<100 {
            Self.add([UInt8(index)], Int64(index), to: &producer)
            producer.flush()
        }
        #expect(Self.takeAll(queue).count == 1)
        producer.flush()
        #expect(Self.takeAll(queue).count == 99)
        #expect(producer.dropped == [0])
    }

    @Test("Time passes only when all frames were handed over")
    func quiet() {
        let queue = FrameQueue(devices: 1, blocks: 2)
        var producer = FrameProducer(queue, devices: 1)
        Self.add([1], 1, to: &producer)
        producer.pass(to: Timestamp(nanoseconds: 5))
        #expect(Self.takeAll(queue).map { $0 == nil } == [false, true])

        Self.add([1], 11, to: &producer)
        producer.flush()
        Self.add([2], 12, to: &producer)
        producer.pass(to: Timestamp(nanoseconds: 15))
        #expect(Self.takeAll(queue).map { $0 == nil } == [false])
        producer.pass(to: Timestamp(nanoseconds: 16))
        #expect(Self.takeAll(queue).map { $0 == nil } == [false, true])
    }

    @Test func aFrameLargerThanABlockIsDropped() {
        let queue = FrameQueue(devices: 1)
        var producer = FrameProducer(queue, devices: 1)
        Self.add([UInt8](repeating: 0, count: (768 << 10) + 1), 0, to: &producer)
        Self.add([UInt8](repeating: 0, count: 768 << 10), 0, to: &producer)
        producer.flush()
        #expect(Self.takeAll(queue).count == 1)
        #expect(producer.dropped == [1])
    }

    @Test(
        "A device's frames come through with what the kernel counted",
        .enabled(if: LiveTests.mayCapture, "capturing needs root or cap_net_raw"))
    func capture() async throws {
        let port = UInt16.random(in: 18_000...19_999)
        var options = LiveOptions()
        options.filter = .expression("udp dst port \(port)")
        let capture = try DeviceCapture(devices: ["lo"], options: options)
        let running = Task.detached {
            capture.run { Timestamp(seconds: Int64(time(nil)), nanoseconds: 0) }
        }
        let sender = UDPSender()
        for index in 0..<2000 {
            #expect(sender.send([UInt8(index & 0xFF)], to: port))
        }
        capture.stop()
        await running.value
        let frames = Self.takeAll(capture.queue).compactMap { $0 }
        #expect(frames.compactMap(\.bytes.last) == (0..<2000).map { UInt8($0 & 0xFF) })
        let status = capture.queue.status
        // The kernel counts what the loopback device sends as well as what it receives.
        #expect([2000, 4000].contains(status.kernel[0].received))
        #expect(status.kernel[0].dropped == 0)
        #expect(status.droppedHere == [0])
        #expect(status.failures == [nil])
        guard case .end = capture.queue.receive(within: 0) else {
            Issue.record("the queue is not closed")
            return
        }
    }
}
