import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A NOTIFY of a transfer without Event, without Subscription-State (RFC 6665 section 4.2.2) or without a body (RFC
    /// 3515 section 2.4.4).
    ///
    /// A body that is missing where the subscription ends without a result is told of as a missing final NOTIFY.
    static let transferIncompleteNotify = Rule(
        "transfer/incomplete-notify", .error, when: .init(methods: [.refer])
    ) { exchange, _ in
        exchange.transfers.compactMap { transfer in
            let notifications = transfer.subscription.notifications
            let headless = notifications.filter { exchange.lackingFields(of: $0.message) != nil }
            if let first = headless.first, let names = exchange.lackingFields(of: first.message) {
                return Evidence(
                    confidence: .proven, messages: [transfer.refer] + headless.map(\.message),
                    message: [
                        "sender": exchange.sender(of: first.message), "lacking": names,
                        "after": .duration(first.time - transfer.time),
                        "target": exchange.referTarget(of: transfer),
                    ])
            }
            let empty = notifications.filter {
                exchange.isBodiless($0.message) && ($0.state != .terminated || transfer.reported != nil)
            }
            guard let first = empty.first else { return nil }
            var values: PhraseValues = ["sender": exchange.sender(of: first.message)]
            values["target"] = exchange.referTarget(of: transfer)
            return Evidence(
                confidence: .proven, severity: .warning, messages: [transfer.refer] + empty.map(\.message),
                message: .init("body", values))
        }
    }
}

extension Exchange {
    /// Those of Event and Subscription-State that a NOTIFY lacks; nil where it lacks neither.
    func lackingFields(of notify: MessageIndex) -> PhraseValue? {
        names([.event, .subscriptionState], lackingIn: notify)
    }

    /// Whether a message is known to have no body.
    fileprivate func isBodiless(_ message: MessageIndex) -> Bool {
        guard let record = record(message), isWhole(record) else { return false }
        return record.details.allSatisfy { place in
            switch details[Int(place)].kind {
            case .sipfrag, .body, .omittedBody, .sessionDescription: false
            default: true
            }
        }
    }

    /// Who sent a message.
    func sender(of message: MessageIndex) -> PhraseValue {
        "\(source(of: messages[message]))"
    }
}
