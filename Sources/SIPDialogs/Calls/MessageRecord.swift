import SIPParsing
import TraceTypes

/// What is kept of a message after it was tracked: enough to show and to judge it, without its bytes.
public struct MessageRecord: Sendable {
    /// What tracking found out about a message.
    public struct Flags: OptionSet, Sendable {
        /// The bits.
        public var rawValue: UInt16

        /// Makes flags from bits.
        public init(rawValue: UInt16) {
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
        /// It is a request.
        public static let request = Flags(rawValue: 64)
        /// To has a tag.
        public static let hasToTag = Flags(rawValue: 128)
        /// Not all of its header fields were kept, so that one that is not there may have been.
        public static let incomplete = Flags(rawValue: 256)
        /// It has more than 1300 bytes, which is too much for UDP where the path's MTU is not known (RFC 3261 section
        /// 18.1.1).
        public static let large = Flags(rawValue: 512)
    }

    /// The frame that completed it.
    public var frame: FrameNumber
    /// When it passed.
    public var time: Timestamp
    /// The place of its details in the exchange's list; of a duplicate, which has none, that of its original.
    private var place: Range<Int32>
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
    /// The dialog that it made or belongs to, in the exchange's list; -1 for none.
    private var dialogPlace: Int16 = -1
    /// Which header fields it has; of a repeated message none.
    public internal(set) var headers: HeaderSet

    /// A record; a duplicate has an original rather than details.
    init(
        _ header: PayloadHeader, details: Range<Int32>, original: MessageIndex?, transaction: TransactionIndex,
        cseq: UInt32, status: UInt16, source: UInt8, destination: UInt8, method: Method, flags: Flags,
        headers: HeaderSet
    ) {
        frame = header.frame
        time = header.time
        transport = header.transport
        if flags.contains(.duplicate) {
            let original = original.map { Int32(truncatingIfNeeded: $0) } ?? -1
            place = original..<original
        } else {
            place = details
        }
        self.transaction = Int32(truncatingIfNeeded: transaction)
        self.cseq = cseq
        self.status = status
        self.source = source
        self.destination = destination
        self.method = method
        self.flags = flags
        self.headers = headers
    }

    /// Whether it is a request.
    public var isRequest: Bool { flags.contains(.request) }
    /// The dialog that it made or belongs to, in the exchange's list.
    public internal(set) var dialog: Int? {
        get { dialogPlace < 0 ? nil : Int(dialogPlace) }
        set { dialogPlace = newValue.map { Int16(truncatingIfNeeded: $0) } ?? -1 }
    }
    /// What details of it are kept, in the exchange's list.
    public var details: Range<Int32> { flags.contains(.duplicate) ? 0..<0 : place }
    /// Of a duplicate, the message that it is a copy of, in the exchange's list, if that is kept.
    public var original: MessageIndex? {
        flags.contains(.duplicate) && place.lowerBound >= 0 ? MessageIndex(place.lowerBound) : nil
    }
    /// The same in another exchange.
    func moved(_ shift: Renumbering) -> MessageRecord {
        var record = self
        let distance = Int32(truncatingIfNeeded: flags.contains(.duplicate) ? shift.messages : shift.details)
        if place.lowerBound >= 0 { record.place = (place.lowerBound &+ distance)..<(place.upperBound &+ distance) }
        if transaction >= 0 { record.transaction = transaction &+ Int32(truncatingIfNeeded: shift.transactions) }
        record.source = shift.endpoint(source)
        record.destination = shift.endpoint(destination)
        record.dialog = dialog.map { $0 + shift.dialogs }
        return record
    }

    /// Whether it tells nothing that was not told before.
    public var isRepeat: Bool { !flags.isDisjoint(with: [.retransmission, .duplicate, .responseLost]) }
}
