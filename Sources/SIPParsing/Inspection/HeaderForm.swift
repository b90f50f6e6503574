/// What a header field's values look like: the grammar that an inspection holds them to.
struct HeaderForm: Sendable {
    /// How many values a header field holds, and how often it may stand in a message (RFC 3261 section 7.3.1).
    enum Plurality: Sendable {
        /// One value, and one header field.
        case single
        /// The same, but the parser itself looks at repetition.
        case core
        /// One value to a header field, of which there may be several.
        case separate
        /// Values between commas, one at least.
        case list
        /// Values between commas, or none.
        case optionalList
    }

    /// The grammar of one value.
    enum Item: Sendable {
        /// TEXT-UTF8, or a grammar that is not looked at: Identity's, and what the parser reads itself.
        case text
        /// name-addr or addr-spec, with parameters.
        case address
        /// The same, or `*`.
        case contact
        /// name-addr, with parameters.
        case nameAddress
        /// A URI in angle brackets, with parameters.
        case bracketedURI
        /// A URI and nothing more.
        case uri
        /// sent-protocol and sent-by, with parameters.
        case via
        /// token.
        case token
        /// token, or a quoted string, with parameters.
        case tokenWithParameters
        /// Parameters alone, with semicolons between them.
        case parameters
        /// media-type or media-range, with parameters.
        case mediaType
        /// callid.
        case callID
        /// callid, with parameters.
        case dialog
        /// 1*DIGIT, up to a number.
        case number(UInt64)
        /// delta-seconds, with parameters.
        case seconds
        /// delta-seconds, a comment, parameters.
        case retryAfter
        /// Digits with a point between them.
        case decimal
        /// Timestamp: a decimal number, and perhaps another one.
        case timestamp
        /// Two numbers and a method.
        case rAck
        /// SIP-date.
        case date
        /// warn-code, warn-agent, warn-text.
        case warning
        /// auth-scheme and its parameters.
        case authentication
        /// auth-params alone.
        case authenticationInfo
        /// Products and comments.
        case products
    }

    /// The grammar of one value.
    let item: Item
    /// How many values there may be.
    let plurality: Plurality
    /// The parameters whose values are numbers.
    let rules: ParameterRules

    init(_ item: Item, _ plurality: Plurality, _ rules: ParameterRules = .generic) {
        self.item = item
        self.plurality = plurality
        self.rules = rules
    }

    /// Whether values are separated by commas.
    var isListed: Bool {
        switch plurality {
        case .list, .optionalList: true
        case .single, .core, .separate: false
        }
    }

    /// Whether a parameter may stand only once; P-Charging-Function-Addresses repeats its own (RFC 7315 section 5.5).
    var hasUniqueParameters: Bool {
        if case .parameters = item { false } else { true }
    }

    /// What is said of a value that breaks the grammar as a whole.
    var flaw: Anomaly.Kind {
        switch item {
        case .address, .contact, .nameAddress, .bracketedURI: .badAddress
        case .uri: .badURI
        case .via: .badVia
        case .mediaType: .badMediaType
        case .number, .seconds, .retryAfter: .badNumber
        case .date: .badDate
        case .products: .badProduct
        default: .badValue
        }
    }
}

/// Which parameters of a value have a grammar of their own.
enum ParameterRules: Sendable {
    /// None: generic-param.
    case generic
    /// q is a weight.
    case weighted
    /// q is a weight, expires are seconds.
    case contact
    /// ttl and rport are numbers; an IPv6 address may stand without brackets (via-received).
    case via
    /// expires and retry-after are seconds.
    case subscription
    /// duration is seconds.
    case retryAfter
    /// cause is a number.
    case reason
}
