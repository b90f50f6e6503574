import SIPParsing

/// What an exchange has anything of, in a few words of memory: a rule that is about something else need not look at it.
public struct ExchangeTraits: Sendable {
    /// Facts that are no header field and no method.
    public struct Facts: OptionSet, Sendable {
        /// The bits.
        public var rawValue: UInt16

        /// Makes facts from bits.
        public init(rawValue: UInt16) {
            self.rawValue = rawValue
        }

        /// A final response of 300 or above.
        public static let failure = Facts(rawValue: 1)
        /// A message that a sender repeated.
        public static let repeated = Facts(rawValue: 2)
        /// Something that a state machine did not expect.
        public static let irregular = Facts(rawValue: 4)
        /// A session description.
        public static let session = Facts(rawValue: 8)
        /// A message that breaks the grammar.
        public static let anomaly = Facts(rawValue: 16)
        /// A message over a reliable transport.
        public static let reliableTransport = Facts(rawValue: 32)
        /// A response to another method than INVITE that is provisional.
        public static let provisionalToOther = Facts(rawValue: 64)
        /// A request whose response alone was seen.
        public static let lostRequest = Facts(rawValue: 128)
        /// More than one leg.
        public static let severalLegs = Facts(rawValue: 256)
        /// A note about an earlier registration.
        public static let registration = Facts(rawValue: 512)
    }

    /// The methods of requests, and of the requests that responses answer, by raw value.
    public private(set) var methods: UInt32
    /// Header fields of any of its messages.
    public internal(set) var headers: HeaderSet
    /// The rest.
    public internal(set) var facts: Facts

    /// Traits to compare with those of an exchange.
    public init(methods: [SIPParsing.Method] = [], headers: [HeaderName] = [], facts: Facts = []) {
        self.methods = methods.reduce(0) { $0 | Self.bit($1) }
        self.headers = headers.reduce(into: HeaderSet()) { $0.formUnion(HeaderSet($1)) }
        self.facts = facts
    }

    /// Whether it has anything of the other.
    public func overlaps(_ other: ExchangeTraits) -> Bool {
        methods & other.methods != 0 || !headers.isDisjoint(with: other.headers) || !facts.isDisjoint(with: other.facts)
    }

    mutating func formUnion(_ other: ExchangeTraits) {
        methods |= other.methods
        headers.formUnion(other.headers)
        facts.formUnion(other.facts)
    }

    mutating func note(_ method: SIPParsing.Method) {
        methods |= Self.bit(method)
    }

    private static func bit(_ method: SIPParsing.Method) -> UInt32 {
        1 << UInt32(method.rawValue)
    }
}
