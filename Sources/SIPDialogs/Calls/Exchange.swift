import SIPParsing
import TraceTypes

/// All messages that serve one purpose: a call with all its legs, a registration, a subscription, a request outside of
/// any dialog. What is kept of them is enough to show and to judge the whole without reading the capture again.
public struct Exchange: Sendable {
    /// What the messages are for.
    public enum Kind: String, Sendable {
        /// Begun by INVITE, or part of a dialog that an INVITE made.
        case call
        /// REGISTER.
        case registration
        /// SUBSCRIBE, or a NOTIFY without one.
        case subscription
        /// Any other request outside of a dialog.
        case request
    }

    /// Counts exchanges in the order of their first message, from 1.
    public private(set) var id: Int
    /// What the messages are for.
    public internal(set) var kind: Kind
    /// Whether it began before the capture did.
    public internal(set) var isPartial: Bool
    /// Whether it was given up for want of room, not because it was over.
    public internal(set) var isEvicted = false
    /// When its first message passed.
    public internal(set) var startTime: Timestamp
    /// When its last message passed.
    public internal(set) var lastTime: Timestamp
    /// How far the capture shows it: the time of the last frame read while it was watched, by the clock that stamps the
    /// messages.
    public internal(set) var observedUntil: Timestamp
    /// One for each Call-ID.
    public internal(set) var legs: [Leg] = []
    /// In the order of their requests.
    public internal(set) var transactions: [Transaction] = []
    /// Dialogs made by INVITEs.
    public internal(set) var dialogs: [Dialog] = []
    /// In the order of their REFERs.
    public internal(set) var transfers: [Transfer] = []
    /// In the order of their responses.
    public internal(set) var redirects: [Redirect] = []
    /// Made by SUBSCRIBE, or by NOTIFY alone, outside of transfers; in the order of their first message.
    public internal(set) var subscriptions: [Subscription] = []
    /// INVITEs that are to replace a dialog of the exchange.
    public internal(set) var replacements: [Replacement] = []
    /// What earlier REGISTER requests say of its transactions.
    public internal(set) var registrationNotes: [RegistrationNote] = []
    /// What state machines did not expect, in order.
    public internal(set) var irregularities: [Irregularity] = []
    /// What there is anything of.
    public internal(set) var traits = ExchangeTraits()
    /// Whether the capture lost something while it was open, so that nothing can be said never to have happened.
    public internal(set) var hasLoss = false
    /// The messages kept, in the order of the capture.
    public internal(set) var messages: [MessageRecord] = []
    /// How many messages there were, those not kept included.
    public internal(set) var messageCount = 0
    /// Pieces of messages, in the order of the messages.
    public internal(set) var details: [MessageDetail] = []
    /// The bytes that all the ranges in this value point into.
    public internal(set) var text: [UInt8] = []
    /// The addresses that sent or received, in the order of appearance.
    public internal(set) var endpoints: [Endpoint] = []
    /// The first two of them and the first leg's key, at hand without a look into other memory.
    var firstEndpoints: (Endpoint?, Endpoint?)
    var firstKey: UInt64?
    /// How far its messages are stamped ahead of the tracker's clock; not negative.
    var lead = TimeSpan.zero
    /// The INVITEs that may be without a final response; `watch(_:_:)` adds to them.
    var openInvites: [TransactionIndex] = []
    /// When the tracker looks at the exchange next.
    var nextLook = Timestamp(nanoseconds: 0)
    /// How many losses the tracker knew of when it began.
    var lossesBefore = 0
    /// Why the next leg is there, and what says so.
    var pendingOrigin = Leg.Origin.first
    var pendingEvidence: Transfer.JoinEvidence?
    /// The different responses so far, by which repeated ones are known.
    var seenResponses: [SeenResponse] = []
    var responseCursor = 0
    /// The different ACKs so far, by which repeated ones are known.
    var acknowledgements: [SeenAcknowledgement] = []
    var acknowledgementCursor = 0
    /// Which of the transactions that no kept message belongs to is the oldest.
    var recycled = 0

