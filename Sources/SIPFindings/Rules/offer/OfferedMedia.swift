import SIPDialogs
import SIPParsing
import TraceTypes

/// What rules on session descriptions share.
extension Exchange {
    /// An offer and what answers it; their session descriptions are kept whole, and read when somebody asks.
    struct Answered {
        let offer: MessageIndex
        let answer: MessageIndex
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
            return isWhole(offer) && isWhole(step.message) ? Answered(offer: offer, answer: step.message) : nil
        }
    }

    /// Whether no limit cut a message's session description.
    private func isWhole(_ message: MessageIndex) -> Bool {
        guard let description = detail(.sessionDescription, of: message),
            !messages[message].flags.contains(.truncated)
        else { return false }
        return Int(description.count) + Self.longestLine < TrackingLimits().detailBytes
    }

    /// A description that was cut ends with a whole line, at most so many bytes before the limit.
    private static var longestLine: Int { 512 }
}

extension SessionDescription {
    /// `audio, video`: the kinds of the media lines, in their order; empty where there is none.
    var mediaKinds: String { escaped(media.map(\.kind).joined(separator: ", ")) }
}
