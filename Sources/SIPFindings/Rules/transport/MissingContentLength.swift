import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A message over a stream without Content-Length, which alone tells where it ends (RFC 3261 section 18.3).
    static let missingContentLength = Rule(
        "transport/missing-content-length", .error, when: .init(facts: .anomaly)
    ) { exchange, _ in
        exchange.offenders { exchange.hasAnomaly(.missingContentLength, $0) ? "" : nil }.map { offender in
            let record = exchange.messages[offender.message]
            return Evidence(
                confidence: .proven, messages: [offender.message],
                message: [
                    "sender": "\(exchange.source(of: record))", "message": exchange.messageName(offender.message),
                    "transport": .text(record.transport.name), "times": .number(offender.count, above: 1),
                ])
        }
    }
}
