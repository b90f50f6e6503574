import TraceTypes

/// Putting text from the wire into a line for people.
enum DisplayText {
    /// The first scalars of a text, with a mark where more follow; `text` must be safe to show already.
    static func bounded(_ text: String, _ limit: Int) -> String {
        guard text.unicodeScalars.count > limit else { return text }
        var kept = String.UnicodeScalarView(text.unicodeScalars.prefix(max(limit - 1, 0)))
        kept.append("…")
        return String(kept)
    }

    /// The first characters of text from the wire, escaped.
    static func excerpt(_ text: String, _ limit: Int) -> String {
        let isCut = text.unicodeScalars.dropFirst(limit).first != nil
        let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
        return bounded(escaped(start) + (isCut ? "…" : ""), limit)
    }

    /// A line of what came from the wire, escaped and bounded.
    static func line(_ text: String) -> String {
        excerpt(text, BodySummary.longestText)
    }

    /// A number with its noun: `1 contact`, `2 contacts`.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// The first pieces of a list, with the number of those left out.
    static func list(_ pieces: [String], most: Int = 4) -> String {
        let rest = pieces.count - most
        return pieces.prefix(most).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}
