import Foundation
import Testing
import _TestSupport

@testable import SIPWatchKit

@Suite("Lists longer than memory")
struct RecordSpoolTests {
    /// Numbers from 1 on that are a little out of order, as calls end, and one that comes last of all.
    private static func numbers(_ count: Int, _ seed: UInt64) -> [Int] {
        var generator = SeededGenerator(seed: seed)
        var numbers = Array(2...count)
        for index in numbers.indices.dropLast(50) where Int.random(in: 0..<3, using: &generator) == 0 {
            numbers.swapAt(index, index + Int.random(in: 1..<50, using: &generator))
        }
        return numbers + [1]
    }

    @Test("What goes in out of order comes out in order, in memory or not", arguments: [1, 64, 1_000, 1 << 22])
    func order(limit: Int) {
        var spool = RecordSpool(limit: limit)
        for number in Self.numbers(3_000, 7) {
            spool.add(Array("\(number) \(String(repeating: "ü", count: number % 40))\n".utf8), number: number)
        }
        var texts: [String] = []
        spool.forEach { texts.append($0) }
        #expect(texts == (1...3_000).map { "\($0) \(String(repeating: "ü", count: $0 % 40))\n" })
        var again = 0
        spool.forEach { _ in again += 1 }
        #expect(again == 3_000)
    }

    @Test("Texts of one number keep their order; a text longer than what is read at once is whole")
    func sameNumber() {
        var spool = RecordSpool(limit: 100)
        let long = String(repeating: "x", count: 100_000)
        for text in ["a", long, "c", "d"] { spool.add(Array(text.utf8), number: 5) }
        spool.add(Array("first".utf8), number: 1)
        spool.add([], number: 0)
        var texts: [String] = []
        spool.forEach { texts.append($0) }
        #expect(texts == ["first", "a", long, "c", "d"])
    }

    @Test("An empty spool has nothing")
    func empty() {
        let spool = RecordSpool()
        #expect(spool.isEmpty)
        spool.forEach { _ in Issue.record("nothing was added") }
    }
}
