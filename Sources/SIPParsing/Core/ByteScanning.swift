import Glibc

/// The one place of this module that leaves bounds checking: scans whose bounds are checked once, before the loop.
extension Span where Element == UInt8 {
    /// The offset of the first `byte` in `start..<end`, or nil; bounds outside of the span find nothing.
    @inline(__always)
    func offset(of byte: UInt8, from start: Int, to end: Int) -> Int? {
        guard start >= 0, start < end, end <= count else { return nil }
        // Safety: start..<end lies inside the span, as the guard says, and the pointer does not leave the closure.
        return unsafe withUnsafeBufferPointer { buffer -> Int? in
            guard let base = buffer.baseAddress,
                let found = unsafe memchr(base + start, Int32(byte), end - start)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
        }
    }

    /// Up to eight bytes from `start` on as a number, the first of them lowest, ASCII letters in lower case; bytes beyond
    /// `end` or the span count as zero.
    @inline(__always)
    func lowercasedWord(from start: Int, to end: Int) -> UInt64 {
        guard start >= 0, start &+ 8 <= count else { return lowercasedTail(from: start, to: end) }
        // Safety: eight bytes from start on lie inside the span, and the pointer does not leave the closure.
        var word = unsafe withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: start, as: UInt64.self) }
        word = UInt64(littleEndian: word)
        if end &- start < 8 {
            guard end > start else { return 0 }
            word &= (1 &<< UInt64(truncatingIfNeeded: (end &- start) &* 8)) &- 1
        }
        return lowercased(word)
    }

    /// The same where fewer than eight bytes are left in the span.
    @inline(never)
    private func lowercasedTail(from start: Int, to end: Int) -> UInt64 {
        var word: UInt64 = 0
        var offset = Swift.min(end, count)
        while offset > Swift.max(start, 0) {
            offset -= 1
            word = word << 8 | UInt64(self[offset])
        }
        return lowercased(word)
    }

    /// The offset of the first byte in `start..<end` that is white space, a control character or a quote, or `end`;
    /// bounds outside of the span give `end`.
    @inline(__always)
    func endOfText(from start: Int, to end: Int) -> Int {
        guard start >= 0, start <= end, end <= count else { return end }
        // Safety: each load of eight bytes ends at or before `end`, which lies inside the span.
        return unsafe withUnsafeBytes { buffer in
            var offset = start
            while end &- offset >= 8 {
                let word = unsafe UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                // The high bit of a byte is set for the first byte that is below 33, or is 34; of those behind it, perhaps.
                let low = (word &- 0x2121_2121_2121_2121) & ~word
                let quotes = word ^ 0x2222_2222_2222_2222
                let found = (low | ((quotes &- 0x0101_0101_0101_0101) & ~quotes)) & 0x8080_8080_8080_8080
                if found != 0 { return offset &+ found.trailingZeroBitCount / 8 }
                offset &+= 8
            }
            while offset < end, unsafe buffer[offset] > ASCII.space, unsafe buffer[offset] != ASCII.quote {
                offset &+= 1
            }
            return offset
        }
    }

    /// How many bytes of a range are no printable ASCII; a range outside of the span has none.
    func countUnprintable(in range: Range<Int>) -> Int {
        guard range.lowerBound >= 0, range.upperBound <= count else { return 0 }
        // Safety: offset stays below the range's end, which lies inside the span.
        return unsafe withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            var total = 0
            var offset = range.lowerBound
            while offset < range.upperBound {
                // A sum of bytes over no more than 255 of them is a loop that the compiler makes vectors of.
                let end = Swift.min(offset &+ 240, range.upperBound)
                var found: UInt8 = 0
                while offset < end {
                    let byte = unsafe base.load(fromByteOffset: offset, as: UInt8.self)
                    found &+= byte &- 0x20 > 0x5E ? 1 : 0
                    offset &+= 1
                }
                total &+= Int(found)
            }
            return total
        }
    }

    /// A 64-bit hash of a run of bytes, different for each `seed`; a run outside of the span hashes as empty.
    package func hash(of range: ByteRange, seed: UInt64) -> UInt64 {
        let bounds = range.range
        guard bounds.upperBound <= count else { return seed }
        // Safety: bounds lies inside the span, each load ends at or before its end, and no pointer escapes.
        return unsafe withUnsafeBytes { buffer in
            var state = seed
            var offset = bounds.lowerBound
            while bounds.upperBound - offset >= 8 {
                let word = unsafe buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                state = foldedProduct(state ^ word, 0x9E37_79B9_7F4A_7C15)
                offset += 8
            }
            var tail: UInt64 = 0
            while offset < bounds.upperBound {
                tail = unsafe tail << 8 | UInt64(buffer[offset])
                offset += 1
            }
            // The length comes in last: no byte can stand for what a shorter run does not have.
            return foldedProduct(state ^ tail, 0xD6E8_FEB8_6659_FD93 ^ UInt64(truncatingIfNeeded: bounds.count))
        }
    }

    /// Whether two runs, of this span and of another, hold the same bytes.
    package func equals(_ range: ByteRange, _ other: Span<UInt8>, _ otherRange: ByteRange) -> Bool {
        guard range.count == otherRange.count, range.range.upperBound <= count,
            otherRange.range.upperBound <= other.count
        else { return false }
        // Safety: both runs lie inside their spans and have the same length.
        return unsafe withUnsafeBytes { left in
            unsafe other.withUnsafeBytes { right in
                guard let a = left.baseAddress, let b = right.baseAddress else { return true }
                return unsafe memcmp(a + Int(range.start), b + Int(otherRange.start), Int(range.count)) == 0
            }
        }
    }

    /// The run as text; bytes that are not UTF-8 become replacement characters.
    public func text(_ range: ByteRange) -> String {
        let bounds = range.range
        guard bounds.upperBound <= count else { return "" }
        // Safety: bounds lies inside the span; the string copies the bytes.
        return unsafe withUnsafeBufferPointer { unsafe String(decoding: $0[bounds], as: UTF8.self) }
    }

    /// Appends a run to an array.
    package func copy(_ range: ByteRange, to array: inout [UInt8]) {
        let bounds = range.range
        guard bounds.upperBound <= count else { return }
        // Safety: bounds lies inside the span; the array copies the bytes.
        unsafe withUnsafeBufferPointer { unsafe array.append(contentsOf: $0[bounds]) }
    }
}

/// The word with those of its bytes that are ASCII letters in lower case.
@inline(__always)
private func lowercased(_ word: UInt64) -> UInt64 {
    // A byte is an upper-case letter when, its high bit aside, adding 63 sets the high bit and adding 37 does not.
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
    let aboveZ = low &+ 0x2525_2525_2525_2525
    return word | (fromA & ~aboveZ & ~word & 0x8080_8080_8080_8080) >> 2
}

@inline(__always)
private func foldedProduct(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
}
