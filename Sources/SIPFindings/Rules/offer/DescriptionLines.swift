import SIPDialogs
import SIPParsing
import TraceTypes

/// Looking at single lines of session descriptions without reading the whole: most have nothing to find.
extension Exchange {
    /// The values of the lines of one type, as of `m`, in a message's session description, in order.
    func descriptionLines(_ type: UInt8, of message: MessageIndex) -> [Range<Int>] {
        guard let range = detail(.sessionDescription, of: message)?.range, range.upperBound <= text.count else {
            return []
        }
        let bytes = text.span
        var lines: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, bytes[end] != Self.lineFeed, bytes[end] != Self.carriageReturn { end += 1 }
            if end - start > 2, bytes[start] == type, bytes[start + 1] == Self.equalsSign {
                lines.append((start + 2)..<end)
            }
            start = end + 1
        }
        return lines
    }

    /// Whether two messages' session descriptions are the same bytes.
    func haveSameDescription(_ first: MessageIndex, _ second: MessageIndex) -> Bool {
        guard let one = detail(.sessionDescription, of: first)?.range,
            let other = detail(.sessionDescription, of: second)?.range
        else { return false }
        return areEqual(one, other)
    }

    /// Whether the media lines of two messages' session descriptions are of the same kinds, in the same order.
    func haveSameMedia(_ first: MessageIndex, _ second: MessageIndex) -> Bool {
        let one = descriptionLines(Self.media, of: first).map(firstWord)
        let other = descriptionLines(Self.media, of: second).map(firstWord)
        return one.count == other.count && zip(one, other).allSatisfy { areEqual($0, $1) }
    }

    private func firstWord(of line: Range<Int>) -> Range<Int> {
        var end = line.lowerBound
        while end < line.upperBound, text[end] != Self.blank { end += 1 }
        return line.lowerBound..<end
    }

    private func areEqual(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard first.count == second.count, max(first.upperBound, second.upperBound) <= text.count else { return false }
        let bytes = text.span
        for offset in 0..<first.count where bytes[first.lowerBound + offset] != bytes[second.lowerBound + offset] {
            return false
        }
        return true
    }

    /// `m`, the type of a media line.
    private static var media: UInt8 { 109 }
    /// `c`, the type of a line with an address for media.
    static var connection: UInt8 { 99 }
    private static var equalsSign: UInt8 { 61 }
    private static var blank: UInt8 { 32 }
    private static var lineFeed: UInt8 { 10 }
    private static var carriageReturn: UInt8 { 13 }
}
