import SIPDialogs
import SIPFindings

/// Which exchanges a report shows: `status >= 400 and not method = OPTIONS and from ~ "1001"`.
public struct CallFilter: Sendable {
    /// The filter as it was written.
    public let text: String
    private let expression: FilterExpression

    /// Reads a filter.
    public init(_ text: String) throws(FilterError) {
        expression = try FilterParser.parse(text)
        self.text = text
    }

    /// Whether an exchange is to be shown. One that is still open is looked at as far as it got.
    public func matches(_ exchange: Exchange, _ findings: [Finding], _ timers: TimerValues) -> Bool {
        expression.holds(
            for: FilterSubject(
                exchange: exchange, summary: ExchangeSummary(exchange, timers), findings: findings, timers: timers))
    }
}

/// How many exchanges a filter let through.
public struct FilterTally: Sendable, Equatable {
    /// The filter as it was written.
    public let text: String
    /// Calls that were over.
    public private(set) var calls = 0
    /// Of these, the ones that matched.
    public private(set) var shownCalls = 0
    /// Exchanges that are no calls.
    public private(set) var others = 0
    /// Of these, the ones that matched.
    public private(set) var shownOthers = 0

    /// Begins to count.
    public init(_ filter: CallFilter) {
        text = filter.text
    }

    /// Counts an exchange.
    public mutating func count(_ kind: Exchange.Kind, isShown: Bool) {
        if kind == .call {
            calls += 1
            if isShown { shownCalls += 1 }
        } else {
            others += 1
            if isShown { shownOthers += 1 }
        }
    }

    /// Adds what another capture came to.
    public mutating func add(_ other: FilterTally) {
        calls += other.calls
        shownCalls += other.shownCalls
        others += other.others
        shownOthers += other.shownOthers
    }
}
