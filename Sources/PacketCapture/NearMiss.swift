/// Finds the name that was probably meant.
enum NearMiss {
    /// Edits up to which a name counts as mistyped.
    private static let maximumDistance = 2

    /// The candidate with the fewest edits from `name`, if so few that it was probably meant.
    static func closest(to name: String, in candidates: [String]) -> String? {
        let scored = candidates.map { (candidate: $0, distance: distance(Array(name.utf8), Array($0.utf8))) }
        guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= min(maximumDistance, name.utf8.count - 1) ? best.candidate : nil
    }

    /// The number of insertions, deletions and replacements that make one of the other.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let replaced = diagonal + (byte == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, min(row[j], row[j + 1]) + 1)
            }
        }
        return row[right.count]
    }
}
