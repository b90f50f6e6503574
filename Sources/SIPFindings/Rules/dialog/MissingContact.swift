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
        let method = record.method.name
        let name = record.isRequest ? method : "\(exchange.statusText(record.status, first)) for the \(method)"
        // A dialog that is there goes on with the Contact that it has.
        let effect =
            transaction.isInDialog || transaction.request == nil
            ? ", which must always name one"
            : ", so that \(exchange.destination(of: record)) does not know where to send requests in the dialog"
        let count = lacking.count > 1 ? " (\(lacking.count) messages in all)" : ""
        return [
            Evidence(
                confidence: .proven, messages: [transaction.request, first],
                message: "\(exchange.source(of: record)) sent \(name) without Contact\(effect)\(count)")
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
