/// The number of insertions, deletions, replacements and swaps of neighbours that turn `first` into `second`, each
/// place being edited once at most (the restricted Damerau-Levenshtein distance); nil when it exceeds `limit`.
package func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar], limit: Int) -> Int? {
    guard abs(first.count - second.count) <= limit else { return nil }
    var beforeLast = [Int]()
    var last = Array(0...second.count)
    for (row, scalar) in first.enumerated() {
        var current = [row + 1]
        current.reserveCapacity(second.count + 1)
        for (column, other) in second.enumerated() {
            var cost = min(last[column] + (scalar == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, scalar == second[column - 1], first[row - 1] == other {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current.append(cost)
        }
        if let least = current.min(), least > limit { return nil }
        beforeLast = last
        last = current
    }
    return last.last.flatMap { $0 <= limit ? $0 : nil }
}
