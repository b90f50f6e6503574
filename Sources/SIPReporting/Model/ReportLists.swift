import SIPFindings

/// A list of a report that may be longer than memory.
public enum ReportList: Sendable, Hashable, CaseIterable {
    /// A line of text for each call.
    case callRows
    /// Elements of the JSON document's lists.
    case calls, registrations, requests, subscriptions, findings
}

/// The lists of a report, written down while the exchanges were judged.
public protocol ReportLists: Sendable {
    /// Hands over the elements of a list, in the order in which the exchanges began.
    func write(_ list: ReportList, to output: (String) -> Void)
}

/// How much there is in the lists of a report.
public struct ReportTotals: Sendable {
    /// Findings by severity.
    public private(set) var findings: [Severity: Int] = [:]
    /// Exchanges with findings whose messages the report does not keep.
    public private(set) var untoldWithFindings = 0
    /// Calls that failed without a finding, and whose messages the report does not keep.
    public private(set) var untoldFailures = 0

    /// Nothing.
    public init() {}

    /// Counts an exchange.
    public mutating func count(_ judged: JudgedExchange) {
        for finding in judged.findings { findings[finding.severity, default: 0] += 1 }
        guard judged.isTold, judged.exchange == nil else { return }
        if judged.findings.isEmpty { untoldFailures += 1 } else { untoldWithFindings += 1 }
    }
}
