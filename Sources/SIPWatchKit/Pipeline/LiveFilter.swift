import SIPDialogs
import SIPFindings
import SIPReporting

/// Which open exchanges are shown: those that have matched once, whatever comes of them.
struct LiveFilter {
    private let filter: CallFilter
    private let timers: TimerValues
    /// The open exchanges that have matched, by id.
    private var shown: Set<Int> = []

    init(_ filter: CallFilter, _ timers: TimerValues) {
        self.filter = filter
        self.timers = timers
    }

    /// Whether an open exchange matches, or has matched before.
    mutating func admits(_ exchange: Exchange, _ findings: [Finding]) -> Bool {
        if shown.contains(exchange.id) { return true }
        guard filter.matches(exchange, findings, timers) else { return false }
        shown.insert(exchange.id)
        return true
    }

    /// Whether an exchange that is over has been shown; it is asked for once.
    mutating func forget(_ exchange: Exchange) -> Bool {
        shown.remove(exchange.id) != nil
    }
}
