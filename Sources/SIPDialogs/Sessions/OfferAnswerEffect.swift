/// What a message does to the offer/answer exchange of its dialog.
public enum OfferAnswerEffect: Sendable, Hashable {
    /// Nothing.
    case none
    /// It makes an offer.
    case offer
    /// It answers the offer in a message.
    case answer(to: MessageIndex)
    /// It shows, without being it, what the answer to the offer in a message will be (RFC 3261 section 13.2.1).
    case preview(of: MessageIndex)
    /// It carries the answer once more, which is ignored (RFC 3261 section 13.2.1).
    case repeatedAnswer
    /// It makes an offer while another is open, or carries a description where none belongs (RFC 6337 section 2.2).
    case unexpected
    /// It should answer the offer in a message, and does not.
    case answerMissing(to: MessageIndex)
    /// It refuses the offer in a message: the session is as it was before (RFC 6337 section 2.3).
    case rejected(MessageIndex)
}
