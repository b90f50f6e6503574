/// Makes whole sentences of the clauses of an entry.
enum Sentence {
    /// The text with a capital first letter, as a headline.
    static func title(_ clause: String) -> String { clause.prefix(1).uppercased() + clause.dropFirst() }

    /// The text with a capital first letter and a full stop.
    static func whole(_ clause: String) -> String {
        guard let first = clause.first else { return clause }
        let start = first.uppercased() + clause.dropFirst()
        return clause.hasSuffix(".") ? start : start + "."
    }
}
