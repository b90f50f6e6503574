import SIPParsing
import TraceTypes

/// One transaction on one hop: a request and its responses, as both sides' state machines see them.
///
/// It is found by the topmost Via's branch, CSeq and method within a Call-ID (RFC 3261 sections 17.1.3 and 17.2.3). The
/// same request seen on a further hop has a branch of its own, and `primary` leads to where it was seen first.
public struct Transaction: Sendable {
    /// The state machines of both sides.
    public enum Machines: Sendable {
        case invite(client: InviteClientTransaction, server: InviteServerTransaction)
        case nonInvite(client: NonInviteClientTransaction, server: NonInviteServerTransaction)
    }

    /// Hash of the topmost Via's branch.
    package let branch: UInt64
    /// CSeq's number.
    public let cseq: UInt32
    private var legNumber: UInt16
    /// The method of the request.
    public let method: Method
    /// How many Via values the request had: 1 as sent by a user agent.
    public let viaCount: UInt8
    /// Hash of the tag of From.
    package let fromTag: UInt64
    /// Hash of the tag of To in the request; 0 outside of a dialog, and where only responses were seen.
    package private(set) var toTag: UInt64
    /// The client's address, in the exchange's endpoints.
    public private(set) var source: UInt8
    /// The server's address, in the exchange's endpoints.
    public private(set) var destination: UInt8
    /// What carried it.
    public let transport: Transport
    /// Whether only responses were seen so far.
    public private(set) var isFromResponse: Bool
    private var places = Places()
    /// When the transaction began.
    public private(set) var startTime: Timestamp
    /// The request as it was last sent.
    var lastRequest: Sighting
    /// When the last provisional response passed.
    public internal(set) var lastProvisionalTime: Timestamp?
    /// When the final response passed.
    public internal(set) var finalTime: Timestamp?
    /// When the CANCEL passed.
    public internal(set) var cancelTime: Timestamp?
    /// The status of the last provisional response; 0 before the first.
    public internal(set) var lastProvisional: UInt16 = 0
    /// The status of the final response; 0 before there is one.
    public internal(set) var finalStatus: UInt16 = 0
    /// The state machines of both sides.
    public internal(set) var machines: Machines
    /// What the request had for credentials, and what became of them.
    var authentication: Authentication?

    /// Begins with a request, or with a response whose request did not pass.
    init(
        method: Method, _ keys: MessageKeys, leg: Int, viaCount: Int, source: UInt8, destination: UInt8,
        transport: Transport, primary: TransactionIndex?, isFromResponse: Bool, _ sighting: Sighting
    ) {
        let time = sighting.time
        self.method = method
        cseq = keys.cseq
        branch = keys.branch
        fromTag = keys.fromTag
        toTag = isFromResponse ? 0 : keys.toTag
        legNumber = UInt16(clamping: leg)
        self.viaCount = UInt8(clamping: viaCount)
        self.source = source
        self.destination = destination
        self.transport = transport
        self.isFromResponse = isFromResponse
        startTime = time
        lastRequest = sighting
        machines =
            method == .invite
            ? .invite(client: InviteClientTransaction(at: time), server: InviteServerTransaction())
            : .nonInvite(client: NonInviteClientTransaction(at: time), server: NonInviteServerTransaction())
        self.primary = primary
    }

    /// Takes in the request after a response to it: a capture of several interfaces may mix up their order.
    mutating func adopt(toTag: UInt64, _ sighting: Sighting) {
        self.toTag = toTag
        isFromResponse = false
        startTime = min(startTime, sighting.time)
        lastRequest = sighting
    }

    mutating func requestAgain(_ sighting: Sighting) -> TransactionEffect {
        let effect =
            switch machines {
            case .invite(let client, _): client.requestAgain()
            case .nonInvite(let client, _): client.requestAgain()
            }
        places.requestRepeats &+= 1
        if effect == .retransmissionAfterResponse { places.repeatsAfterResponse &+= 1 }
        lastRequest = sighting
        return effect
    }

    mutating func response(_ status: UInt16, at time: Timestamp) -> TransactionEffect {
        switch machines {
        case .invite(var client, var server):
            let effect = client.response(status, at: time)
            _ = server.response(status, at: time)
            machines = .invite(client: client, server: server)
            return effect
        case .nonInvite(var client, var server):
            let effect = client.response(status, at: time)
            _ = server.response(status, at: time)
            machines = .nonInvite(client: client, server: server)
            return effect
        }
    }

    mutating func finalAgain() {
        places.finalRepeats &+= 1
    }

    mutating func acknowledged(at time: Timestamp) -> TransactionEffect {
        guard case .invite(let client, var server) = machines else { return .unexpected }
        let effect = server.acknowledgement(at: time)
        machines = .invite(client: client, server: server)
        return effect
    }

