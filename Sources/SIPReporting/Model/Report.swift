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
    public var exchange: Exchange? { kept?.exchange }
    private let kept: KeptExchange?

    /// Sums up an exchange; its messages are kept when `isKept`.
    public init(_ exchange: Exchange, _ findings: [Finding], _ timers: TimerValues, isKept: Bool) {
        summary = ExchangeSummary(exchange, timers)
        self.findings = findings
        kept = isKept ? KeptExchange(exchange) : nil
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
    /// Exchanges that are no calls, counted by method, outcome and status.
    public var otherExchanges: [String: Int] = [:]
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
