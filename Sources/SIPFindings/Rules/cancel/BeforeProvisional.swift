import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A CANCEL before any response to its INVITE (RFC 3261 section 9.1): it may overtake the INVITE, and then cancels
    /// nothing.
    static let cancelBeforeProvisional = Rule("cancel/before-provisional", .error, when: .init(methods: [.cancel])) {
        exchange, context in
        guard !context.hasLoss else { return [] }
        return exchange.requests(.invite).compactMap { index in
            let transaction = exchange.transactions[index]
            guard let cancelled = transaction.cancelTime, exchange.isBothWays(transaction, context),
                !exchange.messages.contains(where: {
                    Int($0.transaction) == index && !$0.isRequest && $0.time <= cancelled
                })
            else { return nil }
            return Evidence(
                confidence: .observed, messages: [transaction.request, transaction.cancel],
                message:
                    "\(exchange.client(of: transaction)) sent CANCEL \(cancelled - transaction.startTime) after the "
                    + "INVITE, before any response to it had come")
        }
    }
}
