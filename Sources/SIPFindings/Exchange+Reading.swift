import SIPDialogs
import SIPParsing
import TraceTypes

/// What rules ask of an exchange again and again.
extension Exchange {
    /// Whether a message is known to have a header field.
    func has(_ name: HeaderName, _ message: MessageIndex?) -> Bool {
        record(message)?.headers.contains(name) ?? false
    }

    /// Whether a message is known to lack a header field: it was captured and kept whole. A repeated message says
    /// nothing.
    func lacks(_ name: HeaderName, _ message: MessageIndex?) -> Bool {
        guard let record = record(message), isWhole(record) else { return false }
        return !record.headers.contains(name)
    }

    /// Whether a message was captured and kept whole, and is no repeat.
    func isWhole(_ record: MessageRecord) -> Bool {
        !record.isRepeat && record.flags.isDisjoint(with: [.truncated, .incomplete])
    }

    /// The record of a message.
    func record(_ message: MessageIndex?) -> MessageRecord? {
        message.flatMap { messages.indices.contains($0) ? messages[$0] : nil }
    }

    /// The transaction of a message.
    func transaction(of message: MessageRecord) -> Transaction? {
        let index = Int(message.transaction)
        return transactions.indices.contains(index) ? transactions[index] : nil
    }

    /// The number that a header field has as its value, as of Expires or RSeq.
    func number(_ name: HeaderName, of message: MessageIndex?) -> UInt32? {
        detail(.header(name), of: message).flatMap { HeaderNumber.parse(text.span, $0) }
    }

    /// The option tags of all header fields of a name, as of Require, in lower case.
    func optionTags(_ name: HeaderName, of message: MessageIndex?) -> [String] {
        values(of: name, in: message).flatMap { OptionTags(text.span, $0)?.tags.map { $0.lowercased() } ?? [] }
    }

    /// The transactions of a method as they were first seen, their requests kept, in order.
    func requests(_ method: SIPParsing.Method) -> [TransactionIndex] {
        transactions.indices.filter {
            transactions[$0].method == method && transactions[$0].primary == nil && transactions[$0].request != nil
        }
    }

    /// Messages that tell something new: no copies and no repeats, in order.
    var newMessages: [MessageIndex] {
        messages.indices.filter { !messages[$0].isRepeat }
    }

    /// Whether the capture shows the exchange until then without a loss, so that what was not seen by then did not
    /// happen where it was captured.
    func isShown(until deadline: Timestamp, _ context: RuleContext) -> Bool {
        !context.hasLoss && !isEvicted && observedUntil >= deadline
    }

    /// Whether SIP was seen to come back from the server of a transaction to its client.
    func isBothWays(_ transaction: Transaction, _ context: RuleContext) -> Bool {
        let client = endpoints[Int(transaction.source)].address
        let server = endpoints[Int(transaction.destination)].address
        return context.directions.contains(from: server, to: client)
    }
}
