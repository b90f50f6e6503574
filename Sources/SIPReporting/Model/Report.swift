import SIPCatalog
import SIPDialogs
import SIPFindings

/// An exchange that was judged.
public struct JudgedExchange: Sendable {
    /// The exchange in a line.
    public var summary: ExchangeSummary
    /// What the rules found in it.
    public var findings: [Finding]
    /// The exchange itself, unless the report has no use for its messages.
    public var exchange: Exchange? {
        get { kept?.exchange }
        set { kept = newValue.map(KeptExchange.init) }
    }
    private var kept: KeptExchange?

    /// Whether a report has more to say of it than its line in the list.
    public var isTold: Bool { !findings.isEmpty || summary.isFailure }

    /// Sums up an exchange, without its messages.
    public init(_ exchange: Exchange, _ findings: [Finding], _ timers: TimerValues) {
        summary = ExchangeSummary(exchange, timers)
        self.findings = findings
    }

    /// Sums up an exchange and keeps its messages.
    public init(keeping exchange: Exchange, _ findings: [Finding], _ timers: TimerValues) {
        self.init(exchange, findings, timers)
        kept = KeptExchange(exchange)
    }
}

/// Keeps an exchange out of line: a report's list is sorted and filtered, and most of it has let its messages go.
private final class KeptExchange: Sendable {
    let exchange: Exchange

    init(_ exchange: Exchange) {
        self.exchange = exchange
    }
}

/// All that an analysis found, for a renderer to show.
public struct Report: Sendable {
    /// What became of every frame.
    public var account = CaptureAccount()
    /// How many messages of which kind there were.
    public var counts = MessageCounts()
    /// The exchanges, in the order of their first messages; those that are no calls only where somebody asks for them.
    public var exchanges: [JudgedExchange] = []
    /// The lists of all exchanges, where they were written down as they came about; `exchanges` then has a few of them.
    public var lists: (any ReportLists)?
    private var knownTotals: ReportTotals?
    /// How much there is in the lists.
    public var totals: ReportTotals {
        get { knownTotals ?? exchanges.reduce(into: ReportTotals()) { $0.count($1) } }
        set { knownTotals = newValue }
    }
    /// Exchanges that are no calls, counted by method, outcome and status.
    public var otherExchanges: [String: Int] = [:]
    /// Ratios and lengths of time over all attempts.
    public var figures = TraceFigures()
    /// What the filter let through; nil without one. Exchanges that it left out are neither listed nor counted above.
    public var filter: FilterTally?
    /// The protocol's timers that the verdicts assume.
    public var timers: TimerValues
    /// The language of the texts.
    public var catalog: Catalog

    /// An empty report.
    public init(timers: TimerValues, catalog: Catalog) {
        self.timers = timers
        self.catalog = catalog
    }

    /// The calls.
    public var calls: [JudgedExchange] { exchanges.filter { $0.summary.kind == .call } }
    /// All findings, in the order of the exchanges.
    public var findings: [Finding] { exchanges.flatMap(\.findings) }
}
