/// What is in a trace, and what an analyzer should say of it. All calls have ended, and all deadlines have passed,
/// before the trace ends.
public struct GroundTruth: Codable, Equatable, Sendable {
    /// Messages, counted as the analyzer's JSON counts them.
    public struct Messages: Codable, Equatable, Sendable {
        /// All messages: one per frame.
        public var total = 0
        /// Requests by method.
        public var requests: [String: Int] = [:]
        /// Responses by status code.
        public var responses: [String: Int] = [:]
        /// How many of all are retransmissions.
        public var retransmissions = 0
    }

    /// The part of one kind of exchange.
    public struct Kind: Codable, Equatable, Sendable {
        /// How many exchanges of this kind there are.
        public var exchanges = 0
        /// How many messages they have together.
        public var messages = 0
        /// How many calls each of them has.
        public var calls = 0
        /// How each of these calls ends.
        public var outcome: String?
        /// How the transfer in each of them ends.
        public var transfer: String?
        /// The rules that have one finding in each of them.
        public var findings: [String] = []
        /// How many Call-IDs with an INVITE each of them has.
        public var callIDs = 0
        /// The Call-ID of the first of them.
        public var example: String?
    }

    /// The version of this format.
    public var schemaVersion = 1
    /// The seed of the trace.
    public var seed: UInt64 = 0
    /// The messages by method and status.
    public var messages = Messages()
    /// How many calls: a referred call is part of the call transferred, a consultation call is one of its own.
    public var calls = 0
    /// How many different Call-IDs have an INVITE.
    public var callIDs = 0
    /// Calls by outcome.
    public var outcomes: [String: Int] = [:]
    /// Transfers by outcome.
    public var transfers: [String: Int] = [:]
    /// Findings by rule, for the rules with fixed names.
    public var findings: [String: Int] = [:]
    /// The kinds by name.
    public var kinds: [String: Kind] = [:]

    /// Adds `count` exchanges of `kind`, of which the first has the Call-ID `example`.
    mutating func add(_ count: Int, of kind: ExchangeKind, example: String) {
        guard count > 0 else { return }
        let plans = kind.steps.compactMap(\.message)
        let callIDs = Set(plans.filter { $0.method == .invite }.map(\.leg)).count
        for plan in plans { addMessage(plan, count) }
        if let outcome = kind.expectation.call {
            calls += count * kind.expectation.calls
            outcomes[outcome.rawValue, default: 0] += count * kind.expectation.calls
        }
        self.callIDs += count * callIDs
        if let transfer = kind.expectation.transfer { transfers[transfer.rawValue, default: 0] += count }
        for rule in kind.expectation.findings { findings[rule, default: 0] += count }
        kinds[kind.name] = Kind(
            exchanges: count, messages: count * plans.count, calls: kind.expectation.calls,
            outcome: kind.expectation.call?.rawValue, transfer: kind.expectation.transfer?.rawValue,
            findings: kind.expectation.findings, callIDs: callIDs,
            example: example)
    }

    private mutating func addMessage(_ plan: MessagePlan, _ count: Int) {
        messages.total += count
        if plan.isRetransmission { messages.retransmissions += count }
        switch plan.startLine {
        case .request(let method, _): messages.requests[method.rawValue, default: 0] += count
        case .response(let status, _): messages.responses["\(status)", default: 0] += count
        }
    }
}
