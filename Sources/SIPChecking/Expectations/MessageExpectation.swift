import TraceTypes

/// What is expected of each message that it is about.
public struct MessageExpectation: Sendable {
    /// Which messages it is about.
    public var selector = MessageSelector()
    /// How many there have to be; nil for at least one.
    public var count: Placed<Bound>?
    /// Header fields.
    public var headers: [Placed<(name: String, value: HeaderMatcher)>] = []
    /// The session description.
    public var sdp: Placed<SDPExpectation>?

    /// Expects nothing.
    public init() {}
}

/// Which messages an expectation is about. Repeated messages and duplicates are never among them.
public struct MessageSelector: Sendable {
    /// Requests with this method.
    public var request: String?
    /// Responses with such a status.
    public var response: [StatusPattern]?
    /// Responses to a request with this method.
    public var method: String?
    /// The place among those that the rest selects, from 1; nil for all.
    public var order: Int?
    /// The sender: an address, or address:port.
    public var source: TextMatcher?
    /// The receiver.
    public var destination: TextMatcher?

    /// Selects all.
    public init() {}
}

/// What a header field has to be.
public enum HeaderMatcher: Sendable {
    /// It is there, whatever its value.
    case present
    /// It is not there.
    case absent
    /// One of its values matches.
    case value(TextMatcher)
}

/// What is expected of a session description.
public struct SDPExpectation: Sendable {
    /// Whether there is one; everything else needs one.
    public var isPresent = true
    /// The media types in their order, such as `audio`.
    public var media: Placed<[String]>?
    /// Codecs of the first medium in their order, such as `PCMU`.
    public var codecs: Placed<[TextMatcher]>?
    /// The direction of the first medium: `sendrecv`, `sendonly`, `recvonly` or `inactive`.
    public var direction: Placed<[String]>?
    /// The connection address of the first medium.
    public var address: Placed<TextMatcher>?
    /// The port of the first medium.
    public var port: Placed<Bound>?

    /// Expects a session description, and nothing of it.
    public init() {}
}

/// A count over the whole trace, such as `retransmissions < 1 %`.
public struct CountExpectation: Sendable {
    /// As it is written.
    public var text: String
    /// What is counted: a word such as `calls`, a method, a status such as `5xx`, an outcome.
    public var subject: CountSubject
    /// Whether the bound is about hundredths of a whole, not about a number.
    public var isPercentage: Bool
    /// What it has to be; of a percentage, in thousandths of a percent.
    public var bound: Bound

    /// Makes an expectation.
    public init(text: String, subject: CountSubject, isPercentage: Bool, bound: Bound) {
        self.text = text
        self.subject = subject
        self.isPercentage = isPercentage
        self.bound = bound
    }
}

/// What can be counted in a trace.
public enum CountSubject: Sendable, Hashable {
    /// All of a kind. Percentages: of repeated, copied and malformed ones, of all messages; of findings none.
    case calls, registrations, transfers, redirects, messages, requests, responses, retransmissions, duplicates
    case malformed, findings, errors, warnings
    /// Requests with a method, of all requests.
    case method(String)
    /// Responses with such a status, of all responses.
    case status(StatusPattern)
    /// Calls with an outcome, of all calls.
    case outcome(String)
    /// A ratio of RFC 6076 or ITU-T E.411, by its name in JSON, such as `asr`; always a percentage.
    case figure(String)
}

/// A statistic of lengths of time over all calls, such as `setup p95 < 2 s`.
public struct PercentileExpectation: Sendable {
    /// Which statistic.
    public enum Statistic: Sendable, Hashable {
        case least, mean, greatest
        /// The least value that at least so many percent of all do not exceed.
        case percentile(Int)
    }

    /// As it is written.
    public var text: String
    /// What is measured.
    public var time: CallTime
    /// Which statistic.
    public var statistic: Statistic
    /// What it has to be, in nanoseconds.
    public var bound: Bound

    /// Makes an expectation.
    public init(text: String, time: CallTime, statistic: Statistic, bound: Bound) {
        self.text = text
        self.time = time
        self.statistic = statistic
        self.bound = bound
    }
}
