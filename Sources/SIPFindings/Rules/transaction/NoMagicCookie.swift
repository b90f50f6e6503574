import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// Requests whose topmost Via has no branch that begins with `z9hG4bK` (RFC 3261 section 8.1.1.7): their sender is
    /// older than RFC 3261, or a proxy that rewrites branches, and transactions must be told apart the old way.
    static let noMagicCookie = Rule("transaction/no-magic-cookie", .warning, when: .init(facts: .anomaly)) {
        exchange, _ in
        exchange.offenders { message in
            guard exchange.messages[message].isRequest, exchange.messages[message].method != .ack else { return nil }
            if exchange.hasAnomaly(.branchWithoutCookie, message) { return "prefix" }
            return exchange.hasAnomaly(.missingBranch, message) ? "branch" : nil
        }.map { offender in
            Evidence(
                confidence: .proven, messages: [offender.message],
                message: [
                    "client": "\(exchange.source(of: exchange.messages[offender.message]))",
                    "message": exchange.messageName(offender.message), "lack": .choice(offender.what),
                    "times": .number(offender.count, above: 1),
                ])
        }
    }
}
