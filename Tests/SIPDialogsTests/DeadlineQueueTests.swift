import Testing
import TraceTypes

@testable import SIPDialogs

@Suite("The queue of deadlines")
struct DeadlineQueueTests {
    @Test("Gives the earliest first, whatever the order they came in", arguments: 0..<20 as Range<UInt64>)
    func order(seed: UInt64) {
        var queue = DeadlineQueue()
        var state = seed
        var times: [Int64] = []
        for id in 0..<200 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let time = Int64(state >> 56)
            times.append(time)
            queue.insert(.init(time: Timestamp(nanoseconds: time), slot: Int32(id), id: id))
        }
        var taken: [Int64] = []
        while let earliest = queue.earliest, let entry = queue.removeEarliest() {
            #expect(entry.time == earliest)
            #expect(times[entry.id] == entry.time.nanoseconds)
            taken.append(entry.time.nanoseconds)
        }
        #expect(taken == times.sorted())
        #expect(queue.removeEarliest()?.id == nil)
    }
}
