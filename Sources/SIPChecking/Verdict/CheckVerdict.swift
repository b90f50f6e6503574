import SIPFindings
import SIPReporting

/// What a check says of all its traces: what every output format is made from.
public struct CheckVerdict: Sendable {
    /// The traces, in the order in which they were named; those of a folder by their paths.
    public var traces: [TraceVerdict]

    /// A verdict on these traces.
    public init(traces: [TraceVerdict]) {
        self.traces = traces
    }

    /// Whether a trace could not be judged at all.
    public var hasTrouble: Bool { traces.contains(where: \.isUnreadable) }
    /// Whether nothing fails.
    public var isClean: Bool { traces.allSatisfy(\.isClean) }

    /// What the filter let through of all traces; nil without one.
    public var filter: FilterTally? {
        traces.compactMap(\.filter).reduce(nil) { sum, tally in
            guard var sum else { return tally }
            sum.add(tally)
            return sum
        }
    }

    /// How much there is of what.
    public var totals: CheckTotals {
        traces.reduce(into: CheckTotals()) { $0.count($1) }
    }
}

/// How much a check found.
public struct CheckTotals: Sendable, Equatable {
    /// Traces that are clean.
    public private(set) var cleanTraces = 0
    /// Traces that are not, those that cannot be read among them.
    public private(set) var failedTraces = 0
    /// Traces that cannot be read.
    public private(set) var unreadableTraces = 0
    /// Calls.
    public private(set) var calls = 0
    /// Findings that are neither suppressed nor known, by severity.
    public private(set) var findings: [Severity: Int] = [:]
    /// Findings that fail the check.
    public private(set) var failingFindings = 0
    /// Findings that the expectations require.
    public private(set) var expectedFindings = 0
    /// Findings that the baseline knows.
    public private(set) var knownFindings = 0
    /// Findings that a suppression covers.
    public private(set) var suppressedFindings = 0
    /// Expectations that are met.
    public private(set) var metExpectations = 0
    /// Expectations that are not.
    public private(set) var failedExpectations = 0
    /// Expectations that are not met and let pass: the trace does not show them, or has nothing that they are about.
    public private(set) var excusedExpectations = 0

    /// Expectations of all kinds.
    public var expectations: Int { metExpectations + failedExpectations + excusedExpectations }

    mutating func count(_ trace: TraceVerdict) {
        if trace.isClean { cleanTraces += 1 } else { failedTraces += 1 }
        if trace.isUnreadable { unreadableTraces += 1 }
        calls += trace.facts?.calls ?? 0
        for found in trace.findings {
            switch found.standing {
            case .new: findings[found.finding.severity, default: 0] += 1
            case .expected: expectedFindings += 1
            case .known: knownFindings += 1
            case .suppressed: suppressedFindings += 1
            }
            if found.fails { failingFindings += 1 }
        }
        for result in trace.expectations {
            if result.fails {
                failedExpectations += 1
            } else if result.state == .met {
                metExpectations += 1
            } else {
                excusedExpectations += 1
            }
        }
    }
}
