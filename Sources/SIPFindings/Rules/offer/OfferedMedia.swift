import SIPDialogs
import SIPParsing
import TraceTypes

/// What rules on session descriptions share.
extension Exchange {
    /// A step of the offer/answer exchanges of one dialog with the descriptions of the offer and of what answers it, both
    /// kept whole.
    struct Answered {
        let offer: MessageIndex
        let answer: MessageIndex
        let offered: SessionDescription
        let answered: SessionDescription
    }

    /// Whether the capture shows a dialog from its INVITE on.
    func isSeenFromInvite(_ dialog: Dialog) -> Bool {
        dialog.invite.map { transactions[$0].request != nil } ?? false
    }

    /// The offers of a dialog with their answers, or with what a provisional response showed of them before.
    func answeredOffers(in dialog: Dialog, isPreview: Bool = false) -> [Answered] {
        negotiations(in: dialog).compactMap { step in
            let offer: MessageIndex
            switch step.effect {
            case .answer(let message) where !isPreview: offer = message
            case .preview(let message) where isPreview: offer = message
            default: return nil
            }
            guard let offered = wholeDescription(of: offer), let answered = wholeDescription(of: step.message) else {
                return nil
            }
            return Answered(offer: offer, answer: step.message, offered: offered, answered: answered)
        }
    }

    /// A session description that no limit cut.
    private func wholeDescription(of message: MessageIndex) -> SessionDescription? {
        guard let range = detail(.sessionDescription, of: message),
            Int(range.count) + Self.longestLine < TrackingLimits().detailBytes
        else { return nil }
        return sessionDescription(of: message)
    }

    /// A description that was cut ends with a whole line, at most so many bytes before the limit.
    private static var longestLine: Int { 512 }
}

extension SessionDescription {
    /// `audio, video`.
    var mediaKinds: String { escaped(media.map(\.kind).joined(separator: ", ")) }
}