    /// Begins an exchange in the place of a spent one, whose lists are emptied and used again: in the steady state a new
    /// exchange allocates nothing.
    mutating func begin(id: Int, kind: Kind, isPartial: Bool, at time: Timestamp) {
        self.id = id
        self.kind = kind
        self.isPartial = isPartial
        isEvicted = false
        hasLoss = false
        traits = ExchangeTraits()
        startTime = time
        lastTime = time
        observedUntil = time
        messageCount = 0
        lead = .zero
        firstEndpoints = (nil, nil)
        firstKey = nil
        pendingOrigin = .first
        pendingEvidence = nil
        responseCursor = 0
        acknowledgementCursor = 0
        recycled = 0
        emptyLists()
    }

    /// Takes note of how many losses the tracker knows of by now.
    mutating func noteLosses(_ count: Int) {
        if count != lossesBefore { hasLoss = true }
    }

    /// Something of the end of each list, where the next message will be added. Mutating, as `endTime` is.
    mutating func warmth() -> Int {
        Int(text.last ?? 0) &+ Int(messages.last?.status ?? 0) &+ Int(details.last?.text.count ?? 0)
            &+ Int(transactions.last?.finalStatus ?? 0) &+ Int(seenResponses.last?.status ?? 0)
            &+ (dialogs.last?.answerRepeats ?? 0) &+ Int(endpoints.last?.port ?? 0)
    }

    /// Whether its lists are worth using again, and not too long to be kept for that.
    var isWorthReusing: Bool { text.capacity > 0 && text.capacity <= 1 << 14 && messages.capacity <= 1 << 7 }

    private mutating func emptyLists() {
        if !transfers.isEmpty { transfers = [] }
        if !redirects.isEmpty { redirects = [] }
        if !subscriptions.isEmpty { subscriptions = [] }
        if !replacements.isEmpty { replacements = [] }
        if !irregularities.isEmpty { irregularities = [] }
        if !registrationNotes.isEmpty { registrationNotes = [] }
        guard text.capacity > 0 else { return reserveLists() }
        legs.removeAll(keepingCapacity: true)
        transactions.removeAll(keepingCapacity: true)
        if !dialogs.isEmpty { dialogs.removeAll(keepingCapacity: true) }
        messages.removeAll(keepingCapacity: true)
        details.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        endpoints.removeAll(keepingCapacity: true)
        if !openInvites.isEmpty { openInvites.removeAll(keepingCapacity: true) }
        if !seenResponses.isEmpty { seenResponses.removeAll(keepingCapacity: true) }
        if !acknowledgements.isEmpty { acknowledgements.removeAll(keepingCapacity: true) }
    }

    private mutating func reserveLists() {
        messages.reserveCapacity(12)
        transactions.reserveCapacity(4)
        details.reserveCapacity(16)
        text.reserveCapacity(1_024)
        endpoints.reserveCapacity(4)
        seenResponses.reserveCapacity(4)
    }

    /// What stands where no exchange is.
    static var none: Exchange { Exchange() }

    private init() {
        id = 0
        kind = .request
        isPartial = false
        startTime = Timestamp(nanoseconds: 0)
        lastTime = startTime
        observedUntil = startTime
    }

    /// Marks the place of an exchange as free; its lists stay for the next one.
    mutating func free() {
        id = 0
    }

    /// A piece of text of the exchange.
    public func string(_ range: ByteRange) -> String {
        text.span.text(range)
    }

    /// Where a piece of a message stands in `text`; of several header fields of a name, the first.
    public func detail(_ kind: MessageDetail.Kind, of message: MessageIndex?) -> ByteRange? {
        guard let message, messages.indices.contains(message) else { return nil }
        for index in messages[message].details where details[Int(index)].kind == kind {
            return details[Int(index)].text
        }
        return nil
    }

    /// The value of a kept header field as text.
    public func header(_ name: HeaderName, of message: MessageIndex?) -> String? {
        detail(.header(name), of: message).map(string)
    }

    /// The messages kept, in the order of the capture: of a call whose parts were joined late, that is not the order of
    /// the list.
    public var messagesInOrder: [MessageIndex] {
        let isSorted = zip(messages, messages.dropFirst()).allSatisfy { $0.frame <= $1.frame }
        guard !isSorted, traits.facts.contains(.severalLegs) else { return Array(messages.indices) }
        return messages.indices.sorted { (messages[$0].frame, $0) < (messages[$1].frame, $1) }
    }

    /// A message's sender.
    public func source(of message: MessageRecord) -> Endpoint {
        endpoints[Int(message.source)]
    }

    /// A message's receiver.
    public func destination(of message: MessageRecord) -> Endpoint {
        endpoints[Int(message.destination)]
    }
}
