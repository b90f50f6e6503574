import SIPDialogs
import SIPReporting

extension JudgedExchange {
    /// What people call it: `call 1: alice → bob`, `registration 2: alice`, `request 3: OPTIONS alice → bob`; no line end,
    /// nothing that steers a terminal.
    func title(_ timers: TimerValues) -> String { "\(summary.kind.rawValue) \(summary.id): \(parties(timers))" }

    /// Who takes part in it: the users of their URIs, or their addresses where those are missing or the same.
    func parties(_ timers: TimerValues) -> String {
        let both = "\(CallNames.name(summary.from)) → \(CallNames.name(summary.to))"
        return switch summary.kind {
        case .call: exchange.map { Story($0, timers).names.text } ?? both
        case .registration: CallNames.name(summary.to)
        case .subscription: both
        case .request: "\(summary.methodName) \(both)"
        }
    }
}
