/// The small things that markup is made of.
extension XMLReader {
    /// Steps over `text` if it stands here.
    mutating func skip(_ text: String) -> Bool {
        guard bytes[offset...].starts(with: text.utf8) else { return false }
        offset += text.utf8.count
        return true
    }

    /// Steps behind the next `text`; returns where it began.
    mutating func skipThrough(_ text: String) -> Int? {
        let text = Array(text.utf8)
        var found = offset
        while let first = text.first, let next = bytes[found...].firstIndex(of: first) {
            if bytes[next...].starts(with: text) {
                offset = next + text.count
                return next
            }
            found = next + 1
        }
        return nil
    }

    /// Steps over white space; whether there was any.
    @discardableResult
    mutating func skipSpace() -> Bool {
        let start = offset
        while offset < bytes.count, XMLText.isSpace(bytes[offset]) { offset += 1 }
        return offset > start
    }

    /// Takes a name: letters, digits, some signs, and all that is not ASCII.
    mutating func name() -> Range<Int>? {
        let start = offset
        while offset < bytes.count, Self.isNameByte(bytes[offset], isFirst: offset == start) { offset += 1 }
        return offset > start ? start..<offset : nil
    }

    /// A name without the prefix of its namespace.
    func localName(_ name: Range<Int>) -> String {
        let colon = bytes[name].lastIndex(of: UInt8(ascii: ":"))
        return String(decoding: bytes[(colon.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound], as: UTF8.self)
    }

    private static func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...0xFF: true
        case UInt8(ascii: "_"), UInt8(ascii: ":"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): !isFirst
        default: false
        }
    }
}
