import SIPParsing
import TraceTypes

/// What is kept of a message after it was tracked: enough to show and to judge it, without its bytes.
public struct MessageRecord: Sendable {
    /// What tracking found out about a message.
    public struct Flags: OptionSet, Sendable {
        /// The bits.
        public var rawValue: UInt8

        /// Makes flags from bits.
        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// The sender's timer repeated it.
        public static let retransmission = Flags(rawValue: 1)
        /// The same packet, captured twice.
        public static let duplicate = Flags(rawValue: 2)
        /// A request repeated although its response had passed here.
        public static let responseLost = Flags(rawValue: 4)
        /// A capture's snap length cut it.
        public static let truncated = Flags(rawValue: 8)
        /// A further hop of a request, or of its response, that was seen before.
        public static let laterHop = Flags(rawValue: 16)
        /// The request had a To tag: it belongs to a dialog.
        public static let inDialog = Flags(rawValue: 32)
    }

    /// The frame that completed it.
    public var frame: FrameNumber
    /// When it passed.
    public var time: Timestamp
    /// What details of it are kept, in the exchange's list.
    public var details: Range<Int32>
    /// The transaction it belongs to, in the exchange's list.
    public var transaction: Int32
    /// CSeq's number.
    public var cseq: UInt32
    /// The status code of a response; 0 for a request, and for a response with a code that is no number of its size.
    public var status: UInt16
    /// Sender, in the exchange's endpoints.
    public var source: UInt8
    /// Receiver, in the exchange's endpoints.
    public var destination: UInt8
    /// The request's method, or the one that a response answers.
    public var method: Method
    /// What carried it.
    public var transport: Transport
    /// What tracking found out.
    public var flags: Flags

    /// Whether it is a request.
    public var isRequest: Bool
    /// Whether it tells nothing that was not told before.
    public var isRepeat: Bool { !flags.isDisjoint(with: [.retransmission, .duplicate, .responseLost]) }
}
