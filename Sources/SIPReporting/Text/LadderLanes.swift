import TraceTypes

/// The lanes of a ladder: where the parties stand, and arrows between them.
struct LadderLanes {
    /// Columns from one lane to the next.
    private static let width = 26
    /// Parties drawn as lanes; of more, all but the first share the last lane's side and are named in the text.
    private static let drawn = 5

    private let parties: [Endpoint]

    /// The lanes of the first of these parties.
    init(_ parties: [Endpoint]) {
        self.parties = Array(parties.prefix(Self.drawn))
    }

    /// The names above the lanes.
    var head: String {
        var text = ""
        for (index, party) in parties.enumerated() {
            text.appendColumn(isLettered ? PartyLetter.of(index) : party.description, Self.width - 1)
        }
        return text
    }

    /// What the letters above the lanes stand for; empty where the names stand there.
    var legend: [String] {
        guard isLettered else { return [] }
        return parties.enumerated().map { "\(PartyLetter.of($0)) = \($1)" }
    }

    /// Addresses too long to stand above their lanes, as those of IPv6 may be, are named by letters.
    private var isLettered: Bool { parties.contains { $0.description.columns > Self.width - 1 } }

    /// The arrow with its label from one party to another, and the lines of the parties it does not touch; nil where one
    /// of them has no lane, or both are the same.
    func arrow(_ label: String, from: Int, to: Int) -> String? {
        guard max(from, to) < Self.drawn, from != to else { return nil }
        let left = min(from, to)
        let right = max(from, to)
        let room = (right - left) * Self.width - 3
        let text = label.columns > room - 4 ? label.prefix(columns: room - 5) + "…" : label
        let dashes = room - text.columns - 2
        let before = String(repeating: "─", count: dashes / 2)
        let after = String(repeating: "─", count: dashes - dashes / 2)
        let shaft = from < to ? "\(before) \(text) \(after)▶" : "◀\(before) \(text) \(after)"
        return rails(0, left) + "│" + shaft + " │" + rails(right + 1, parties.count, after: right)
    }

    /// The lines of all parties, none of them touched.
    var rails: String { rails(0, parties.count) }

    /// The lines of the parties from `first` up to `end`, none of them touched; after a touched one, with a gap.
    private func rails(_ first: Int, _ end: Int, after touched: Int? = nil) -> String {
        guard first < end else { return "" }
        let gap = String(repeating: " ", count: Self.width - 1)
        if touched != nil { return (first..<end).map { _ in gap + "│" }.joined() }
        return (first..<end).map { _ in "│" + gap }.joined()
    }
}
