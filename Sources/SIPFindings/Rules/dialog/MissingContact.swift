import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An INVITE, a 2xx to one, a SUBSCRIBE or a REFER without Contact: the other side does not learn where to send its
    /// own requests in the dialog (RFC 3261 sections 8.1.1.8 and 12.1.1, RFC 3515 section 2).
    static let missingContact = Rule(
        "dialog/missing-contact", .error, when: .init(methods: [.invite, .subscribe, .refer])
    ) { exchange, _ in
        let lacking = exchange.messages.indices.filter { exchange.lacks(.contact, $0) && exchange.owesContact($0) }
        guard let first = lacking.first, let transaction = exchange.transaction(of: exchange.messages[first]) else {
            return []
        }
        let record = exchange.messages[first]
        // A dialog that is there goes on with the Contact that it has.
        let isKnown = transaction.isInDialog || transaction.request == nil
        return [
            Evidence(
                confidence: .proven, messages: [transaction.request, first],
                message: [
                    "sender": "\(exchange.source(of: record))",
                    "status": record.isRequest ? nil : .text(exchange.statusText(record.status, first)),
                    "method": .text(record.method.name), "dialog": .choice(isKnown ? "known" : "new"),
                    "receiver": "\(exchange.destination(of: record))", "count": .number(lacking.count, above: 1),
                ])
        ]
    }
}

extension Exchange {
    fileprivate func owesContact(_ index: MessageIndex) -> Bool {
        let record = messages[index]
        guard transaction(of: record)?.primary == nil else { return false }
        switch record.method {
        case .invite: return record.isRequest || (200...299).contains(record.status)
        case .subscribe, .refer: return record.isRequest
        default: return false
        }
    }
}
