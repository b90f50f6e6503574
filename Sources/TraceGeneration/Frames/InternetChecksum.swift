/// The checksum of IP, UDP and TCP (RFC 1071): the one's complement of the one's complement sum of 16-bit words.
struct InternetChecksum {
    private var sum: UInt64 = 0

    /// Adds one word.
    mutating func add(_ word: UInt16) {
        sum &+= UInt64(word)
    }

    /// Adds the words of `value`.
    mutating func add(_ value: UInt64) {
        add(UInt16(truncatingIfNeeded: value >> 48))
        add(UInt16(truncatingIfNeeded: value >> 32))
        add(UInt16(truncatingIfNeeded: value >> 16))
        add(UInt16(truncatingIfNeeded: value))
    }

    /// Adds the bytes of `range`; an odd last byte counts as the upper half of a word.
    mutating func add(_ bytes: [UInt8], in range: Range<Int>) {
        var upper: UInt64 = 0
        var lower: UInt64 = 0
        var index = range.lowerBound
        let lastPair = range.upperBound - 1
        while index < lastPair {
            upper &+= UInt64(bytes[index])
            lower &+= UInt64(bytes[index + 1])
            index += 2
        }
        if index < range.upperBound { upper &+= UInt64(bytes[index]) }
        sum &+= upper << 8 &+ lower
    }

    /// The checksum of what was added.
    var value: UInt16 {
        var folded = sum
        while folded > 0xFFFF { folded = folded & 0xFFFF &+ folded >> 16 }
        return ~UInt16(truncatingIfNeeded: folded)
    }
}
