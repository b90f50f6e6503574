/// The departures noted of one description, no more than `ParsingLimits.anomalies`.
struct SDPAnomalies {
    /// What was noted.
    private(set) var list: [Anomaly] = []
    /// Places kept for the first anomaly of each further kind, so that many bad lines hide no limit that was passed.
    private static let reserved = 8

    /// Notes a departure.
    mutating func note(_ kind: Anomaly.Kind, _ range: Range<Int>) {
        let limit = ParsingLimits.standard.anomalies
        guard list.count < limit, list.count < limit - Self.reserved || !isNoted(kind) else { return }
        list.append(Anomaly(kind: kind, range: ByteRange(range)))
    }

    /// Notes a departure that is the same on line after line, at the first one only.
    mutating func noteOnce(_ kind: Anomaly.Kind, _ range: Range<Int>) {
        if !isNoted(kind) { note(kind, range) }
    }

    private func isNoted(_ kind: Anomaly.Kind) -> Bool {
        list.contains { $0.kind == kind }
    }
}
