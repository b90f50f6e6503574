import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A request in a dialog whose CSeq number is not above that of its sender's request before it (RFC 3261 section
    /// 12.2.1.1); the receiver rejects a lower one with 500 (section 12.2.2).
    ///
    /// The same request to another server, or on another connection, is no new one. Over UDP, a request whose first
    /// sending was lost before the capture point passes late: a number that was left out until then counts only after
    /// 64*T1.
    static let sequenceNotIncreased = Rule("dialog/sequence-not-increased", .error, when: .init(facts: .irregular)) {
        exchange, context in
        let cases = exchange.irregularities.filter { exchange.isOutOfSequence($0, context.timers) }
        guard let first = cases.first, let message = exchange.record(first.message),
            let earlier = exchange.record(first.other)
        else { return [] }
        return [
            Evidence(
                confidence: .observed, messages: [first.other, first.message],
                message: [
                    "sender": "\(exchange.source(of: message))", "method": exchange.requestMethod(of: message),
                    "cseq": "\(message.cseq)", "earlier-method": exchange.requestMethod(of: earlier),
                    "elapsed": .duration(message.time - earlier.time), "earlier-cseq": "\(earlier.cseq)",
                    "status": first.transaction.flatMap { exchange.answerText(of: exchange.transactions[$0]) },
                    "count": .number(cases.count, above: 1),
                ])
        ]
    }
}

extension Exchange {
    fileprivate func isOutOfSequence(_ irregularity: Irregularity, _ timers: TimerValues) -> Bool {
        guard irregularity.kind == .sequenceNotIncreased, let message = record(irregularity.message),
            let earlier = record(irregularity.other)
        else { return false }
        let interval = message.time - earlier.time
        if message.cseq == earlier.cseq {
            // The same request anew: the client turned to another server, or to another connection.
            let isFailover =
                message.destination != earlier.destination || message.transport.isReliable
                || message.transport != earlier.transport
            return message.method != earlier.method || !isFailover && interval >= timers.t1
        }
        let isLate = message.transport == .udp && !isTaken(message, irregularity.transaction)
        return interval >= (isLate ? timers.transactionTimeout : timers.t1)
    }

    /// Whether a number cannot be that of a request which was sent in its turn: another one has it, or the INVITE that
    /// made the dialog began above it.
    private func isTaken(_ message: MessageRecord, _ index: TransactionIndex?) -> Bool {
        guard let index else { return false }
        let own = transactions[index]
        return transactions.indices.contains {
            let other = transactions[$0]
            guard $0 != index, $0 < index, other.leg == own.leg, other.fromTag == own.fromTag, other.primary == nil,
                other.method != .cancel, other.request != nil
            else { return false }
            return other.cseq == own.cseq && other.toTag == own.toTag || other.isInitialInvite && other.cseq >= own.cseq
        }
    }
}
