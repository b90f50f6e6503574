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
    /// What breaks the grammar in a message; nothing is kept of repeats and of messages that the snap length cut.
    func anomalies(of index: MessageIndex) -> [ShownAnomaly] {
        guard messages.indices.contains(index) else { return [] }
        return messages[index].details.compactMap { position in
            let detail = details[Int(position)]
            guard case .anomaly(let kind) = detail.kind else { return nil }
            return ShownAnomaly(kind: kind, text: escaped(string(detail.text)))
        }
    }

    /// The names of what breaks the grammar in a message, each once: `malformed: bad-cseq, short-body`.
    func malformation(of index: MessageIndex) -> String? {
        var names: [String] = []
        for anomaly in anomalies(of: index) where !names.contains(anomaly.kind.name) { names.append(anomaly.kind.name) }
        return names.isEmpty ? nil : "malformed: " + names.joined(separator: ", ")
    }
}
