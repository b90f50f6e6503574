/// The last transmission numbers of one direction, to know a chunk that was sent, or captured, again.
struct SCTPWindow {
    /// How many numbers are remembered.
    private static let width = 128

    /// The count of chunks when the direction was heard last.
    private(set) var lastUse: UInt64 = 0
    private var highest: UInt32
    /// Bit n: whether the number n below the highest was seen.
    private var seen: UInt128 = 0

    init(first: UInt32) {
        highest = first
    }

    /// Notes a number. False if it was seen before; one that is too old to tell counts as new.
    mutating func admit(_ number: UInt32, _ use: UInt64) -> Bool {
        lastUse = use
        let ahead = Int(Int32(bitPattern: number &- highest))
        if ahead > 0 {
            seen = ahead < Self.width ? seen << UInt128(ahead) : 0
            highest = number
        }
        let back = max(0, -ahead)
        guard back < Self.width else { return true }
        let bit = UInt128(1) << UInt128(back)
        defer { seen |= bit }
        return seen & bit == 0
    }
}
