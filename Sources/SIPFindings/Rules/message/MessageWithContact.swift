import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A MESSAGE, or a 2xx to it, with a Contact header field, or a 2xx to it with a body: MESSAGE makes no dialog, so
    /// there is nothing that Contact could be for (RFC 3428 sections 4 and 7).
    static let messageWithContact = Rule("message/with-contact", .error, when: .init(methods: [.message])) {
        exchange, _ in
        let offending = exchange.newMessages.compactMap { index in
            exchange.surplus(of: index).map { (index: index, surplus: $0) }
        }
        guard let first = offending.first else { return [] }
        let record = exchange.messages[first.index]

        return [
            Evidence(
                confidence: .proven, messages: offending.prefix(3).map(\.index),
                message: [
                    "sender": exchange.sender(of: first.index), "status": record.isRequest ? nil : "\(record.status)",
                    "surplus": .choice(first.surplus), "count": .number(offending.count, above: 1),
                ])
        ]
    }
}

extension Exchange {
    /// What a MESSAGE or a 2xx to it has and must not have, on the hop where it was first seen, as a case of the rule's
    /// text.
    fileprivate func surplus(of index: MessageIndex) -> String? {
        let record = messages[index]
        guard record.method == .message, transaction(of: record)?.primary == nil else { return nil }
        if record.isRequest { return has(.contact, index) ? "contact" : nil }
        guard (200...299).contains(record.status) else { return nil }
        if has(.contact, index) { return "contact" }
        return hasBody(record) ? "body" : nil
    }

    private func hasBody(_ record: MessageRecord) -> Bool {
        record.details.contains { place in
            switch details[Int(place)].kind {
            case .body, .omittedBody, .sessionDescription, .sipfrag: true
            default: false
            }
        }
    }
}
