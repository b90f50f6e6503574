import TraceTypes

/// The figures for people: a line each, with the definition that the number follows.
struct FiguresText {
    let figures: TraceFigures
    let style: TextStyle

    /// Peers that are shown.
    private static let peersShown = 5
    /// Status codes that are shown.
    private static let statusesShown = 10

    /// The lines; none where there was no attempt.
    var lines: [String] {
        guard !figures.isEmpty else { return [] }
        var lines = [style(.heading, "Figures (at the capture point)")]
        if figures.calls.counts.attempts > 0 { lines.append("  INVITE: " + counts(figures.calls.counts)) }
        if figures.registrations.counts.attempts > 0 {
            lines.append("  REGISTER: " + counts(figures.registrations.counts))
        }
        lines += figures.ratios.compactMap(line)
        lines += figures.delays.filter { !Self.jsonOnly.contains($0.key) }.compactMap(line)
        return lines + peers
    }

    /// Figures that say little more than one that is shown, or are rare.
    private static let jsonOnly: Set = ["srdFailed", "sdtCompleted", "sdtFailed", "sddFailed", "pbd"]

    /// `3 attempts: 1 answered, 1 failed (486 ×1), 1 cancelled; 1 undetermined is in no ratio`.
    private func counts(_ counts: AttemptCounts) -> String {
        let failed = counts.failures.total
        let parts = [
            counts.answered > 0 ? "\(counts.answered) answered" : nil,
            failed > 0 ? "\(failed) failed (\(statuses(counts.failures)))" : nil,
            counts.cancelled > 0 ? "\(counts.cancelled) cancelled" : nil,
            counts.unanswered > 0 ? "\(counts.unanswered) unanswered" : nil,
            counts.undetermined > 0 ? "\(counts.undetermined) undetermined and in no ratio" : nil,
            counts.partial > 0 ? "beside \(counts.partial) begun before the capture" : nil,
        ].compactMap { $0 }
        return "\(counted(counts.attempts, "attempt")): " + parts.joined(separator: ", ")
    }

    private func statuses(_ counts: StatusCounts) -> String {
        let sorted = counts.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let shown = sorted.prefix(Self.statusesShown).map { "\($0.key) ×\($0.value)" }
        let rest = sorted.dropFirst(Self.statusesShown).reduce(counts.others) { $0 + $1.value }
        return (shown + (rest > 0 ? ["other ×\(rest)"] : [])).joined(separator: ", ")
    }

    /// `SER 92.3 % (answered 2xx / attempts without 3xx; RFC 6076 4.6)`; nil for a figure that nothing was measured of.
    private func line(_ figure: Figure) -> String? {
        let value: String
        switch figure.value {
        case .ratio(let ratio):
            guard let percent = ratio.percent(decimals: 1) else { return nil }
            value = "\(percent) %"
        case .spread(let spread):
            guard let text = text(spread) else { return nil }
            value = text
        }
        return "  \(figure.name) \(value) " + style(.dim, "(\(figure.definition); \(figure.reference))")
    }

    /// `mean 0.1 s, p95 0.2 s, max 0.2 s of 4`.
    private func text(_ spread: Distribution) -> String? {
        guard let mean = spread.mean, let high = spread.percentile(95), let max = spread.max else { return nil }
        return "mean \(mean), p95 \(high), max \(max) of \(spread.count)"
    }

    private var peers: [String] {
        let sorted = figures.peers.sorted
        let shown = sorted.prefix(Self.peersShown).map { peer in
            let parts = [
                "\(peer.figures.answered) answered",
                peer.figures.failures.total > 0 ? statuses(peer.figures.failures) : nil,
                peer.figures.unanswered > 0 ? "\(peer.figures.unanswered) unanswered" : nil,
                text(peer.figures.requestDelay).map { "SRD \($0)" },
            ].compactMap { $0 }
            return "  To \(peer.address): \(counted(peer.figures.attempts, "attempt")): "
                + parts.joined(separator: ", ")
        }
        let rest = sorted.count - shown.count
        return shown + (rest > 0 ? [style(.dim, "  and \(rest) more \(rest == 1 ? "address" : "addresses")")] : [])
    }
}
