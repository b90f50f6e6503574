/// How text is set off: with colours on a terminal, plain elsewhere.
public struct TextStyle: Sendable {
    /// Whether colours are written.
    public var isColored: Bool

    /// Makes a style.
    public init(isColored: Bool) {
        self.isColored = isColored
    }

    /// What a piece of text is.
    enum Role {
        case heading, dim, good, caution, bad
    }

    func callAsFunction(_ role: Role, _ text: String) -> String {
        guard isColored, !text.isEmpty else { return text }
        let code =
            switch role {
            case .heading: "1"
            case .dim: "2"
            case .good: "32"
            case .caution: "33"
            case .bad: "31"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}

extension String {
    /// Adds a column and the blank behind it.
    mutating func appendColumn(_ text: String, _ width: Int) {
        self += text.column(width)
        self += " "
    }

    /// The text in a column: filled with blanks, or cut with an ellipsis.
    func column(_ width: Int) -> String {
        // Counting characters means finding grapheme breaks; in ASCII without line ends each byte is one.
        let length = utf8.allSatisfy { (0x20...0x7E).contains($0) } ? utf8.count : count
        if length <= width { return self + String(repeating: " ", count: width - length) }
        return width > 0 ? prefix(width - 1) + "…" : ""
    }
}
