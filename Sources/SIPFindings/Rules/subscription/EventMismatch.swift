import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A NOTIFY in the dialog of a SUBSCRIBE with another Event, or another `id` of it, than any SUBSCRIBE of the dialog
    /// had (RFC 6665 section 8.2.1: compared byte by byte, and one with `id` never matches one without).
    ///
    /// A SUBSCRIBE before the capture, or one that was lost, may have asked for it.
    static let eventMismatch = Rule(
        "subscription/event-mismatch", .error, when: .init(methods: [.subscribe])
    ) { exchange, context in
        guard !context.hasLoss, !exchange.isPartial else { return [] }
        return exchange.subscriptions.compactMap { stray in
            let asked = exchange.subscriptions.first { !$0.requests.isEmpty && $0.sharesDialog(with: stray) }
            guard stray.requests.isEmpty, let first = stray.notifications.first, let asked,
                let request = asked.requests.first, let told = exchange.header(.event, of: first.message)
            else { return nil }
            let wanted = exchange.header(.event, of: exchange.transactions[request].request) ?? "no Event"
            let count = stray.notificationCount > 1 ? " (\(stray.notificationCount) times)" : ""
            return Evidence(
                confidence: .proven,
                messages: [exchange.transactions[request].request] + stray.notifications.map(\.message),
                message: "\(exchange.sender(of: first.message)) sent a NOTIFY with Event \(escaped(told))\(count), but "
                    + "\(exchange.subscriber(of: asked)) had asked for \(escaped(wanted)), which it does not match")
        }
    }
}
