import SIPDialogs
import SIPFindings
import SIPReporting

/// What is told of the whole trace.
extension ExpectationWriter {
    /// Findings that are written of the whole trace, at the most.
    private static let mostFindings = 2_000

    /// What the rules found outside of the calls that are written down.
    func findings(without written: Set<Int>) -> [String] {
        let rules = report.exchanges.filter { !written.contains($0.summary.id) }.flatMap(\.findings).map(\.rule)
        guard !rules.isEmpty else { return [] }
        var lines = [
            "# What the rules found outside of these calls. It has to be found again, and does not fail the check: what is a",
            "# mistake is better put right, and deleted here. 'forbidden' beside it lists what must not be found, such as [auth].",
            "findings:",
            "  required:",
        ]
        lines += rules.prefix(Self.mostFindings).map { "    - \($0)" }
        if rules.count > Self.mostFindings {
            lines.append("    # \(rules.count - Self.mostFindings) more are left out.")
        }
        return lines
    }

    /// Counts of calls and messages.
    var counts: [String] {
        var lines = [
            count("calls", report.calls.count),
            count("registrations", report.exchanges.count { $0.summary.kind == .registration }),
        ]
        let kept = report.exchanges.compactMap(\.exchange)
        if kept.count == report.exchanges.count {
            lines.append(count("transfers", kept.reduce(0) { $0 + $1.transfers.count }))
            lines.append(count("redirects", kept.reduce(0) { $0 + $1.redirects.count }))
        }
        for first in [5, 6] where !report.counts.responses.keys.contains(where: { $0 / 100 == first }) {
            lines.append("no \(first)xx")
        }
        lines += [count("malformed", report.counts.malformed)] + retransmissions
        return ["# How much there is of what in the whole trace.", "counts:"] + lines.map { "  - \($0)" }
    }

    private func count(_ name: String, _ number: Int) -> String {
        number == 0 ? "no \(name)" : "\(name) = \(number)"
    }

    /// Repeated messages: none, or up to the next full percent that is twice their part, or more.
    private var retransmissions: [String] {
        let (part, whole) = (report.counts.retransmissions, report.counts.total)
        guard part > 0 else { return ["no retransmissions"] }
        guard part <= whole else { return [] }
        let percent = Int((Double(part) * 200 / Double(whole)).rounded(.up))
        return percent <= 100 ? ["retransmissions < \(percent) %"] : []
    }
}
