import SIPCatalog
import TraceTypes

/// The figures for people: a line each, with the definition that the number follows.
struct FiguresText {
    let figures: TraceFigures
    let style: TextStyle
    let catalog: Catalog

    /// Peers that are shown.
    private static let peersShown = 5
    /// Status codes that are shown.
    private static let statusesShown = 10

    /// The lines; none where there was no attempt.
    var lines: [String] {
        guard !figures.isEmpty else { return [] }
        var lines = [style(.heading, say(.heading))]
        if figures.calls.counts.attempts > 0 { lines.append("  " + method("INVITE", figures.calls.counts)) }
        if figures.registrations.counts.attempts > 0 {
            lines.append("  " + method("REGISTER", figures.registrations.counts))
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
        let parts: [(FigurePhrase, Int)] = [
            (.answered, counts.answered), (.failed, failed), (.cancelled, counts.cancelled),
            (.unanswered, counts.unanswered), (.undetermined, counts.undetermined), (.partial, counts.partial),
        ]
        let failures = PhraseValue.text(statuses(counts.failures))
        let told = parts.filter { $0.1 > 0 }.map { say($0.0, ["count": .number($0.1), "statuses": failures]) }
        return say(.attempts, ["count": .number(counts.attempts), "parts": .text(told.joined(separator: ", "))])
    }

    private func method(_ name: String, _ all: AttemptCounts) -> String {
        say(.method, ["method": .text(name), "attempts": .text(counts(all))])
    }

    private func say(_ phrase: FigurePhrase, _ values: PhraseValues = [:]) -> String { catalog.text(phrase, values) }

    private func statuses(_ counts: StatusCounts) -> String {
        let sorted = counts.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let shown = sorted.prefix(Self.statusesShown).map { "\($0.key) ×\($0.value)" }
        let rest = sorted.dropFirst(Self.statusesShown).reduce(counts.others) { $0 + $1.value }
        return (shown + (rest > 0 ? [say(.others, ["count": .number(rest)])] : [])).joined(separator: ", ")
    }

    /// `SER 92.3 % (answered 2xx / attempts without 3xx; RFC 6076 4.6)`; nil for a figure that nothing was measured of.
    private func line(_ figure: Figure) -> String? {
        let value: String
        switch figure.value {
        case .ratio(let ratio):
            guard let percent = ratio.percent(decimals: 1) else { return nil }
            value = "\(percent.replacing(".", with: catalog.decimalMark)) %"
        case .spread(let spread):
            guard let text = text(spread) else { return nil }
            value = text
        }
        return "  \(figure.name) \(value) " + style(.dim, "(\(figure.definition(catalog)); \(figure.source(catalog)))")
    }

    /// `mean 0.1 s, p95 0.2 s, max 0.2 s of 4`.
    private func text(_ spread: Distribution) -> String? {
        guard let mean = spread.mean, let high = spread.percentile(95), let max = spread.max else { return nil }
        return say(
            .spread,
            [
                "mean": .duration(mean), "high": .duration(high), "max": .duration(max),
                "count": .number(spread.count),
            ])
    }

    private var peers: [String] {
        let sorted = figures.peers.sorted
        let shown = sorted.prefix(Self.peersShown).map { peer in
            let parts = [
                say(.answered, ["count": .number(peer.figures.answered)]),
                peer.figures.failures.total > 0 ? statuses(peer.figures.failures) : nil,
                peer.figures.unanswered > 0
                    ? say(.unanswered, ["count": .number(peer.figures.unanswered)]) : nil,
                text(peer.figures.requestDelay).map { "SRD \($0)" },
            ].compactMap { $0 }
            let attempts: PhraseValues = [
                "count": .number(peer.figures.attempts), "parts": .text(parts.joined(separator: ", ")),
            ]
            return "  "
                + say(.peer, ["address": .text("\(peer.address)"), "attempts": .text(say(.attempts, attempts))])
        }
        let rest = sorted.count - shown.count
        return shown + (rest > 0 ? [style(.dim, "  " + say(.morePeers, ["count": .number(rest)]))] : [])
    }
}
