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

    /// The method of the request; ACK only for an ACK that belongs to no INVITE transaction here.
    public let method: Method
    /// CSeq's number.
    public let cseq: UInt32
    /// The leg it belongs to.
    public let leg: Int
    /// How many Via values the request had: 1 as sent by a user agent.
    public let viaCount: UInt8
    /// Hash of the topmost Via's branch.
    let branch: UInt64
    /// Hash of the tag of From.
    let fromTag: UInt64
    /// Hash of the tag of To in the request; 0 outside of a dialog.
    let toTag: UInt64
    /// The client's address, in the exchange's endpoints.
    public let source: UInt8
    /// The server's address, in the exchange's endpoints.
    public let destination: UInt8
    /// What carried it.
    public let transport: Transport
    /// The first transaction of the same request, when this is a further hop of it.
    public internal(set) var primary: TransactionIndex?
    /// The request, unless only responses were seen.
    public internal(set) var request: MessageIndex?
    /// When the transaction began.
    public let startTime: Timestamp
    /// When the request was last seen.
    public internal(set) var lastRequestTime: Timestamp
    /// How often the request was repeated.
    public internal(set) var requestRepeats = 0
    /// How often it was repeated although a response had passed.
    public internal(set) var repeatsAfterResponse = 0
    /// The first provisional response other than 100.
    public internal(set) var provisional: MessageIndex?
    /// The status of the last provisional response; 0 before the first.
    public internal(set) var lastProvisional: UInt16 = 0
    /// When the last provisional response passed.
    public internal(set) var lastProvisionalTime: Timestamp?
    /// The first final response, or of several the first 2xx.
    public internal(set) var final: MessageIndex?
    /// Its status; 0 before there is one.
    public internal(set) var finalStatus: UInt16 = 0
    /// When it passed.
    public internal(set) var finalTime: Timestamp?
    /// How often a final response was repeated.
    public internal(set) var finalRepeats = 0
    /// The ACK to a final response of 300 or above.
    public internal(set) var acknowledgement: MessageIndex?
    /// The CANCEL for it.
    public internal(set) var cancel: MessageIndex?
    /// When the CANCEL passed.
    public internal(set) var cancelTime: Timestamp?
    /// The state machines of both sides.
    public internal(set) var machines: Machines
    /// Hashes of the realms that the request carried credentials for.
    var credentialRealms: [UInt64] = []
    /// The realm that challenged the request again although it carried credentials for it.
    public internal(set) var rejectedRealm: String?
    /// Whether that challenge did not say `stale=true`, so that the credentials themselves were not accepted.
    public internal(set) var isRejectedCredentials = false

    /// Whether the request carried credentials.
    public var hasCredentials: Bool { !credentialRealms.isEmpty }
    /// Whether it is an INVITE outside of a dialog.
    public var isInitialInvite: Bool { method == .invite && toTag == 0 }
    /// Whether the request had a To tag.
    public var isInDialog: Bool { toTag != 0 }
    /// Whether any response passed.
    public var hasResponse: Bool { lastProvisional != 0 || finalStatus != 0 }

    /// Whether a final response may still come at `now`.
    public func isPending(at now: Timestamp, _ timers: TimerValues) -> Bool {
        switch machines {
        case .invite(let client, _): client.isPending(at: now, timers)
        case .nonInvite(let client, _): client.isPending(at: now, timers)
        }
    }

    mutating func requestAgain(at time: Timestamp) -> TransactionEffect {
        let effect: TransactionEffect
        switch machines {
        case .invite(let client, let server):
            var client = client
            effect = client.requestAgain()
            machines = .invite(client: client, server: server)
        case .nonInvite(let client, let server):
            var client = client
            effect = client.requestAgain()
            machines = .nonInvite(client: client, server: server)
        }
        requestRepeats += 1
        if effect == .retransmissionAfterResponse { repeatsAfterResponse += 1 }
        lastRequestTime = time
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

    mutating func acknowledged(at time: Timestamp) -> TransactionEffect {
        guard case .invite(let client, var server) = machines else { return .unexpected }
        let effect = server.acknowledgement(at: time)
        machines = .invite(client: client, server: server)
        return effect
    }
}
