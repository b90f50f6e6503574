import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A new request with the branch of an earlier one (RFC 3261 section 8.1.1.7: unique across space and time), or the
    /// ACK of a 2xx with the branch of its INVITE, though it is a transaction of its own (section 17.1.1.3).
    ///
    /// CANCEL and the ACK of a failure share the INVITE's branch by design, and a branch without the magic cookie names
    /// nothing.
    static let branchReused = Rule("transaction/branch-reused", .error, when: .init(facts: .irregular)) {
        exchange, _ in
        let reused = exchange.irregularities.filter { exchange.reusesBranch($0) }
        guard let first = reused.first, let message = exchange.record(first.message),
            let earlier = exchange.record(first.other), let transaction = exchange.transaction(of: earlier)
        else { return [] }
        let isAck = first.kind == .acknowledgementReusesBranch
        let own = isAck ? nil : first.transaction.map { exchange.requestMethod(of: exchange.transactions[$0]) }
        let same = reused.filter { exchange.record($0.message)?.source == message.source }.count - 1
        return [
            Evidence(
                confidence: .proven, messages: [first.other, first.message],
                message: [
                    "client": "\(exchange.source(of: message))", "method": own ?? .text(message.method.name),
                    "number": "\(message.cseq)", "earlier": exchange.requestMethod(of: transaction),
                    "earlier-number": "\(earlier.cseq)", "elapsed": .duration(message.time - earlier.time),
                    "more": .number(same, above: 0),
                ])
        ]
    }
}

extension Exchange {
    fileprivate func reusesBranch(_ irregularity: Irregularity) -> Bool {
        guard let message = record(irregularity.message), let earlier = record(irregularity.other),
            message.time >= earlier.time, hasBranch(irregularity.message), hasBranch(irregularity.other)
        else { return false }
        switch irregularity.kind {
        case .branchReused: return true
        // An ACK whose tags fit no answer may be that of a failure before it.
        case .acknowledgementReusesBranch: return message.dialog != nil
        default: return false
        }
    }

    /// Whether a message's topmost Via has a branch with the magic cookie.
    private func hasBranch(_ message: MessageIndex?) -> Bool {
        let broken: [Anomaly.Kind] = [.missingVia, .badVia, .missingBranch, .emptyBranch, .branchWithoutCookie]
        return record(message) != nil && broken.allSatisfy { detail(.anomaly($0), of: message) == nil }
    }
}
