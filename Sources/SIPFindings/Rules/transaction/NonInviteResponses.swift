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
        } wording: { record, _ in
            "which only an INVITE may get"
        }
    }

    /// A 100 to a request that is no INVITE over UDP, sooner than the client has slowed its retransmissions down to T2
    /// (RFC 4320 section 4.1): it adds to the load and helps nobody.
    static let earlyTrying = Rule("transaction/early-100", .info, when: .init(facts: .provisionalToOther)) {
        exchange, context in
        let delay = context.timers.t1 * 7
        return exchange.nonInviteResponses { record, transaction in
            record.status == 100 && record.transport == .udp && transaction.request != nil
                && record.time - transaction.startTime < delay
        } wording: { record, transaction in
            "\(record.time - transaction.startTime) after it; over UDP none may be sent in the first \(delay)"
        }
    }

    /// A 408 to a request that is no INVITE (RFC 4320 section 4.2): it comes too late for the client, whose own timer has
    /// run out by then.
    static let timeoutToOther = Rule("transaction/408-to-non-invite", .warning, when: .init(facts: .failure)) {
        exchange, _ in
        exchange.nonInviteResponses { record, _ in
            record.status == 408
        } wording: { record, transaction in
            "\(record.time - transaction.startTime) after it, when the client's own timer has run out or is about to"
        }
    }
}

extension Exchange {
    /// What is wrong with the responses to other requests than INVITE, those of later hops left out.
    fileprivate func nonInviteResponses(
        where isWrong: (MessageRecord, Transaction) -> Bool, wording: (MessageRecord, Transaction) -> String
    ) -> [Evidence] {
        let wrong = newMessages.filter { index in
            let record = messages[index]
            guard !record.isRequest, record.status > 0, record.method != .invite, record.method != .ack,
                let transaction = transaction(of: record), transaction.primary == nil
            else { return false }
            return isWrong(record, transaction)
        }
        guard let first = wrong.first, let transaction = transaction(of: messages[first]) else { return [] }
        let more = wrong.count > 1 ? "; \(wrong.count - 1) more such responses follow" : ""
        return [
            Evidence(
                confidence: .proven, messages: [transaction.request, first],
                message: "\(server(of: transaction)) sent \(statusText(messages[first].status, first)) for the "
                    + "\(transaction.method.name) of \(client(of: transaction)), "
                    + wording(messages[first], transaction) + more)
        ]
    }
}
