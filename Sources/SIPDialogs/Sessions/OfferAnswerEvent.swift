import SIPParsing

/// A message as the offer/answer model sees it.
public struct OfferAnswerEvent: Sendable {
    /// What the message is to the model.
    public enum Kind: Sendable, Hashable {
        case invite, prack, update, acknowledgement
        /// A provisional response to INVITE; reliable with `Require: 100rel` (RFC 3262 section 3).
        case provisional(isReliable: Bool)
        /// A 2xx to a request of that method.
        case success(of: SIPParsing.Method)
        /// A final response of 300 or above to a request of that method.
        case failure(of: SIPParsing.Method)
    }

    /// Whether a message carries a session description.
    public enum Description: Sendable, Hashable {
        case absent, present
        /// It has a body that cannot be read, or was cut.
        case unknown
    }

    /// What the message is.
    public let kind: Kind
    /// Who sent it.
    public let sender: DialogSide
    /// The transaction of the request; for an ACK or a PRACK, that of the INVITE.
    public let transaction: TransactionIndex
    /// Whether it carries a session description.
    public let description: Description
    /// The message.
    public let message: MessageIndex

    /// Makes an event.
    public init(
        _ kind: Kind, from sender: DialogSide, transaction: TransactionIndex, _ description: Description,
        message: MessageIndex
    ) {
        self.kind = kind
        self.sender = sender
        self.transaction = transaction
        self.description = description
        self.message = message
    }
}
