import SIPCatalog
import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// An answer whose media lines are not those of the offer, one for each and in the same order (RFC 3264 section 6): a
    /// medium that is not wanted is refused with port 0, not left out.
    static let mediaMismatch = Rule("offer/media-mismatch", .error, when: .init(facts: .session)) { exchange, _ in
        for dialog in exchange.dialogs where exchange.isSeenFromInvite(dialog) {
            for pair in exchange.answeredOffers(in: dialog) where !exchange.haveSameMedia(pair.offer, pair.answer) {
                guard let offered = exchange.sessionDescription(of: pair.offer)?.mediaKinds,
                    let answered = exchange.sessionDescription(of: pair.answer)?.mediaKinds, offered != answered
                else { continue }
                let (offer, answer) = (exchange.messages[pair.offer], exchange.messages[pair.answer])
                return [
                    Evidence(
                        confidence: .proven, messages: [pair.offer, pair.answer],
                        message: [
                            "sender": "\(exchange.source(of: answer))",
                            "offered": offered.isEmpty ? .choice("none") : .text(offered),
                            "offer-status": offer.isRequest ? nil : "\(offer.status)",
                            "offer-method": .text(offer.method.name),
                            "answered": answered.isEmpty ? .choice("none") : .text(answered),
                            "answer-status": answer.isRequest ? nil : "\(answer.status)",
                            "answer-method": .text(answer.method.name),
                        ])
                ]
            }
        }
        return []
    }
}
