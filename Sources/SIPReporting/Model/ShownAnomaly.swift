import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

/// What breaks the grammar in a message, as it is shown.
struct ShownAnomaly {
    /// The kind of departure.
    var kind: Anomaly.Kind
    /// The beginning of the bytes that show it, escaped.
    var text: String
    /// Whether the body shows it, which only the messages that are shown are searched for.
    var isInBody: Bool
}

extension Exchange {
    /// Bytes shown of what is wrong with a body.
    private static let shownBytes: UInt32 = 64
    /// How many of one kind are shown of a message.
    private static let shownOfKind = 4

    /// What departs from the grammar in a message and in its body; nothing is kept of repeats and of messages that the
    /// capture cut short.
    func anomalies(of index: MessageIndex) -> [ShownAnomaly] {
        guard messages.indices.contains(index) else { return [] }
        var shown: [ShownAnomaly] = []
        for position in messages[index].details {
            guard case .anomaly(let kind) = details[Int(position)].kind else { continue }
            shown.append(kind, escaped(string(details[Int(position)].text)), isInBody: false, atMost: Self.shownOfKind)
        }
        guard !messages[index].flags.contains(.truncated) else { return shown }
        for anomaly in bodyAnomalies(of: index) {
            let range = ByteRange(start: anomaly.range.start, count: min(anomaly.range.count, Self.shownBytes))
            shown.append(anomaly.kind, escaped(string(range)), isInBody: true, atMost: Self.shownOfKind)
        }
        return shown
    }

    /// The names of the errors in a message, each once: `malformed: bad-cseq, short-body; in the body: bad-sdp`.
    func malformation(of index: MessageIndex, _ catalog: Catalog) -> String? {
        let errors = anomalies(of: index).filter(\.kind.isError)
        let places: [(ReportPhrase, Bool)] = [(.malformation, false), (.bodyMalformation, true)]
        let parts = places.compactMap { phrase, isInBody in
            errors.names(isInBody: isInBody).map { catalog.text(phrase, ["names": .text($0)]) }
        }
        return parts.isEmpty ? nil : catalog.joined(parts)
    }
}

extension [ShownAnomaly] {
    fileprivate mutating func append(_ kind: Anomaly.Kind, _ text: String, isInBody: Bool, atMost limit: Int) {
        guard count(where: { $0.kind == kind }) < limit else { return }
        append(ShownAnomaly(kind: kind, text: text, isInBody: isInBody))
    }

    fileprivate func names(isInBody: Bool) -> String? {
        var names: [String] = []
        for anomaly in self where anomaly.isInBody == isInBody && !names.contains(anomaly.kind.name) {
            names.append(anomaly.kind.name)
        }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}
