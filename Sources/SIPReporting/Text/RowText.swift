/// Rows of columns on their way to the output: bytes, because a list may have very many.
struct RowText {
    private var bytes: [UInt8] = []

    /// Whether it is worth handing over.
    var isLong: Bool { bytes.count > 1 << 16 }

    /// Adds text as it is.
    mutating func add(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Adds a column and the blank behind it; text that is too long is cut with an ellipsis.
    mutating func add(_ text: String, column width: Int) {
        guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return add(text.column(width) + " ") }
        let length = text.utf8.count
        if length > width {
            bytes.append(contentsOf: text.utf8.prefix(width - 1))
            add("… ")
        } else {
            bytes.append(contentsOf: text.utf8)
            for _ in length...width { bytes.append(0x20) }
        }
    }

    /// The text so far, which is then forgotten.
    mutating func take() -> String {
        defer { bytes.removeAll(keepingCapacity: true) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
