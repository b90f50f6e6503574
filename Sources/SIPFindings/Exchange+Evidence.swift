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

    /// Where a transaction's request came from.
    func client(of transaction: Transaction) -> String {
        "\(endpoints[Int(transaction.source)])"
    }

    /// The Request-URI of a transaction's request.
    func target(of transaction: Transaction) -> String {
        detail(.requestURI, of: transaction.request).map { escaped(string($0)) } ?? server(of: transaction)
    }

    /// When a message passed.
    func time(of message: MessageIndex?) -> Timestamp? {
        message.flatMap { messages.indices.contains($0) ? messages[$0].time : nil }
    }

    /// The frame of a message, as a person would refer to it.
    func frame(_ message: MessageIndex?) -> String {
        message.flatMap { messages.indices.contains($0) ? "frame \(messages[$0].frame.rawValue)" : nil } ?? "a frame"
    }

    /// The initial INVITEs of a leg as they were first seen, in order.
    func rounds(ofLeg leg: Int) -> [TransactionIndex] {
        transactions.indices.filter {
            transactions[$0].leg == leg && transactions[$0].isInitialInvite && transactions[$0].primary == nil
        }
    }
}
