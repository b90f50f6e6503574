import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A NOTIFY of a transfer whose body is no message/sipfrag, or one that does not begin with a status line (RFC 3515
    /// section 2.4.5). A body that the capture cut says nothing, and neither does one that is encoded.
    static let badSipfrag = Rule("transfer/bad-sipfrag", .error, when: .init(methods: [.refer])) { exchange, _ in
        exchange.transfers.compactMap { transfer in
            let bad = transfer.subscription.notifications.filter { exchange.sipfragFault($0) != nil }
            guard let first = bad.first, let fault = exchange.sipfragFault(first) else { return nil }
            return Evidence(
                confidence: .proven, messages: [transfer.refer] + bad.map(\.message),
                message: [
                    "sender": exchange.sender(of: first.message), "target": exchange.referTarget(of: transfer),
                    "fault": .choice(fault.name), "found": fault.found, "count": .number(bad.count, above: 1),
                ])
        }
    }
}

extension Exchange {
    /// What is wrong with the body of a NOTIFY, if anything, as a case of the rule's text, and what was found instead.
    func sipfragFault(_ notification: Subscription.Notification) -> (name: String, found: PhraseValue?)? {
        guard notification.sipfragStatus == nil, let record = record(notification.message), isWhole(record),
            !record.headers.contains(.contentEncoding)
        else { return nil }
        if let body = detail(.sipfrag, of: notification.message) {
            let line = string(body).prefix { !$0.isNewline }.prefix(40)
            return line.isEmpty ? ("empty", nil) : ("line", .text(escaped(String(line))))
        }
        guard detail(.body, of: notification.message) != nil,
            let type = header(.contentType, of: notification.message)
        else { return nil }
        return ("type", .text(escaped(type)))
    }
}
