import SIPDialogs
import SIPFindings
import SIPReporting

/// Exchanges that are over in, the report's list out: what of them is kept.
struct Judge: Sendable {
    /// The list, in the order in which exchanges ended, until it is sorted.
    private(set) var exchanges: [JudgedExchange] = []
    /// Exchanges that are no calls, counted by method, outcome and status.
    private(set) var otherExchanges: [String: Int] = [:]
    /// Figures of all exchanges, whatever is kept of them.
    private(set) var figures = TraceFigures()

    /// How much there is in the report's lists.
    private(set) var totals = ReportTotals()
    /// The lists, where they are written down as they come about.
    private(set) var lists: SpooledLists?

    /// What the filter let through; nil without one.
    private(set) var tally: FilterTally?

    private let options: AnalysisOptions
    private var keptWithFindings = 0
    private var keptFailures = 0

    init(_ options: AnalysisOptions) {
        self.options = options
        lists = options.lists.map { SpooledLists($0, options.catalog, options.timers) }
        tally = options.filter.map(FilterTally.init)
    }

    /// Judges an exchange, and keeps of it what the report has a use for.
    mutating func judge(_ exchange: Exchange, _ context: RuleContext) {
        let findings = Rule.findings(in: exchange, context)
        if admits(exchange, findings) { keep(exchange, findings) }
    }

    /// Whether the filter lets an exchange through that is over, or did so while it was open; to be asked once of each.
    mutating func admits(_ exchange: Exchange, _ findings: [Finding], wasShown: Bool = false) -> Bool {
        guard let filter = options.filter else { return true }
        let isShown = wasShown || filter.matches(exchange, findings, options.timers)
        tally?.count(exchange.kind, isShown: isShown)
        return isShown
    }

    /// Puts the list into the order in which the exchanges began.
    mutating func sort() {
        exchanges.sort { $0.summary.id < $1.summary.id }
    }

    /// Keeps what the report has a use for.
    mutating func keep(_ exchange: Exchange, _ findings: [Finding]) {
        figures.add(exchange, options.timers)
        if case .none = options.retention { return }
        var judged = JudgedExchange(exchange, findings, options.timers)
        let isCall = exchange.kind == .call
        if !isCall { otherExchanges[judged.summary.countedAs, default: 0] += 1 }
        let isKept = isKept(judged, exchange)
        guard isCall || isKept || !findings.isEmpty else { return }
        if isKept { judged.exchange = exchange }
        totals.count(judged)
        guard lists != nil else { return exchanges.append(judged) }
        lists?.add(judged)
        if case .text = options.lists, judged.isTold, isKept { exchanges.append(judged) }
    }

    /// Whether the report has a use for the messages. Calls with findings, and calls that failed without, do not take
    /// each other's room.
    private mutating func isKept(_ judged: JudgedExchange, _ exchange: Exchange) -> Bool {
        switch options.retention {
        case .all: return true
        case .none: return false
        case .matching(let matches):
            return matches(exchange.id, exchange.legs.map { exchange.string($0.callID) })
        case .told(let limit):
            guard judged.isTold else { return false }
            let hasFindings = !judged.findings.isEmpty
            let count = hasFindings ? keptWithFindings : keptFailures
            guard count < limit else { return false }
            if hasFindings { keptWithFindings += 1 } else { keptFailures += 1 }
            return true
        }
    }
}