    /// Whether a final response may still come at `now`.
    public func isPending(at now: Timestamp, _ timers: TimerValues) -> Bool {
        switch machines {
        case .invite(let client, _): client.isPending(at: now, timers)
        case .nonInvite(let client, _): client.isPending(at: now, timers)
        }
    }
}

/// What is kept small because there are so many transactions: messages by 32 bits, and counts.
extension Transaction {
    private struct Places: Sendable {
        var primary: Int32 = -1
        var request: Int32 = -1
        var provisional: Int32 = -1
        var final: Int32 = -1
        var acknowledgement: Int32 = -1
        var cancel: Int32 = -1
        var requestRepeats: UInt32 = 0
        var repeatsAfterResponse: UInt32 = 0
        var finalRepeats: UInt32 = 0
    }

    private static func index(_ place: Int32) -> Int? {
        place < 0 ? nil : Int(place)
    }

    private static func place(_ index: Int?) -> Int32 {
        index.map { Int32(truncatingIfNeeded: $0) } ?? -1
    }

    /// The same in another exchange.
    func moved(_ shift: Renumbering) -> Transaction {
        var transaction = self
        transaction.legNumber = UInt16(clamping: leg + shift.legs)
        transaction.source = shift.endpoint(source)
        transaction.destination = shift.endpoint(destination)
        transaction.lastRequest = shift.sighting(lastRequest)
        transaction.primary = shift.transaction(primary)
        transaction.request = shift.message(request)
        transaction.provisional = shift.message(provisional)
        transaction.final = shift.message(final)
        transaction.acknowledgement = shift.message(acknowledgement)
        transaction.cancel = shift.message(cancel)
        return transaction
    }

    /// When the request was last seen.
    public var lastRequestTime: Timestamp { lastRequest.time }
    /// The leg it belongs to.
    public var leg: Int { Int(legNumber) }

    /// The first transaction of the same request, when this is a further hop of it.
    public internal(set) var primary: TransactionIndex? {
        get { Self.index(places.primary) }
        set { places.primary = Self.place(newValue) }
    }

    /// The request, unless only responses were seen.
    public internal(set) var request: MessageIndex? {
        get { Self.index(places.request) }
        set { places.request = Self.place(newValue) }
    }

    /// The first provisional response other than 100.
    public internal(set) var provisional: MessageIndex? {
        get { Self.index(places.provisional) }
        set { places.provisional = Self.place(newValue) }
    }

    /// The first final response, or of several the first 2xx.
    public internal(set) var final: MessageIndex? {
        get { Self.index(places.final) }
        set { places.final = Self.place(newValue) }
    }

    /// The first ACK to the final response; that of a 2xx may be on any hop.
    public internal(set) var acknowledgement: MessageIndex? {
        get { Self.index(places.acknowledgement) }
        set { places.acknowledgement = Self.place(newValue) }
    }

    /// The CANCEL for it.
    public internal(set) var cancel: MessageIndex? {
        get { Self.index(places.cancel) }
        set { places.cancel = Self.place(newValue) }
    }

    /// How often the request was repeated.
    public var requestRepeats: Int { Int(places.requestRepeats) }
    /// How often it was repeated although a response had passed.
    public var repeatsAfterResponse: Int { Int(places.repeatsAfterResponse) }
    /// How often a final response was repeated.
    public var finalRepeats: Int { Int(places.finalRepeats) }

    /// Whether it is an INVITE outside of a dialog.
    public var isInitialInvite: Bool { method == .invite && toTag == 0 }
    /// Whether the request had a To tag.
    public var isInDialog: Bool { toTag != 0 }
    /// Whether a 2xx passed.
    public var isAnswered: Bool { (200...299).contains(finalStatus) }
    /// Whether any response passed.
    public var hasResponse: Bool { lastProvisional != 0 || finalStatus != 0 }

    /// Whether the request carried credentials.
    public var hasCredentials: Bool { authentication?.realms.isEmpty == false }
    /// The realm that challenged the request again although it carried credentials for it.
    public var rejectedRealm: String? { authentication?.rejectedRealm }
    /// Whether that challenge did not say `stale=true`, so that the credentials themselves were not accepted.
    public var isRejectedCredentials: Bool { authentication?.isRejected ?? false }
    /// Whether that challenge said `stale=true`, so that only the nonce was not accepted.
    public var isStaleNonce: Bool { authentication.map { $0.rejectedRealm != nil && !$0.isRejected } ?? false }
    /// The nonces that its credentials use.
    public var nonceUses: [NonceUse] { authentication?.nonces ?? [] }
    /// Whether the credentials are for another resource than the Request-URI (digest-uri, RFC 3261 section 22.4).
    public var hasOtherDigestURI: Bool { authentication?.hasOtherURI ?? false }
}
