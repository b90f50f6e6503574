/// Finds the known header field name that some bytes spell, in any case and in compact form.
struct HeaderNameTable: Sendable {
    /// The table, made once.
    static let shared = HeaderNameTable()
    private static let slotCount = 1024
    private var slots: [UInt8]
    private var spellings: [(bytes: [UInt8], name: HeaderName)] = [([], .other)]

    private init() {
        slots = [UInt8](repeating: 0, count: Self.slotCount)
        for name in HeaderName.allCases where name != .other {
            add(Array(name.rawValue.utf8), name)
            if let letter = name.compactForm { add(Array(String(letter).utf8), name) }
        }
    }

    private mutating func add(_ text: [UInt8], _ name: HeaderName) {
        let lowered = text.map(ASCII.lowercased)
        var slot = Self.slot(lowered.reduce(Self.seed, Self.step))
        while slots[slot] != 0 { slot = (slot + 1) % Self.slotCount }
        slots[slot] = UInt8(truncatingIfNeeded: spellings.count)
        spellings.append((lowered, name))
    }

    static let seed: UInt32 = 0x811C_9DC5

    /// One step of the hash that `name` expects, over lower-case bytes (FNV-1a).
    @inline(__always)
    static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
        (hash ^ UInt32(byte)) &* 0x0100_0193
    }

    @inline(__always)
    private static func slot(_ hash: UInt32) -> Int {
        Int(truncatingIfNeeded: (hash ^ hash >> 15) & UInt32(slotCount - 1))
    }

    /// The name that `range` spells, `hash` being made of its lower-case bytes by `step`.
    func name(_ bytes: Span<UInt8>, _ range: Range<Int>, hash: UInt32) -> HeaderName {
        var slot = Self.slot(hash)
        while slots[slot] != 0 {
            let candidate = Int(slots[slot])
            if matches(candidate, bytes, range) { return spellings[candidate].name }
            slot = (slot + 1) % Self.slotCount
        }
        return .other
    }

    private func matches(_ candidate: Int, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let spelling = spellings[candidate].bytes
        guard spelling.count == range.count else { return false }
        for index in 0..<spelling.count
        where spelling[index] != ASCII.lowercased(bytes[range.lowerBound + index]) { return false }
        return true
    }
}
