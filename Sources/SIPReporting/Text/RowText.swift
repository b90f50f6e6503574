/// Rows of columns on their way to the output: bytes, because a list may have very many.
struct RowText {
    private var bytes: [UInt8] = []

    /// Whether it is worth handing over.
    var isLong: Bool { bytes.count > 1 << 16 }

    /// Adds text as it is.
    mutating func add(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Adds a column, without the first `skipped` bytes of its ASCII text, and the blank behind it; text that is too long is
    /// cut with an ellipsis. The text has no control characters.
    mutating func add(_ text: String, column width: Int, skipped: Int = 0) {
        // In ASCII each byte is a column; a string knows without looking whether it is ASCII, and so counts at once.
        guard text.utf8.count == text.utf16.count else {
            return add(String(text.dropFirst(skipped)).column(width) + " ")
        }
        let length = text.utf8.count - skipped
        if length > width {
            bytes.append(contentsOf: text.utf8.dropFirst(skipped).prefix(width - 1))
            add("… ")
        } else {
            bytes.append(contentsOf: text.utf8.dropFirst(skipped))
            for _ in length...width { bytes.append(0x20) }
        }
    }

    /// The text so far, which is then forgotten.
    mutating func take() -> String {
        String(decoding: takeBytes(), as: UTF8.self)
    }

    /// The same as bytes.
    mutating func takeBytes() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }
}
