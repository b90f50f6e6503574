import SIPDialogs
import SIPParsing
import TraceTypes

extension Rule {
    /// A session description in a provisional response that differs from the answer in the 2xx of the same dialog (RFC 3261
    /// section 13.2.1): a caller keeps to the first one it gets, so that its media go to the wrong place after the answer.
    static let earlyAnswerDiffers = Rule("offer/early-answer-differs", .warning, when: .init(facts: .session)) {
        exchange, _ in
        for dialog in exchange.dialogs where exchange.isSeenFromInvite(dialog) {
            let previews = exchange.answeredOffers(in: dialog, isPreview: true)
            guard let preview = previews.first,
                let answer = exchange.answeredOffers(in: dialog).first(where: { $0.offer == preview.offer }),
                !exchange.haveSameDescription(preview.answer, answer.answer),
                let early = exchange.sessionDescription(of: preview.answer),
                let final = exchange.sessionDescription(of: answer.answer), let change = early.change(to: final)
            else { continue }
            return [
                Evidence(
                    confidence: .proven, messages: [preview.offer, preview.answer, answer.answer],
                    message:
                        "\(exchange.source(of: exchange.messages[answer.answer])) sent one session description in its "
                        + "\(exchange.name(of: preview.answer)) and another in its \(exchange.name(of: answer.answer)): "
                        + change)
            ]
        }
        return []
    }
}

extension SessionDescription {
    /// What of the first medium's address, port and formats is another.
    fileprivate func change(to other: SessionDescription) -> String? {
        guard let first = media.first, let second = other.media.first else { return nil }
        let from = "\(first.connection ?? "?") port \(first.port)"
        let to = "\(second.connection ?? "?") port \(second.port)"
        if from != to { return "\(escaped(from)) became \(escaped(to))" }
        guard first.formats.first != second.formats.first else { return nil }
        return "format \(escaped(first.formats.first ?? "?")) became \(escaped(second.formats.first ?? "?"))"
    }
}
