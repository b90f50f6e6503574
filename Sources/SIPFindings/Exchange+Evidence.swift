import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

/// Words for what rules saw.
extension Exchange {
    /// `603 Decline`: the status and its phrase as received, or the status alone.
    func statusText(_ status: UInt16, _ message: MessageIndex?) -> String {
        let phrase = detail(.reasonPhrase, of: message).map { escaped(string($0)) } ?? ""
        return phrase.isEmpty ? "\(status)" : "\(status) \(phrase)"
    }

    /// Where a transaction's request went.
    func server(of transaction: Transaction) -> String {
        "\(endpoints[Int(transaction.destination)])"
    }

    /// Who gave a transaction's final response: of the hops that it passed, the one nearest to the callee.
    func responder(of index: TransactionIndex) -> String {
        let status = transactions[index].finalStatus
        let origin = hops(of: index).filter { transactions[$0].finalStatus == status }
            .max { transactions[$0].viaCount < transactions[$1].viaCount }
        return server(of: transactions[origin ?? index])
    }

    /// Where a transaction's request came from.
    func client(of transaction: Transaction) -> String {
        "\(endpoints[Int(transaction.source)])"
    }

    /// The Request-URI of a transaction's request.
    func target(of transaction: Transaction) -> String {
        detail(.requestURI, of: transaction.request).map { escaped(string($0)) } ?? server(of: transaction)
    }
}

/// Values for the texts of findings.
extension Exchange {
    /// The method of a transaction's request as it was sent; the choice `unknown` where that was not seen.
    func requestMethod(of transaction: Transaction) -> PhraseValue {
        guard transaction.method == .other else { return .text(transaction.method.name) }
        return detail(.methodName, of: transaction.request).map { .text(escaped(string($0))) } ?? .choice("unknown")
    }

    /// `INVITE`, or `180 to INVITE`.
    func messageName(_ message: MessageIndex) -> PhraseValue {
        let record = messages[message]
        if record.isRequest { return .text(record.method.name) }
        let values: PhraseValues = ["status": "\(record.status)", "method": .text(record.method.name)]
        return .phrase(Phrase(FindingPhrase.response, values))
    }

    /// The method of a request, or of the request that a response is to; the choice `unknown` where it was not seen.
    func requestMethod(of record: MessageRecord) -> PhraseValue {
        guard record.method == .other else { return .text(record.method.name) }
        return transaction(of: record).map { requestMethod(of: $0) } ?? .choice("unknown")
    }

    /// The same of a message by its place.
    func requestMethod(of message: MessageIndex) -> PhraseValue {
        record(message).map { requestMethod(of: $0) } ?? .choice("unknown")
    }

    /// The status and phrase of a transaction's final response; nil where there was none.
    func answerText(of transaction: Transaction) -> PhraseValue? {
        transaction.finalStatus > 0 ? .text(statusText(transaction.finalStatus, transaction.final)) : nil
    }
}

extension PhraseValue {
    /// A number that is told only where it is above another; else nil, which leaves out the segment that tells it.
    static func number(_ number: Int, above limit: Int) -> PhraseValue? {
        number > limit ? .number(number) : nil
    }
}

/// Finding one's way among transactions.
extension Exchange {
    /// The transactions of one request on all hops where it was seen.
    func hops(of index: TransactionIndex) -> [TransactionIndex] {
        let first = transactions[index].primary ?? index
        return transactions.indices.filter { $0 == first || transactions[$0].primary == first }
    }

    /// The initial INVITEs of a leg as they were first seen, in order.
    func rounds(ofLeg leg: Int) -> [TransactionIndex] {
        transactions.indices.filter {
            transactions[$0].leg == leg && transactions[$0].isInitialInvite && transactions[$0].primary == nil
        }
    }

    /// The leg from which redirects led to this one.
    func redirectedFrom(leg: Int) -> Int {
        var root = leg
        for _ in legs.indices {
            guard legs.indices.contains(root), case .redirect(let index) = legs[root].origin,
                redirects.indices.contains(index)
            else { break }
            root = transactions[redirects[index].transaction].leg
        }
        return root
    }

    /// The values of a kept header field, which may stand in several lines.
    func values(of name: HeaderName, in message: MessageIndex?) -> [ByteRange] {
        guard let message, messages.indices.contains(message) else { return [] }
        return messages[message].details.map { details[Int($0)] }
            .filter { $0.kind == .header(name) }.map(\.text)
    }
}
