import SIPDialogs
import SIPParsing
import TraceTypes

/// Figures of a trace as RFC 6076 and ITU-T E.411 and E.425 define them, measured at the capture point.
///
/// All counts are attempts, not messages: a request with its retransmissions and hops, and with its retries after 401,
/// 407, 422, 423, 503 and a followed 3xx, is one. INVITEs inside of dialogs are none. Memory does not grow with the
/// trace.
public struct TraceFigures: Sendable {
    /// Attempts to set up a session.
    public private(set) var calls = CallFigures()
    /// Attempts to register.
    public private(set) var registrations = RegistrationFigures()
    /// The addresses that INVITEs went to.
    public private(set) var peers = PeerTable()
    /// Exchanges with more messages than are kept, whose attempts are not all counted.
    public private(set) var cutExchanges = 0

    /// Nothing counted yet.
    public init() {}

    /// Whether there was no attempt.
    public var isEmpty: Bool { calls.counts.attempts + registrations.counts.attempts == 0 }

    /// Counts an exchange that is over.
    public mutating func add(_ exchange: Exchange, _ timers: TimerValues) {
        guard exchange.kind == .call || exchange.kind == .registration else { return }
        if exchange.messageCount > exchange.messages.count { cutExchanges += 1 }
        guard exchange.kind == .call else {
            return registrations.add(exchange, exchange.attempts(.register, timers))
        }
        let all = exchange.attempts(.invite, timers)
        // What the beginning of a call was is not known where the capture began later; a transfer's INVITE is whole.
        let attempts = exchange.isPartial ? all.filter { $0.root != 0 } : all
        calls.add(exchange, attempts, timers)
        for attempt in attempts where attempt.ending != .undetermined { peers.add(exchange, attempt, timers) }
    }
}
