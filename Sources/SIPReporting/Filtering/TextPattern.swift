/// A text to compare with or to look for; the case of ASCII letters does not matter.
struct TextPattern: Equatable, Sendable {
    private let whole: [UInt8]
    /// What stands between the `*`, each of which stands for any text.
    private let parts: [[UInt8]]

    /// Makes a pattern.
    init(_ text: String) {
        whole = text.utf8.map(Self.lowercased)
        parts = whole.split(separator: UInt8(ascii: "*")).map(Array.init)
    }

    /// Whether a text is the pattern's, its `*` taken as they are.
    func equals(_ text: String) -> Bool {
        text.utf8.count == whole.count && text.utf8.lazy.map(Self.lowercased).elementsEqual(whole)
    }

    /// Whether a text has the pattern in it.
    func isPart(of text: String) -> Bool {
        let bytes = text.utf8.map(Self.lowercased)
        var start = 0
        for part in parts {
            guard let end = Self.end(of: part, in: bytes, from: start) else { return false }
            start = end
        }
        return true
    }

    private static func end(of part: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count - start >= part.count else { return nil }
        for offset in start...(bytes.count - part.count)
        where bytes[offset..<(offset + part.count)].elementsEqual(part) {
            return offset + part.count
        }
        return nil
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (65...90).contains(byte) ? byte + 32 : byte
    }
}
