/// Bytes that no line of a header section should hold. They are rare: counting bytes comes first, and a second look only
/// where the count is off.
extension MessageParser {
    /// Whether the header section holds anything but printable ASCII and what ends its lines.
    @inline(__always)
    func hasOddBytes(_ bytes: Span<UInt8>) -> Bool {
        bytes.countUnprintable(in: message.header.range) != lineEndBytes
    }

    /// Reads the message at `start` again where a CR alone ends lines, and notes what is odd about its bytes.
    mutating func readCarefully(_ bytes: Span<UInt8>, from start: Int) {
        if lineEnds == .lineFeed, hasLineEndingReturn(bytes, message.header.range) {
            let isRead =
                read(bytes, from: start, .carriageReturn) || readWithoutStartLine(bytes, from: start, .carriageReturn)
            // Where the CR stands inside of the start line, the first reading was the better one.
            if !isRead {
                _ = read(bytes, from: start, .lineFeed) || readWithoutStartLine(bytes, from: start, .lineFeed)
            }
        }
        noteOddBytes(bytes, message.header.range)
    }

    private func hasLineEndingReturn(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while let found = loneReturn(bytes, from: offset, to: range.upperBound) {
            // At the start of a line it is an empty line, which ends the header section.
            if endsLine(bytes, found) || (found > 0 && bytes[found - 1] == ASCII.lineFeed) { return true }
            offset = found + 1
        }
        return false
    }

    /// The first CR in `start..<end` that no LF follows.
    private func loneReturn(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        var offset = start
        while let found = bytes.offset(of: ASCII.carriageReturn, from: offset, to: end) {
            guard found + 1 < bytes.count, bytes[found + 1] == ASCII.lineFeed else { return found }
            offset = found + 2
        }
        return nil
    }

    /// Notes the first lone CR, and of each line the first control character, what is not UTF-8, and the first
    /// character that changes the direction of writing.
    private mutating func noteOddBytes(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        if let found = loneReturn(bytes, from: range.lowerBound, to: range.upperBound) {
            note(.bareCarriageReturn, found..<(found + 1))
        }
        var seen: Set<Anomaly.Kind> = []
        var isQuoted = false
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            if isQuoted, byte == ASCII.backslash, offset + 1 < range.upperBound, isQuotable(bytes[offset + 1]) {
                offset += 2
                continue
            }
            let (kind, count) = kind(bytes, at: offset, end: range.upperBound)
            if let kind, seen.insert(kind).inserted { note(kind, offset..<(offset + count)) }
            if byte == ASCII.quote { isQuoted.toggle() }
            if byte == ASCII.lineFeed {
                seen.removeAll(keepingCapacity: true)
                isQuoted = isQuoted && offset + 1 < range.upperBound && ASCII.isBlank(bytes[offset + 1])
            }
            offset += count
        }
    }

    /// Whether a backslash in a quoted string may stand before the byte: ASCII but CR and LF (section 25.1, quoted-pair).
    private func isQuotable(_ byte: UInt8) -> Bool {
        byte < 0x80 && byte != ASCII.carriageReturn && byte != ASCII.lineFeed
    }

    /// What is odd about the character at `offset`, and of how many bytes it is; an invalid byte stands for itself.
    private func kind(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> (kind: Anomaly.Kind?, count: Int) {
        let byte = bytes[offset]
        if byte < 0x80 {
            let isControl = byte < ASCII.space && !ASCII.isWhitespace(byte) || byte == ASCII.delete
            return (isControl ? .controlByte : nil, 1)
        }
        guard let scalar = bytes.scalar(at: offset, end: end) else { return (.invalidUTF8, 1) }
        if scalar.value < 0xA0 { return (.controlByte, scalar.count) }
        return (Self.isBidirectional(scalar.value) ? .bidirectionalControl : nil, scalar.count)
    }

    /// The explicit directional formatting characters of Unicode (Standard Annex 9 section 2).
    private static func isBidirectional(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension Span where Element == UInt8 {
    /// The character of two or more bytes at `offset` and their number; nil where they are not UTF-8 (RFC 3629
    /// section 4).
    fileprivate func scalar(at offset: Int, end: Int) -> (value: UInt32, count: Int)? {
        let first = self[offset]
        let (count, least): (Int, UInt32)
        switch first {
        case 0xC2...0xDF: (count, least) = (2, 0x80)
        case 0xE0...0xEF: (count, least) = (3, 0x800)
        case 0xF0...0xF4: (count, least) = (4, 0x1_0000)
        default: return nil
        }
        guard offset + count <= end else { return nil }
        var value = UInt32(first) & (0x7F >> UInt32(count))
        for following in (offset + 1)..<(offset + count) {
            guard self[following] & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(self[following] & 0x3F)
        }
        guard value >= least, value <= 0x10_FFFF, !(0xD800...0xDFFF).contains(value) else { return nil }
        return (value, count)
    }
}
