import SIPReporting
import TraceTypes

/// What is expected of each call that it is about; every aspect that is nil is not looked at.
public struct CallExpectation: Sendable {
    /// What to call it in reports.
    public var name: String?
    /// Which calls it is about.
    public var selector = ExchangeSelector()
    /// Words of the output contract's `outcome`, one of which it has to be.
    public var outcome: Placed<[String]>?
    /// The final status.
    public var status: Placed<[StatusPattern]>?
    /// The reason phrase of the final response.
    public var reason: Placed<TextMatcher>?
    /// Who sent the BYE: `caller`, `callee`, or `nobody`; or `open`: the call was still up when the trace ended.
    public var endedBy: Placed<String>?
    /// How many legs it has.
    public var legs: Placed<Bound>?
    /// Messages that a timer repeated.
    public var retransmissions: Placed<Bound>?
    /// Lengths of time in nanoseconds.
    public var times: [Placed<(time: CallTime, bound: Bound)>] = []
    /// Codecs that both sides have, in any order.
    public var codecs: Placed<[TextMatcher]>?
    /// Its transfers, each in its turn; an empty list expects none.
    public var transfers: Placed<[Placed<TransferExpectation>]>?
    /// Its redirects, each in its turn; an empty list expects none.
    public var redirects: Placed<[Placed<RedirectExpectation>]>?
    /// Its messages.
    public var messages: [Placed<MessageExpectation>] = []
    /// Its findings.
    public var findings = FindingExpectation()

    /// Expects nothing.
    public init() {}
}

/// Which calls or registrations an expectation is about; what is nil selects all.
public struct ExchangeSelector: Sendable {
    /// From, of the first leg: a whole URI, its user, or user@host.
    public var from: TextMatcher?
    /// To, of the first leg.
    public var to: TextMatcher?
    /// The place among those that the rest selects, from 1.
    public var order: Int?
    /// Header fields of the INVITE or REGISTER that it begins with, by name.
    public var headers: [(name: String, value: HeaderMatcher)] = []
    /// The filter that it has to pass.
    public var filter: CallFilter?

    /// Selects all.
    public init() {}
}

/// A length of time of a call.
public enum CallTime: String, Sendable, CaseIterable {
    /// From the first INVITE to the answer.
    case setup
    /// From the INVITE to the first sign of the callee: post-dial delay.
    case postDial = "post-dial"
    /// From the first 180 to the answer or the final response.
    case ring
    /// From the answer to the BYE.
    case duration
}

/// What is expected of each registration that it is about.
public struct RegistrationExpectation: Sendable {
    /// What to call it in reports.
    public var name: String?
    /// Which ones it is about; `to` is the address of record.
    public var selector = ExchangeSelector()
    /// Words of the output contract's `outcome`, one of which it has to be.
    public var outcome: Placed<[String]>?
    /// The final status.
    public var status: Placed<[StatusPattern]>?
    /// Seconds that the registrar granted, of the last 200.
    public var expires: Placed<Bound>?

    /// Expects nothing.
    public init() {}
}

/// What is expected of a transfer.
public struct TransferExpectation: Sendable {
    /// `blind` or `attended`.
    public var kind: Placed<String>?
    /// The URI of Refer-To: a whole URI, its user, or user@host.
    public var target: Placed<TextMatcher>?
    /// The status that answered REFER.
    public var response: Placed<[StatusPattern]>?
    /// The final status of the referred call.
    public var finalStatus: Placed<[StatusPattern]>?
    /// Words of the output contract, one of which it has to be.
    public var outcome: Placed<[String]>?

    /// Expects nothing.
    public init() {}
}

/// What is expected of a redirect.
public struct RedirectExpectation: Sendable {
    /// The status.
    public var status: Placed<[StatusPattern]>?
    /// The URIs of Contact, in their order.
    public var contacts: Placed<[TextMatcher]>?
    /// Whether the caller went where it was sent.
    public var followed: Placed<Bool>?

    /// Expects nothing.
    public init() {}
}
