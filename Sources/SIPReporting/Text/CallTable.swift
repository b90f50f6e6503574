import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPParsing
import TraceTypes

/// The list of calls, a line each, and below it what else there was.
public struct CallTable {
    let report: Report
    let style: TextStyle

    /// Columns: number, start, from, to, outcome, duration, findings.
    private static let widths = (id: 4, start: 15, party: 26, outcome: 34, duration: 12)

    /// Hands over the lines in pieces, each with its line ends.
    func write(to output: (String) -> Void) {
        var text = RowText()
        var hasHead = false
        func write(_ row: String) {
            if !hasHead { text.add(head + "\n") }
            hasHead = true
            text.add(row)
            if text.isLong { output(text.take()) }
        }
        if let lists = report.lists {
            lists.write(.callRows, to: write)
        } else {
            for call in report.exchanges where call.summary.kind == .call {
                write(String(decoding: Self.row(of: call, style: style, report.catalog), as: UTF8.self))
            }
        }
        if let others = TextReport.outsideOfCalls(report.otherExchanges, report.catalog) { text.add(others + "\n") }
        output(text.take())
    }

    /// The line of a call, with its line end.
    public static func row(of call: JudgedExchange, style: TextStyle, _ catalog: Catalog) -> [UInt8] {
        var text = RowText()
        add(call, to: &text, style, catalog)
        return text.takeBytes()
    }

    private var head: String {
        let widths = Self.widths
        let cells = [
            "#".column(widths.id), say(.columnStart).column(widths.start), say(.columnFrom).column(widths.party),
            say(.columnTo).column(widths.party), say(.columnOutcome).column(widths.outcome),
            say(.columnDuration).column(widths.duration), say(.columnFindings),
        ]
        return style(.heading, cells.joined(separator: " "))
    }

    private func say(_ phrase: ReportPhrase) -> String { report.catalog.text(phrase) }

    private static func add(_ call: JudgedExchange, to text: inout RowText, _ style: TextStyle, _ catalog: Catalog) {
        let summary = call.summary
        let widths = Self.widths
        text.add(String(summary.id), column: widths.id)
        text.add(summary.startTime.timeOfDay, column: widths.start)
        text.add(summary.from, column: widths.party, skipped: schemeLength(summary.from))
        text.add(summary.to, column: widths.party, skipped: schemeLength(summary.to))
        let duration = summary.duration?.description ?? ""
        let isLast = duration.isEmpty && call.findings.isEmpty
        let outcome = outcome(summary, catalog)
        if style.isColored {
            text.add(style(role(summary), isLast ? outcome : outcome.column(widths.outcome) + " "))
        } else if isLast {
            text.add(outcome)
        } else {
            text.add(outcome, column: widths.outcome)
        }
        guard !isLast else { return text.add("\n") }
        guard let first = call.findings.first else { return text.add(duration + "\n") }
        text.add(duration, column: widths.duration)
        let rules = call.findings.map(\.rule).joined(separator: ", ")
        text.add(style(first.severity == .error ? .bad : .caution, rules) + "\n")
    }

    /// The scheme that is not shown, because it is sip in nearly all.
    private static func schemeLength(_ uri: String) -> Int {
        uri.hasPrefix("sip:") ? 4 : 0
    }

    /// `declined 603`, `answered, transfer failed`.
    private static func outcome(_ summary: ExchangeSummary, _ catalog: Catalog) -> String {
        let outcome = catalog.outcome(summary.outcome)
        let status = summary.status > 0 && summary.outcome != "answered" ? " \(summary.status)" : ""
        guard !summary.transfers.isEmpty else { return outcome + status }
        let transfers = summary.transfers.map { transfer in
            catalog.text(ReportPhrase.tableTransfer, ["outcome": .text(catalog.outcome(ofTransfer: transfer.rawValue))])
        }
        return ([outcome + status] + transfers).joined(separator: ", ")
    }

    private static func role(_ summary: ExchangeSummary) -> TextStyle.Role {
        switch summary.outcome {
        case "answered", "succeeded": summary.transfers.allSatisfy { $0 == .completed } ? .good : .caution
        case "undetermined": .dim
        case "cancelled", "busy", "declined", "unavailable", "redirected": .caution
        default: .bad
        }
    }
}
