import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A provisional response other than 100 to a request that is no INVITE (RFC 4320 section 4.1): such requests are
    /// answered at once or not at all.
    static let provisionalToOther = Rule(
        "transaction/provisional-to-non-invite", .error, when: .init(facts: .provisionalToOther)
    ) { exchange, _ in
        exchange.nonInviteResponses { record, _ in
            (101...199).contains(record.status)
        }
    }

    /// A 100 to a request that is no INVITE over UDP, sooner than the client has slowed its retransmissions down to T2
    /// (RFC 4320 section 4.1): it adds to the load and helps nobody.
    ///
    /// What looks early may be late: a request that was first sent before the capture began. So its beginning must be in
    /// the capture, which it is where T2 before it nothing of it passed.
    static let earlyTrying = Rule("transaction/early-trying", .info, when: .init(facts: .provisionalToOther)) {
        exchange, context in
        guard !context.hasLoss else { return [] }
        let delay = context.timers.untilSlowest
        return exchange.nonInviteResponses { record, transaction in
            record.status == 100 && record.transport == .udp && transaction.request != nil
                && transaction.startTime - context.captureStart >= context.timers.t2
                && record.time >= transaction.startTime && record.time - transaction.startTime < delay
        } values: { record, transaction in
            ["elapsed": .duration(record.time - transaction.startTime), "delay": .duration(delay)]
        }
    }

    /// A 408 to a request that is no INVITE (RFC 4320 section 4.2): it comes too late for the client, whose own timer has
    /// run out by then.
    ///
    /// A REFER that fails by it is told as such.
    static let timeoutToOther = Rule("transaction/timeout-to-non-invite", .warning, when: .init(facts: .failure)) {
        exchange, _ in
        exchange.nonInviteResponses { record, _ in
            record.status == 408 && record.method != .refer
        } values: { record, transaction in
            let after = record.time - transaction.startTime
            return transaction.request == nil || after < .zero ? [:] : ["elapsed": .duration(after)]
        }
    }
}

extension Exchange {
    /// What is wrong with the responses to other requests than INVITE, those of later hops left out; of the first one,
    /// the values that the rule's text has besides.
    fileprivate func nonInviteResponses(
        where isWrong: (MessageRecord, Transaction) -> Bool,
        values: (MessageRecord, Transaction) -> PhraseValues = { _, _ in [:] }
    ) -> [Evidence] {
        let wrong = newMessages.filter { index in
            let record = messages[index]
            guard !record.isRequest, record.status > 0, record.method != .invite, record.method != .ack,
                let transaction = transaction(of: record), transaction.primary == nil,
                transaction.method != .other || transaction.request != nil
            else { return false }
            return isWrong(record, transaction)
        }
        guard let first = wrong.first, let transaction = transaction(of: messages[first]) else { return [] }
        var told = values(messages[first], transaction)
        told["server"] = .text(server(of: transaction))
        told["client"] = .text(client(of: transaction))
        told["status"] = .text(statusText(messages[first].status, first))
        told["method"] = requestMethod(of: transaction)
        told["more"] = .number(wrong.count - 1, above: 0)
        return [
            Evidence(
                confidence: .proven, messages: [transaction.request, first], message: .init("", told))
        ]
    }
}

extension TimerValues {
    /// How long it takes until Timer E is set to T2 (RFC 4320 section 4.1): 3.5 s with the usual values.
    fileprivate var untilSlowest: TimeSpan {
        var (sum, interval) = (t1, t1 * 2)
        while interval > .zero, interval < t2 {
            sum = TimeSpan(nanoseconds: sum.nanoseconds &+ interval.nanoseconds)
            interval = interval * 2
        }
        return sum
    }
}
