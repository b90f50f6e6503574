import TraceTypes

/// One Contact under an address-of-record at one registrar (RFC 3261 section 10), as the registrar last confirmed it.
public struct Binding: Sendable, Hashable {
    /// Of the Contact's URI, or of instance and flow, and of the registrar's address.
    let key: UInt64
    /// Where the REGISTER went.
    public let registrar: IPAddress
    /// Where it came from.
    public internal(set) var client: IPAddress
    /// Hash of the REGISTER's Call-ID: the same as long as the client was not restarted (RFC 3261 section 10.2.4).
    var call: UInt64
    /// Hash of the Contact's URI.
    var contact: UInt64
    /// When the first 2xx passed.
    public let since: Timestamp
    /// When the last 2xx passed.
    public internal(set) var refreshed: Timestamp
    /// The frame of that 2xx.
    public internal(set) var frame: FrameNumber
    /// For how many seconds it was granted; nil where the 2xx does not tell.
    public internal(set) var granted: UInt32?
    /// Whether the last 2xx was about its removal.
    public internal(set) var isRemoved = false
    /// When the first REGISTER for it since the last 2xx passed.
    public internal(set) var attempted: Timestamp?
    /// Whether a REGISTER for it passed without a final response so far.
    var isUnsettled = false
    /// How many times in a row it was refreshed before a tenth of its time had passed.
    public internal(set) var hastyRefreshes = 0
    /// The private address that it names, where the REGISTER came from a public one.
    public internal(set) var hiddenAddress: IPAddress?
    /// How many losses the tracker knew of when it was refreshed.
    var losses = 0

    /// When it expires; nil where that is not known.
    public var expiry: Timestamp? {
        isRemoved ? refreshed : granted.map { refreshed + .seconds(Int64($0)) }
    }

    /// How long after its expiry the client first tried to refresh it; nil where it tried in time, was restarted in
    /// between, or had removed it.
    public var lateness: TimeSpan? {
        guard let expiry, let attempted, !isRemoved, expiry < attempted else { return nil }
        return attempted - expiry
    }

    /// The same after a 2xx to a REGISTER for it.
    func refreshed(by answer: Registration.Answer) -> Binding {
        var binding = self
        let interval = (attempted ?? answer.time) - refreshed
        let isHasty =
            !isRemoved && !answer.isRemoval && answer.contact == contact && answer.call == call
            && granted.map { interval * Self.hastyShare < .seconds(Int64($0)) } ?? false
        binding.hastyRefreshes = isHasty ? min(hastyRefreshes, .max - 1) + 1 : 0
        binding.take(answer)
        return binding
    }

    /// What part of the granted time a client lets pass at least.
    private static let hastyShare: Int64 = 10

    /// A binding that a 2xx makes.
    init(_ answer: Registration.Answer) {
        key = answer.key
        registrar = answer.registrar
        client = answer.client
        call = answer.call
        contact = answer.contact
        since = answer.time
        refreshed = answer.time
        frame = answer.frame
        take(answer)
    }

    private mutating func take(_ answer: Registration.Answer) {
        client = answer.client
        call = answer.call
        contact = answer.contact
        refreshed = answer.time
        frame = answer.frame
        granted = answer.granted
        isRemoved = answer.isRemoval
        attempted = nil
        isUnsettled = false
        hiddenAddress = answer.hiddenAddress
        losses = answer.losses
    }
}
