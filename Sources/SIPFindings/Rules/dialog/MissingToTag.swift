import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A response above 100 whose To has no tag: whoever answers adds one (RFC 3261 section 8.2.6.2). Without it no dialog
    /// can be made, and the answers of a fork cannot be told apart.
    static let missingToTag = Rule("dialog/missing-to-tag", .error) { exchange, _ in
        let lacking = exchange.messages.indices.filter {
            let record = exchange.messages[$0]
            return record.status > 100 && !record.isRequest && !record.flags.contains(.hasToTag)
                && exchange.isWhole(record) && exchange.detail(.anomaly(.missingTo), of: $0) == nil
                && exchange.transaction(of: record)?.primary == nil
        }
        guard let first = lacking.first, let transaction = exchange.transaction(of: exchange.messages[first]) else {
            return []
        }
        let record = exchange.messages[first]
        return [
            Evidence(
                confidence: .proven, severity: record.method == .invite && record.status < 300 ? nil : .warning,
                messages: [transaction.request, first],
                message: [
                    "sender": "\(exchange.source(of: record))", "method": exchange.requestMethod(of: record),
                    "client": .text(exchange.client(of: transaction)),
                    "status": .text(exchange.statusText(record.status, first)),
                    "count": .number(lacking.count, above: 1),
                ])
        ]
    }
}
