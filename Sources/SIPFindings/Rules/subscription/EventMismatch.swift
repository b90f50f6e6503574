import SIPCatalog
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
                let index = asked.requests.first, let told = exchange.header(.event, of: first.message)
            else { return nil }
            let subscribe = exchange.transactions[index]
            let wanted = exchange.header(.event, of: subscribe.request)
            return Evidence(
                confidence: .proven,
                messages: [subscribe.request] + stray.notifications.map(\.message),
                message: [
                    "sender": exchange.sender(of: first.message), "told": .text(escaped(told)),
                    "count": .number(stray.notificationCount, above: 1),
                    "subscriber": .text(exchange.client(of: subscribe)),
                    "asked": wanted.map { .text(escaped($0)) } ?? .choice("none"),
                ])
        }
    }
}
