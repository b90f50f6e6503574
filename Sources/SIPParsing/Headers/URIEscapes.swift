/// The `%` escapes of URIs (RFC 3261 section 19.1.2).
extension Span where Element == UInt8 {
    /// The range as text, each `%` and two hexadecimal digits made into their byte.
    ///
    /// With `keepingReserved`, escapes of reserved characters stay, their digits in upper case: what two URIs are
    /// compared by (section 19.1.4).
    func unescapedText(_ range: Range<Int>, keepingReserved: Bool = false) -> String {
        guard offset(of: ASCII.percent, from: range.lowerBound, to: range.upperBound) != nil else {
            return text(ByteRange(range))
        }
        var kept: [UInt8] = []
        kept.reserveCapacity(range.count)
        var offset = range.lowerBound
        while offset < range.upperBound {
            guard let byte = escapedByte(at: offset, end: range.upperBound) else {
                kept.append(self[offset])
                offset += 1
                continue
            }
            if keepingReserved, ASCII.isReserved(byte) {
                kept += [ASCII.percent, ASCII.uppercased(self[offset + 1]), ASCII.uppercased(self[offset + 2])]
            } else {
                kept.append(byte)
            }
            offset += 3
        }
        return String(decoding: kept, as: UTF8.self)
    }

    private func escapedByte(at offset: Int, end: Int) -> UInt8? {
        guard self[offset] == ASCII.percent, offset + 2 < end, let high = ASCII.hexDigit(self[offset + 1]),
            let low = ASCII.hexDigit(self[offset + 2])
        else { return nil }
        return high << 4 | low
    }

    /// `name=value` pieces of a URI with their escapes resolved; separators are never quoted in a URI.
    func escapedParameters(in range: Range<Int>, separator: UInt8) -> [Parameter] {
        var parameters: [Parameter] = []
        var start = range.lowerBound
        while start < range.upperBound, parameters.count < ParsingLimits.standard.parameters {
            let end = offset(of: separator, from: start, to: range.upperBound) ?? range.upperBound
            let equals = offset(of: ASCII.equals, from: start, to: end)
            if start < (equals ?? end) {
                let name = ASCII.lowercased(unescapedText(start..<(equals ?? end)))
                parameters.append(Parameter(name: name, value: equals.map { unescapedText(($0 + 1)..<end) }))
            }
            start = end + 1
        }
        return parameters
    }
}
