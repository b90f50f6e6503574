import Testing
import _TestSupport

@testable import SIPWatchKit

@Suite("Frames of the Homer encapsulation are cut out of TCP streams")
struct HEPFramerTests {
    private static func frame(_ payload: String, magic: String = "HEP3") -> [UInt8] {
        Array(magic.utf8) + Bytes.big(UInt16(payload.utf8.count + 6)) + Array(payload.utf8)
    }

    /// The payloads that come out of bytes appended so many at a time.
    private func payloads(_ bytes: [UInt8], every size: Int) -> (payloads: [String], skipped: Int) {
        var framer = HEPFramer(at: 0)
        var payloads: [String] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            framer.append(Array(bytes[start..<min(start + size, bytes.count)]).span)
            while let payload = framer.next({ bytes, place in
                #expect(place.count == bytes.count)
                return String(decoding: bytes.array.dropFirst(6), as: UTF8.self)
            }) {
                payloads.append(payload)
            }
        }
        return (payloads, framer.skippedBytes)
    }

    @Test(arguments: [1, 2, 5, 7, 1_000])
    func frames(_ size: Int) {
        let long = String(repeating: "x", count: 2_000)
        let bytes = Self.frame("one") + Self.frame("") + Self.frame(long, magic: "EEP3") + Self.frame("four")
        let found = payloads(bytes, every: size)
        #expect(found.payloads == ["one", "", long, "four"])
        #expect(found.skipped == 0)
    }

    @Test(arguments: [1, 3, 1_000])
    func resynchronizes(_ size: Int) {
        let bytes = Self.frame("one") + Array("junk HEP2 HEP3".utf8) + [0, 5] + Self.frame("two")
        let found = payloads(bytes, every: size)
        #expect(found.payloads == ["one", "two"])
        #expect(found.skipped == 16)
    }

    @Test func aGapCostsOneFrame() {
        var framer = HEPFramer(at: 0)
        framer.append(Array(Self.frame("one").dropLast(1)).span)
        #expect(framer.next { _, _ in true } == nil)
        framer.markGap()
        framer.append(Self.frame("two").span)
        #expect(framer.next { bytes, _ in bytes.count } == 9)
        #expect(framer.skippedBytes == 8)
    }

    @Test func givesUp() {
        var framer = HEPFramer(at: 0)
        framer.append([UInt8](repeating: 0x48, count: HEPFramer.longestSearch + 10).span)
        #expect(framer.next { _, _ in true } == nil)
        #expect(framer.isGivenUp)
        framer.append(Self.frame("late").span)
        #expect(framer.next { _, _ in true } == nil)
        #expect(framer.skippedBytes == HEPFramer.longestSearch + 20)
        #expect(framer.pendingBytes == 0)
    }
}
