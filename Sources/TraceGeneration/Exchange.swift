/// An exchange under way: which kind, how far, and who takes part.
struct Exchange: Sendable {
    /// Its kind's place in the list of kinds in use.
    let kind: Int
    /// Its number in the trace, from 0.
    let serial: UInt64
    /// The network's and the transport's choice, one for all messages.
    let isV6: Bool
    let isTCP: Bool
    /// The hosts and the users of Alice, Bob and Carol.
    private let hosts: (UInt8, UInt8, UInt8)
    private let users: (UInt32, UInt32, UInt32)
    /// Its next step.
    var step = 0

    /// How many users there are.
    static let userCount: UInt32 = 80_000

    init(kind: Int, serial: UInt64, needs: ExchangeKind.Needs, options: GeneratorOptions, random: inout SeededRandom) {
        self.kind = kind
        self.serial = serial
        isV6 = random.unit() < options.ipv6Share
        isTCP = random.unit() < options.tcpShare && needs != .datagrams
        let agent = UInt8(truncatingIfNeeded: random.below(UInt64(Network.agentCount)))
        let otherAgent = (agent + 1 + UInt8(truncatingIfNeeded: random.below(UInt64(Network.agentCount - 1))))
        let controller = UInt8(truncatingIfNeeded: random.below(UInt64(Network.controllerCount)))
        let first = UInt8(Network.agentCount)
        let next = first + (controller + 1) % UInt8(Network.controllerCount)
        let isOutbound = random.unit() < 0.5 || needs == .agentFirst
        hosts =
            isOutbound
            ? (agent, first + controller, next) : (first + controller, agent, otherAgent % UInt8(Network.agentCount))
        let user = UInt32(truncatingIfNeeded: random.below(UInt64(Self.userCount)))
        let steps = UInt32(truncatingIfNeeded: random.below(UInt64(Self.userCount / 2 - 1))) + 1
        users = (user, (user + steps) % Self.userCount, (user + 2 * steps) % Self.userCount)
    }

    /// The number of the host of `role`.
    func host(_ role: Role) -> Int {
        switch role {
        case .alice: Int(hosts.0)
        case .bob: Int(hosts.1)
        case .carol: Int(hosts.2)
        }
    }

    /// The number of the user of `role`.
    func user(_ role: Role) -> UInt32 {
        switch role {
        case .alice: users.0
        case .bob: users.1
        case .carol: users.2
        }
    }
}
