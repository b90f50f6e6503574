/// How long a step waits after the one before it. Times are in microseconds.
enum Delay: Sendable {
    /// Exactly so many milliseconds, as a timer of RFC 3261 says.
    case fixed(milliseconds: Int64)
    /// One way through the network and the peer's work: far below T1, so that no timer of RFC 3261 fires.
    case network
    /// A machine goes on with its own next message.
    case machine
    /// A person does the next thing.
    case person
    /// A telephone rings.
    case ring
    /// Two persons talk.
    case talk

    private static let meanTalk = 40e6
    private static let shortestTalk = 3e6
    private static let longestTalk = 240e6

    /// A length of this delay in microseconds.
    func microseconds(from random: inout SeededRandom) -> Int64 {
        switch self {
        case .fixed(let milliseconds): milliseconds &* 1000
        case .network: random.integer(in: 4_000...45_000)
        case .machine: random.integer(in: 200...3_000)
        case .person: random.integer(in: 800_000...4_000_000)
        case .ring: random.integer(in: 1_000_000...12_000_000)
        case .talk: Int64(min(Self.shortestTalk + random.exponential(mean: Self.meanTalk), Self.longestTalk))
        }
    }
}
