import SIPDialogs
import SIPReporting
import TraceTypes

/// Writes down what a trace shows, as expectations for people to trim: ``Expectations/read(_:path:)`` reads them, and the
/// trace meets them.
public struct ExpectationWriter {
    /// Entries and bytes of them that are written; of a longer trace, counts tell the rest.
    private static let mostEntries = 1_000
    private static let mostBytes = 700_000

    let report: Report
    private let trace: String

    /// Makes a writer for a report that keeps the messages of all its exchanges; of the others it says what their
    /// summaries tell. The name of the trace is for the comment at the head.
    public init(_ report: Report, trace: String) {
        self.report = report
        self.trace = trace
    }

    /// The file.
    public var text: String {
        let (calls, written) = calls
        let parts = [head, calls, registrations, findings(without: written), counts].filter { !$0.isEmpty }
        return parts.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private var head: [String] {
        [
            "# What was seen in \(escaped(trace)), as expectations: 'sipwatch check' holds each new recording against",
            "# them. Keep what a test has to show, and delete the rest. Times may be twice as long as they were.",
        ]
    }

    /// The calls, and the numbers of those that are written down.
    private var calls: (lines: [String], written: Set<Int>) {
        let calls = report.calls.sorted { $0.summary.id < $1.summary.id }
        var comment = [
            "# Each call, found by its From and To. 'order' is its place among those that agree in both.",
            "# Without 'match', an entry is about the call at its own place in the list.",
        ]
        if calls.contains(where: { !$0.findings.isEmpty }) {
            comment += [
                "# 'required' is what the rules found, as often as it is listed. It has to be found again, and does not fail",
                "# the check: what is a mistake is better put right, and deleted here.",
            ]
        }
        return list(calls, "calls", under: comment, call)
    }

    private var registrations: [String] {
        list(
            report.exchanges.filter { $0.summary.kind == .registration }.sorted { $0.summary.id < $1.summary.id },
            "registrations", under: ["# Each registration, found by its address of record."], registration
        ).lines
    }

    /// A list of exchanges, each with the lines of its entry, as far as there is room.
    private func list(
        _ exchanges: [JudgedExchange], _ key: String, under comment: [String],
        _ entry: (JudgedExchange, ExchangeNames) -> [String]
    ) -> (lines: [String], written: Set<Int>) {
        guard !exchanges.isEmpty else { return ([], []) }
        let names = ExchangeNames(exchanges)
        var lines = comment + ["\(key):"]
        var (count, bytes) = (0, 0)
        for exchange in exchanges {
            let entry = entry(exchange, names)
            bytes += entry.reduce(0) { $0 + $1.utf8.count + 5 }
            guard count < Self.mostEntries, bytes <= Self.mostBytes else { break }
            count += 1
            for (index, line) in entry.enumerated() { lines.append((index == 0 ? "  - " : "    ") + line) }
        }
        if count < exchanges.count { lines.append("  # \(exchanges.count - count) more are left out.") }
        return count == 0 ? ([], []) : (lines, Set(exchanges.prefix(count).map(\.summary.id)))
    }
}
