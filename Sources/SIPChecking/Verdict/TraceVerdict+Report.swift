import SIPDialogs
import SIPFindings
import SIPReporting

extension TraceVerdict {
    /// Adds what is wrong with the trace itself. A call that the trace does not show to its end is no problem where an
    /// expectation looks at how it ended, and says so.
    public mutating func addProblems(of report: Report, _ policy: GatePolicy) {
        let outcomes = Set(expectations.filter { $0.aspect == "outcome" }.compactMap(\.exchange))
        let transfers = transfersLookedAt
        let summaries = report.exchanges.map(\.summary)
        let judged = summaries.filter { summary in
            (summary.outcome != CallOutcome.undetermined.rawValue || outcomes.contains(summary.id))
                && (!summary.transfers.contains(.undetermined)
                    || transfers[summary.id, default: 0] >= summary.transfers.count)
        }
        let ids = Set(judged.map(\.id))
        problems = Completeness.problems(of: report, policy) { ids.contains($0) } + problems
    }

    /// Exchanges that are drawn; of a trace with more failures, the first ones.
    private static let mostLadders = 100

    /// Adds the calls, and the other exchanges that findings and expectations are about; draws those that something fails
    /// in.
    public mutating func addExchanges(of report: Report) {
        let named = Set(findings.map(\.finding.exchange) + expectations.compactMap(\.exchange))
        let failing = Set(
            findings.filter(\.fails).map(\.finding.exchange) + expectations.filter(\.fails).compactMap(\.exchange))
        let drawn = Set(failing.sorted().prefix(Self.mostLadders))
        exchanges = report.exchanges.filter { $0.summary.kind == .call || named.contains($0.summary.id) }
            .map { CheckedExchange($0, in: report, isDrawn: drawn.contains($0.summary.id)) }
    }

    /// Of how many transfers of each exchange the expectations look at the end.
    private var transfersLookedAt: [Int: Int] {
        var seen: [Int: Set<Substring>] = [:]
        for result in expectations where result.aspect.hasPrefix("transfers[") {
            let parts = result.aspect.split(separator: ".")
            guard let exchange = result.exchange, ["outcome", "final-status"].contains(parts.last) else { continue }
            seen[exchange, default: []].insert(parts[0])
        }
        return seen.mapValues(\.count)
    }
}

extension CheckVerdict {
    /// Takes all findings that count as known: the baseline has been written anew with them.
    public mutating func takeFindingsAsKnown() {
        for trace in traces.indices {
            traces[trace].problems.removeAll { $0.kind == .staleBaseline }
            for index in traces[trace].findings.indices where traces[trace].findings[index].standing == .new {
                traces[trace].findings[index].standing = .known
                traces[trace].findings[index].fails = false
            }
        }
    }
}
