import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A CANCEL before any response to its INVITE (RFC 3261 section 9.1): it may overtake the INVITE, and then cancels
    /// nothing.
    ///
    /// A response that passes within a few milliseconds after the CANCEL may be one that the capture put behind it.
    static let cancelBeforeProvisional = Rule("cancel/before-provisional", .error, when: .init(methods: [.cancel])) {
        exchange, context in
        exchange.cancelled { invite, _ in
            guard let time = invite.cancelTime, exchange.isBothWays(invite, context),
                exchange.isShown(until: time + Self.disorder, context),
                !exchange.hadResponse(invite, before: time + Self.disorder)
            else { return nil }
            return Evidence(
                confidence: .observed, messages: [invite.request, invite.cancel],
                message: [
                    "client": .text(exchange.client(of: invite)), "elapsed": .duration(time - invite.startTime),
                ])
        }
    }

    /// How far captures of several interfaces mix up the order of what passes.
    private static let disorder = TimeSpan.milliseconds(5)
}
