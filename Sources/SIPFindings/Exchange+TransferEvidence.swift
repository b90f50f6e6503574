import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

/// What is told of transfers, and what several rules must know of them.
extension Exchange {
    /// The target of the REFER; nil where Refer-To was not there, or not readable.
    func referTarget(of transfer: Transfer) -> PhraseValue? {
        transfer.referTo.isEmpty ? nil : .text(escaped(transfer.referTo))
    }

    /// `192.0.2.2:5060 accepted the REFER to sip:carol@example.com with 202 Accepted`.
    func acceptance(of transfer: Transfer) -> PhraseValue {
        var values: PhraseValues = ["responder": .text(responder(of: transfer.transaction))]
        values["target"] = referTarget(of: transfer)
        guard let response = transfer.response else { return .phrase(Phrase(FindingPhrase.actedOn, values)) }
        values["status"] = .text(statusText(transfer.responseStatus, response))
        return .phrase(Phrase(FindingPhrase.accepted, values))
    }

    /// Whether the transferor hung up before `deadline`: what it would have been told may have gone elsewhere.
    func isHungUp(_ transfer: Transfer, before deadline: Timestamp) -> Bool {
        transfer.transferorByeTime.map { $0 < deadline } ?? false
    }

    /// Whether the transferor put an end to the subscription itself: SUBSCRIBE with `Expires: 0` (RFC 6665 section
    /// 4.1.2.3).
    func isUnsubscribed(_ transfer: Transfer) -> Bool {
        let refer = transactions[transfer.transaction]
        return transactions.contains { subscribe in
            subscribe.method == .subscribe && subscribe.leg == transfer.leg && subscribe.startTime >= transfer.time
                && subscribe.source == refer.source
                && header(.expires, of: subscribe.request).flatMap { Int($0.trimmedBlanks) } == 0
        }
    }

    /// Whether another transfer of the dialog was told of by NOTIFYs without `id` since this REFER: each may be about
    /// either (RFC 3515 section 2.4.6 has every REFER but the first named).
    func mayBeToldElsewhere(_ transfer: Transfer) -> Bool {
        transfers.contains { other in
            other.refer != transfer.refer && other.leg == transfer.leg
                && other.subscription.notifications.contains {
                    $0.time >= transfer.time && eventID(of: $0.message) == nil
                }
        }
    }

    private func eventID(of notify: MessageIndex) -> String? {
        detail(.header(.event), of: notify).flatMap { EventHeader(text.span, $0)?.id }
    }
}

extension String {
    /// Without blanks at either end.
    fileprivate var trimmedBlanks: Substring {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return text
    }
}
