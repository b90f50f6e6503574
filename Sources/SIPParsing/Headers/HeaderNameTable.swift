/// Finds the known header field name that some bytes spell, in any case and in compact form.
struct HeaderNameTable: Sendable {
    /// A spelling in lower case: its first and its last eight bytes, which overlap or leave a middle out, of which there
    /// are the first eight bytes as well.
    private struct Spelling: Sendable {
        var first: UInt64 = 0
        var last: UInt64 = 0
        var middle: UInt64 = 0
        var count: UInt16 = 0
        var name = HeaderName.other
    }

    /// The table, made once.
    static let shared = HeaderNameTable()
    private static let slotCount = 1024
    /// Where in `spellings` the one of a slot stands; 0 where the slot is free. Small, to stay in the first-level cache.
    private var slots = [UInt8](repeating: 0, count: slotCount)
    private var spellings = [Spelling()]

    private init() {
        for name in HeaderName.allCases where name != .other {
            add(Array(name.rawValue.utf8), name)
            if let letter = name.compactForm { add(Array(String(letter).utf8), name) }
        }
    }

    private mutating func add(_ text: [UInt8], _ name: HeaderName) {
        let (first, last) = Self.ends(text.span, from: 0, to: text.count)
        var slot = Self.slot(first, last)
        while slots[slot] != 0 { slot = (slot + 1) % Self.slotCount }
        let middle = Self.middle(text.span, from: 0, to: text.count)
        slots[slot] = UInt8(truncatingIfNeeded: spellings.count)
        spellings.append(
            Spelling(
                first: first, last: last, middle: middle, count: UInt16(truncatingIfNeeded: text.count), name: name))
    }

    @inline(__always)
    private static func ends(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> (first: UInt64, last: UInt64) {
        let first = bytes.lowercasedWord(from: start, to: end)
        return (first, end &- start > 8 ? bytes.lowercasedWord(from: end &- 8, to: end) : first)
    }

    private static func middle(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> UInt64 {
        end &- start > 16 ? bytes.lowercasedWord(from: start &+ 8, to: end) : 0
    }

    @inline(__always)
    private static func slot(_ first: UInt64, _ last: UInt64) -> Int {
        let product = (first ^ (last &<< 1 | last &>> 63)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: product &>> 54)
    }

    /// The name that the bytes in `start..<end` spell.
    @inline(__always)
    func name(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> HeaderName {
        let (first, last) = Self.ends(bytes, from: start, to: end)
        var slot = Self.slot(first, last)
        while slots[slot] != 0 {
            let candidate = spellings[Int(slots[slot])]
            if candidate.first == first, candidate.last == last, Int(candidate.count) == end &- start,
                end &- start <= 16 || isSpelled(candidate, bytes, from: start, to: end)
            {
                return candidate.name
            }
            slot = (slot &+ 1) % Self.slotCount
        }
        return .other
    }

    /// Whether the bytes spell the candidate, whose ends and length they have, in the middle as well.
    private func isSpelled(_ candidate: Spelling, _ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard candidate.middle == Self.middle(bytes, from: start, to: end) else { return false }
        guard end &- start > 24 else { return true }
        var offset = start
        for byte in candidate.name.rawValue.utf8 {
            if ASCII.lowercased(byte) != ASCII.lowercased(bytes[offset]) { return false }
            offset += 1
        }
        return true
    }
}
