/// Finds the known header field name that some bytes spell, in any case and in compact form.
struct HeaderNameTable: Sendable {
    /// A spelling in lower case: its first and its last eight bytes, which overlap or leave a middle out.
    private struct Spelling: Sendable {
        var first: UInt64
        var last: UInt64
        var middle: [UInt8]
        var count: Int
        var name: HeaderName
    }

    /// The table, made once.
    static let shared = HeaderNameTable()
    private static let slotCount = 512
    private var slots = [UInt8](repeating: 0, count: slotCount)
    private var spellings = [Spelling(first: 0, last: 0, middle: [], count: 0, name: .other)]

    private init() {
        for name in HeaderName.allCases where name != .other {
            add(Array(name.rawValue.utf8), name)
            if let letter = name.compactForm { add(Array(String(letter).utf8), name) }
        }
    }

    private mutating func add(_ text: [UInt8], _ name: HeaderName) {
        let bytes = text.span
        let first = bytes.lowercasedWord(from: 0, to: text.count)
        let last = bytes.lowercasedWord(from: max(0, text.count - 8), to: text.count)
        let middle = text.count > 16 ? text[8..<(text.count - 8)].map(ASCII.lowercased) : []
        var slot = Self.slot(first, last)
        while slots[slot] != 0 { slot = (slot + 1) % Self.slotCount }
        slots[slot] = UInt8(truncatingIfNeeded: spellings.count)
        spellings.append(Spelling(first: first, last: last, middle: middle, count: text.count, name: name))
    }

    @inline(__always)
    private static func slot(_ first: UInt64, _ last: UInt64) -> Int {
        let product = (first ^ (last << 1 | last >> 63)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: product >> 55)
    }

    /// The name that `range` spells.
    func name(_ bytes: Span<UInt8>, _ range: Range<Int>) -> HeaderName {
        let first = bytes.lowercasedWord(from: range.lowerBound, to: range.upperBound)
        let last =
            range.count > 8 ? bytes.lowercasedWord(from: range.upperBound - 8, to: range.upperBound) : first
        var slot = Self.slot(first, last)
        while slots[slot] != 0 {
            let candidate = Int(slots[slot])
            if spellings[candidate].first == first, spellings[candidate].last == last,
                spellings[candidate].count == range.count, hasMiddle(candidate, bytes, range)
            {
                return spellings[candidate].name
            }
            slot = (slot + 1) % Self.slotCount
        }
        return .other
    }

    private func hasMiddle(_ candidate: Int, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count > 16 else { return true }
        let middle = spellings[candidate].middle
        for index in middle.indices
        where middle[index] != ASCII.lowercased(bytes[range.lowerBound + 8 + index]) { return false }
        return true
    }
}
