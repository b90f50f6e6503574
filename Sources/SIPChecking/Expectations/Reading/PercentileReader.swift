import TraceTypes
import YAMLReading

/// Reads statistics of lengths of time: `setup p95 < 2 s`.
enum PercentileReader {
    /// The words for statistics other than `p1` to `p100`.
    static let words: [(name: String, statistic: PercentileExpectation.Statistic)] = [
        ("min", .least), ("mean", .mean), ("median", .percentile(50)), ("max", .greatest),
    ]

    /// An entry of `percentiles`.
    static func percentile(_ node: YAMLNode) throws(YAMLError) -> PercentileExpectation {
        let text = try node.text("percentiles").trimmed
        let parts = text.prefix { !"=!<>".contains($0) }.split(whereSeparator: { " \t".contains($0) }).map(String.init)
        guard parts.count == 2, let bound = text.firstIndex(where: { "=!<>".contains($0) }) else {
            throw node.wrong("percentiles", "entries such as 'setup p95 < 2 s'")
        }
        let times = CallTime.allCases.map(\.rawValue)
        guard let time = CallTime(rawValue: parts[0]) else {
            throw unknown(parts[0], "time of a call", times, listed(times, "and"), node)
        }
        guard let statistic = statistic(parts[1]) else {
            let names = words.map(\.name)
            throw unknown(
                parts[1], "statistic", names + ["p50", "p90", "p95", "p99"], listed(names + ["p1 to p100"], "and"), node
            )
        }
        let reader = BoundReader(quantity: .time, role: "\(parts[0]) \(parts[1])", mark: node.mark)
        return PercentileExpectation(
            text: text, time: time, statistic: statistic, bound: try reader.bound(String(text[bound...])))
    }

    private static func statistic(_ name: String) -> PercentileExpectation.Statistic? {
        if let word = words.first(where: { $0.name == name }) { return word.statistic }
        guard name.hasPrefix("p"), let percent = Int(name.dropFirst()), (1...100).contains(percent),
            "p\(percent)" == name
        else { return nil }
        return .percentile(percent)
    }

    private static func unknown(
        _ word: String, _ kind: String, _ words: [String], _ list: String, _ node: YAMLNode
    ) -> YAMLError {
        let guess = suggestion(for: word, in: words).map { "did you mean '\($0)'?" }
        return YAMLError("\(quoted(word)) is no \(kind); \(guess ?? "there are \(list)")", at: node.mark)
    }
}
