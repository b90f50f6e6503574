/// A key that was pressed, as INFO carries it: lines `Signal=5` and `Duration=160` (application/dtmf-relay), or the key
/// alone (application/dtmf). No RFC describes either.
enum DTMFDigest {
    /// The digest: `signal 5, duration 160`.
    static func text(_ lines: [String]) -> String {
        var pieces: [String] = []
        for name in ["signal", "duration"] {
            let pairs = lines.lazy.compactMap { LineReader.pair($0, "=") ?? LineReader.pair($0, ":") }
            if let pair = pairs.first(where: { $0.name == name }) { pieces.append("\(name) \(pair.value)") }
        }
        guard pieces.isEmpty else { return pieces.joined(separator: ", ") }
        return lines.first { !$0.isEmpty }.map { "signal \($0)" } ?? "empty"
    }
}
