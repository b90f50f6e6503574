import SIPCatalog
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
                    message: .init("", change.merging(exchange.values(of: preview, answer)) { own, _ in own }))
            ]
        }
        return []
    }
}

extension Exchange {
    /// Who sent two session descriptions, and in which responses.
    fileprivate func values(of preview: Answered, _ answer: Answered) -> PhraseValues {
        let record = messages[answer.answer]
        return [
            "sender": "\(source(of: record))", "early-status": "\(messages[preview.answer].status)",
            "status": "\(record.status)", "method": .text(record.method.name),
        ]
    }
}

extension SessionDescription {
    /// What of the first medium's address, port and formats is another.
    fileprivate func change(to other: SessionDescription) -> PhraseValues? {
        guard let first = media.first, let second = other.media.first else { return nil }
        if first.connection != second.connection || first.port != second.port {
            return [
                "change": .choice("transport"),
                "old-address": .text(escaped(first.connection ?? "?")), "old-port": "\(first.port)",
                "new-address": .text(escaped(second.connection ?? "?")), "new-port": "\(second.port)",
            ]
        }
        guard first.formats.first != second.formats.first else { return nil }
        return [
            "change": .choice("format"), "old-format": .text(escaped(first.formats.first ?? "?")),
            "new-format": .text(escaped(second.formats.first ?? "?")),
        ]
    }
}
