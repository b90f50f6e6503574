import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// Replaces or Join in another request than INVITE, or more than once in an INVITE (RFC 3891 section 3, RFC
    /// 3911 section 4). In a REFER, Replaces belongs into the URI of Refer-To, escaped.
    static let replacesMisplaced = Rule(
        "replaces/misplaced", .error, when: .init(headers: [.replaces, .join])
    ) { exchange, _ in
        let wrong = exchange.newMessages.filter { message in
            let record = exchange.messages[message]
            guard record.isRequest, !record.flags.contains(.laterHop) else { return false }
            let count = exchange.fieldNames(message).count
            return record.method == .invite ? count > 1 : count > 0
        }
        guard let first = wrong.first, let name = exchange.fieldNames(first).first else { return [] }
        let record = exchange.messages[first]

        return [
            Evidence(
                confidence: .proven, messages: wrong,
                message: .init(
                    record.method == .invite ? "repeated" : "",
                    [
                        "sender": exchange.sender(of: first), "method": exchange.requestMethod(of: first),
                        "field": .text(name), "count": .number(exchange.fieldNames(first).count),
                    ]))
        ]
    }
}

extension Exchange {
    /// The names of the header fields Replaces and Join of a message, each as often as it is there.
    fileprivate func fieldNames(_ message: MessageIndex) -> [String] {
        values(of: .replaces, in: message).map { _ in "Replaces" } + values(of: .join, in: message).map { _ in "Join" }
    }
}
