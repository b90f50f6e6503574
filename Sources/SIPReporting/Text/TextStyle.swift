/// How text is set off: with colours on a terminal, plain elsewhere.
public struct TextStyle: Sendable {
    /// Whether colours are written.
    public var isColored: Bool

    /// Makes a style.
    public init(isColored: Bool) {
        self.isColored = isColored
    }

    /// What a piece of text is.
    package enum Role {
        case heading, dim, good, caution, bad
    }

    /// The text, set off as what it is.
    package func callAsFunction(_ role: Role, _ text: String) -> String {
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
}
