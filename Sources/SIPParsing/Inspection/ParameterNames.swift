/// The names of the first parameters behind a value, to know one that stands there again (RFC 3261 section 7.3.1).
struct ParameterNames {
    /// How many are remembered: more than a value has unless somebody means harm.
    private static var capacity: Int { 16 }
    private var names = InlineArray<16, ByteRange>(repeating: .empty)
    private var count = 0

    /// Whether the name that begins at `start` was there before; it is remembered.
    mutating func repeats(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        let name = ByteRange(from: start, to: bytes.end(of: .token, from: start, to: end))
        for place in 0..<count where bytes.isSameWord(names[place], name) { return true }
        guard count < Self.capacity else { return false }
        names[count] = name
        count += 1
        return false
    }
}

extension Span where Element == UInt8 {
    /// Whether two words are the same but for the case of their letters.
    fileprivate func isSameWord(_ one: ByteRange, _ other: ByteRange) -> Bool {
        guard one.count == other.count else { return false }
        for place in 0..<Int(one.count)
        where ASCII.lowercased(self[Int(one.start) + place]) != ASCII.lowercased(self[Int(other.start) + place]) {
            return false
        }
        return true
    }
}
