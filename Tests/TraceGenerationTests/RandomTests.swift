import Testing

@testable import TraceGeneration

@Suite("Random numbers and the event queue")
struct RandomTests {
    @Test(arguments: [(1.0, 0.0), (0.5, -0.6931471805599453), (1e-9, -20.72326583694641), (0.999, -0.0010005003335835)])
    func logarithm(value: Double, expected: Double) {
        #expect(abs(SeededRandom.naturalLogarithm(of: value) - expected) < 1e-12)
    }

    @Test func exponentialHasItsMean() {
        var random = SeededRandom(seed: 3)
        let mean = (0..<20_000).map { _ in random.exponential(mean: 5) }.reduce(0, +) / 20_000
        #expect(abs(mean - 5) < 0.15)
    }

    @Test func rangesAreKeptAndReached() {
        var random = SeededRandom(seed: 3)
        #expect(Set((0..<1000).map { _ in random.integer(in: -2...2) }) == [-2, -1, 0, 1, 2])
        #expect(random.below(0) == 0)
    }

    @Test func queueOrdersByTimeThenByArrival() {
        var queue = EventQueue()
        var random = SeededRandom(seed: 9)
        for slot in 0..<500 { queue.add(slot: slot, at: Int64(random.below(50))) }
        var events: [EventQueue.Event] = []
        while let event = queue.removeFirst() { events.append(event) }
        #expect(events.count == 500)
        for (event, next) in zip(events, events.dropFirst()) {
            #expect(event.time < next.time || event.time == next.time && event.slot < next.slot)
        }
        #expect(queue.first?.slot == nil)
    }

    @Test func identifiersDiffer() {
        let identifiers = Identifiers(seed: 1)
        var seen: Set<UInt64> = []
        for serial: UInt64 in 0..<200 {
            for leg in 0..<3 {
                for number in 0..<10 {
                    seen.insert(identifiers.bits(.branch, serial: serial, leg: leg, number: number))
                    seen.insert(identifiers.bits(.calleeTag, serial: serial, leg: leg, number: number))
                }
            }
        }
        #expect(seen.count == 200 * 3 * 10 * 2)
    }
}
