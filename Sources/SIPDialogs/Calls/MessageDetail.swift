import SIPParsing

/// A piece of a message that is kept because a rule or a report may ask for it.
public struct MessageDetail: Sendable {
    /// Which piece.
    public enum Kind: Sendable, Hashable {
        /// The name of a method that is not registered.
        case methodName
        /// The Request-URI.
        case requestURI
        /// The reason phrase of a response.
        case reasonPhrase
        /// The value of a header field.
        case header(HeaderName)
        /// A body, or body part, of type application/sdp.
        case sessionDescription
        /// A body of type message/sipfrag.
        case sipfrag
        /// A body of any other type.
        case body
        /// A body that is too large to be kept, and how many bytes it has.
        case omittedBody(UInt32)
        /// Bytes that break the grammar.
        case anomaly(Anomaly.Kind)
    }

    /// Which piece.
    public var kind: Kind
    /// Where it stands in the exchange's text.
    public var text: ByteRange
}
