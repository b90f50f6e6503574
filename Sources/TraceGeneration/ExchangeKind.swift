/// One kind of exchange: a call, a transfer, or a request on its own, with the script of its messages.
public struct ExchangeKind: Sendable {
    /// What a script cannot do without.
    enum Needs: Sendable {
        case nothing
        /// Retransmission of requests, which only an unreliable transport has.
        case datagrams
        /// A telephone as the one who starts: it registers, or is the one that keeps alive.
        case agentFirst
    }

    /// The name that `--kinds` takes.
    public let name: String
    /// How often this kind starts, against the sum of all weights.
    public let weight: Int
    /// What happens, in a line.
    public let summary: String
    /// What an analyzer should say of it.
    public let expectation: Expectation
    let needs: Needs
    let steps: [Step]
    /// How many messages it has.
    public let messageCount: Int

    init(
        _ name: String, weight: Int, _ summary: String, _ expectation: Expectation, needs: Needs = .nothing,
        script write: (inout Script) -> Void
    ) {
        self.name = name
        self.weight = weight
        self.summary = summary
        self.expectation = expectation
        self.needs = needs
        var script = Script()
        write(&script)
        steps = script.steps
        messageCount = script.steps.count { $0.message != nil }
    }

    /// All kinds, in the order of the list that `--list-kinds` prints.
    public static let all: [ExchangeKind] =
        answeredCalls + rejectedCalls + cancelledCalls + redirects + challenges + lostMessages + retries + otherRequests
        + blindTransfers + attendedTransfers
}
