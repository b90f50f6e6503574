import SIPDialogs
import SIPParsing
import TraceTypes

/// What breaks the grammar in a message, as it is shown.
struct ShownAnomaly {
    /// The kind of departure.
    var kind: Anomaly.Kind
    /// The beginning of the bytes that show it, escaped.
    var text: String
}

extension Exchange {
    /// What breaks the grammar in a message and in its body; nothing is kept of repeats and of messages that the snap
    /// length cut.
    func anomalies(of index: MessageIndex) -> [ShownAnomaly] {
        guard messages.indices.contains(index) else { return [] }
        let noted: [ShownAnomaly] = messages[index].details.compactMap { position in
            let detail = details[Int(position)]
            guard case .anomaly(let kind) = detail.kind else { return nil }
            return ShownAnomaly(kind: kind, text: escaped(string(detail.text)))
        }
        guard !messages[index].flags.contains(.truncated) else { return noted }
        return noted
            + bodyAnomalies(of: index).filter(\.kind.isError).map { anomaly in
                let shown = ByteRange(start: anomaly.range.start, count: min(anomaly.range.count, Self.shownBytes))
                return ShownAnomaly(kind: anomaly.kind, text: escaped(string(shown)))
            }
    }

    /// Bytes shown of what is wrong with a body.
    private static let shownBytes: UInt32 = 64

    /// The names of what breaks the grammar in a message, each once: `malformed: bad-cseq, short-body`.
    func malformation(of index: MessageIndex) -> String? {
        var names: [String] = []
        for anomaly in anomalies(of: index) where !names.contains(anomaly.kind.name) { names.append(anomaly.kind.name) }
        return names.isEmpty ? nil : "malformed: " + names.joined(separator: ", ")
    }
}
