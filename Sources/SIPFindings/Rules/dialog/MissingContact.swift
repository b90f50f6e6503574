import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An INVITE, a 2xx to one, a SUBSCRIBE or a REFER without Contact: the other side does not learn where to send its
    /// own requests in the dialog (RFC 3261 sections 8.1.1.8 and 12.1.1).
    static let missingContact = Rule(
        "dialog/missing-contact", .error, when: .init(methods: [.invite, .subscribe, .refer])
    ) { exchange, _ in
        let lacking = exchange.newMessages.filter { exchange.owesContact($0) && exchange.lacks(.contact, $0) }
        guard let first = lacking.first, let transaction = exchange.transaction(of: exchange.messages[first]) else {
            return []
        }
        let record = exchange.messages[first]
        let name = record.isRequest ? record.method.name : exchange.statusText(record.status, first)
        let more = lacking.count > 1 ? "; \(lacking.count - 1) more of its messages lack it" : ""
        return [
            Evidence(
                confidence: .proven, messages: [transaction.request, first],
                message: "\(exchange.source(of: record)) sent \(name)"
                    + (record.isRequest ? "" : " for the \(record.method.name)") + " without Contact, so that "
                    + "\(exchange.destination(of: record)) does not know where to send requests in the dialog\(more)")
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
