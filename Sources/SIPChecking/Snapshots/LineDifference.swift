import TraceTypes

/// What differs between two texts, line by line, as `diff -u` shows it.
struct LineDifference {
    /// More lines than these are not compared.
    static let linesCompared = 20_000
    /// More different lines than these are shown as replaced, without looking for what they share: the search takes time
    /// and memory with the square of them.
    static let linesMatched = 2_000
    /// Lines of a difference that are shown.
    static let linesShown = 400
    /// Lines around a change.
    private static let context = 3
    /// Characters of a line that are shown.
    private static let shownLength = 400

    /// How a line of the result came about.
    private enum Change: Character {
        case kept = " "
        case removed = "-"
        case inserted = "+"
    }

    private struct Line {
        var change: Change
        var text: Substring
        /// Its place in the old text, and in the new one, or that of the next line there; from 0.
        var old: Int
        var new: Int
    }

    private let old: [Substring]
    private let new: [Substring]

    /// Compares two texts; a line end at the end, and of which kind line ends are, makes no difference.
    init(from old: String, to new: String) {
        self.old = Self.lines(old)
        self.new = Self.lines(new)
    }

    /// Whether there is none.
    var isEmpty: Bool { old == new }

    /// How many lines are only in the old text, and only in the new one; nil where they are too many to compare.
    var counts: (removed: Int, inserted: Int)? {
        guard isComparable else { return nil }
        let changes = script.map(\.change)
        return (changes.count { $0 == .removed }, changes.count { $0 == .inserted })
    }

    /// The changes with the lines around them, each escaped; empty where nothing differs.
    var unified: [String] {
        guard !isEmpty else { return [] }
        guard isComparable else {
            return ["the texts differ; with \(old.count) and \(new.count) lines they are too long to say where"]
        }
        let lines = hunks.flatMap { hunk in [Self.head(of: hunk)] + hunk.map(Self.shown) }
        guard lines.count > Self.linesShown else { return lines }
        return lines.prefix(Self.linesShown) + ["… and \(lines.count - Self.linesShown) more lines"]
    }

    private var isComparable: Bool { max(old.count, new.count) <= Self.linesCompared }

    private static func lines(_ text: String) -> [Substring] {
        var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    /// All lines of both texts in their order.
    private var script: [Line] {
        let first = zip(old, new).prefix { $0 == $1 }.count
        let room = min(old.count, new.count) - first
        let last = zip(old.reversed(), new.reversed()).prefix(room).prefix { $0 == $1 }.count
        let (oldMiddle, newMiddle) = (old[first..<(old.count - last)], new[first..<(new.count - last)])
        var (removed, inserted) = (Set(oldMiddle.indices), Set(newMiddle.indices))
        if removed.count + inserted.count <= Self.linesMatched {
            (removed, inserted) = ([], [])
            for change in Array(newMiddle).difference(from: Array(oldMiddle)) {
                switch change {
                case .remove(let offset, _, _): removed.insert(first + offset)
                case .insert(let offset, _, _): inserted.insert(first + offset)
                }
            }
        }
        var lines: [Line] = []
        var (oldPlace, newPlace) = (0, 0)
        while oldPlace < old.count || newPlace < new.count {
            if removed.contains(oldPlace) {
                lines.append(Line(change: .removed, text: old[oldPlace], old: oldPlace, new: newPlace))
                oldPlace += 1
            } else if inserted.contains(newPlace) {
                lines.append(Line(change: .inserted, text: new[newPlace], old: oldPlace, new: newPlace))
                newPlace += 1
            } else {
                lines.append(Line(change: .kept, text: new[newPlace], old: oldPlace, new: newPlace))
                oldPlace += 1
                newPlace += 1
            }
        }
        return lines
    }

    /// Changes that are near each other, with the lines around them.
    private var hunks: [ArraySlice<Line>] {
        let lines = script
        var ranges: [Range<Int>] = []
        for (place, line) in lines.enumerated() where line.change != .kept {
            let around = max(0, place - Self.context)..<min(lines.count, place + Self.context + 1)
            if let last = ranges.last, last.upperBound >= around.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<around.upperBound
            } else {
                ranges.append(around)
            }
        }
        return ranges.map { lines[$0] }
    }

    /// `@@ -1,7 +1,6 @@`: where a hunk begins in each text, and how many of its lines it has.
    private static func head(of hunk: ArraySlice<Line>) -> String {
        let old = hunk.count { $0.change != .inserted }
        let new = hunk.count { $0.change != .removed }
        func range(_ start: Int?, _ count: Int) -> String { "\((start ?? 0) + (count == 0 ? 0 : 1)),\(count)" }
        return "@@ -\(range(hunk.first?.old, old)) +\(range(hunk.first?.new, new)) @@"
    }

    private static func shown(_ line: Line) -> String {
        let text = line.text.count > shownLength ? line.text.prefix(shownLength) + "…" : line.text
        return "\(line.change.rawValue)\(escaped(String(text)))"
    }
}
