/// The entry of `candidates` that `word` was most likely meant to be, or nil when none is near.
///
/// An entry is near when it differs by few slips of the finger for its length, letter case aside, or when `word`
/// is the beginning of it alone. Of entries equally near the first wins.
package func suggestion(for word: String, in candidates: [String]) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= longestSuggestibleWord else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
        let offered = Array(candidate.lowercased().unicodeScalars)
        let limit = min(max(1, min(wanted.count, offered.count) / 3), 3, (best?.distance ?? Int.max) - 1)
        guard limit >= 0, let distance = editDistance(wanted, offered, limit: limit) else { continue }
        // A word that shares no more than a letter with the entry is no misspelling of it.
        guard distance < min(wanted.count, offered.count) - 1 || distance == 0 else { continue }
        best = (candidate, distance)
    }
    if let best { return best.candidate }
    guard wanted.count >= 2 else { return nil }
    let completions = candidates.filter { $0.lowercased().hasPrefix(word.lowercased()) }
    return completions.count == 1 ? completions.first : nil
}

/// Words beyond this many scalars are not compared.
private let longestSuggestibleWord = 64
