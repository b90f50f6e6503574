import SIPDialogs
import SIPFindings
import SIPParsing
import TraceTypes

/// The list of calls, a line each, and below it what else there was.
struct CallTable {
    let report: Report
    let style: TextStyle

    /// Columns: number, start, from, to, outcome, duration, findings.
    private static let widths = (id: 4, start: 15, party: 26, outcome: 34, duration: 12)

    var lines: [String] {
        let calls = report.exchanges.filter { $0.summary.kind == .call }
        guard !calls.isEmpty else { return otherLines }
        let widths = Self.widths
        let head = [
            "#".column(widths.id), "Start (UTC)".column(widths.start), "From".column(widths.party),
            "To".column(widths.party), "Outcome".column(widths.outcome), "Duration".column(widths.duration), "Findings",
        ].joined(separator: " ")
        return [style(.heading, head)] + calls.map(row) + otherLines
    }

    private func row(_ call: JudgedExchange) -> String {
        let summary = call.summary
        let widths = Self.widths
        let rules = call.findings.map(\.rule)
        let cells = [
            String(summary.id).column(widths.id), summary.startTime.timeOfDay.column(widths.start),
            party(summary.from).column(widths.party), party(summary.to).column(widths.party),
            style(role(summary), outcome(summary).column(widths.outcome)),
            (summary.duration?.description ?? "").column(widths.duration),
        ]
        let graver = call.findings.first.map { $0.severity == .error ? TextStyle.Role.bad : .caution } ?? .dim
        var line = cells.joined(separator: " ")
        if rules.isEmpty {
            while line.hasSuffix(" ") { line.removeLast() }
        } else {
            line += " " + style(graver, rules.joined(separator: ", "))
        }
        return line
    }

    /// The URI without its scheme, which is sip in nearly all.
    private func party(_ uri: String) -> String {
        uri.hasPrefix("sip:") ? String(uri.dropFirst(4)) : uri
    }

    /// `declined 603`, `answered, transfer failed`.
    private func outcome(_ summary: ExchangeSummary) -> String {
        let status = summary.status > 0 && summary.outcome != "answered" ? " \(summary.status)" : ""
        let transfers = summary.transfers.map { ", transfer \($0.rawValue)" }.joined()
        return summary.outcome + status + transfers
    }

    private func role(_ summary: ExchangeSummary) -> TextStyle.Role {
        switch summary.outcome {
        case "answered", "succeeded": summary.transfers.allSatisfy { $0 == .completed } ? .good : .caution
        case "undetermined": .dim
        case "cancelled", "busy", "declined", "unavailable", "redirected": .caution
        default: .bad
        }
    }

    /// Registrations, subscriptions and other requests, counted by method and outcome.
    private var otherLines: [String] {
        var counts: [String: Int] = [:]
        for exchange in report.exchanges where exchange.summary.kind != .call {
            let summary = exchange.summary
            let status = summary.status > 0 ? " \(summary.status)" : ""
            counts["\(summary.method.name) \(summary.outcome)\(status)", default: 0] += 1
        }
        guard !counts.isEmpty else { return [] }
        let parts = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) ×\($0.value)" }
        return ["Outside of calls: " + parts.joined(separator: ", ")]
    }
}
