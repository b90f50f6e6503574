import SIPDialogs
import SIPReporting

/// How exchanges are found again, and which of them are found alike.
struct ExchangeNames {
    /// From and To as they are written; nil where there is nothing to be found by.
    private struct Pair: Hashable {
        var from: String?
        var to: String?
    }

    private var places: [Int: Int] = [:]
    private var counts: [Pair: Int] = [:]

    /// Numbers exchanges that are found alike, in their order.
    init(_ exchanges: [JudgedExchange]) {
        for exchange in exchanges {
            let key = Self.key(of: Self.pair(of: exchange))
            // What lacks one of the two is found among all that have the other.
            let finders: Set<Pair> = [key, Pair(from: key.from), Pair(to: key.to), Pair()]
            for finder in finders { counts[finder, default: 0] += 1 }
            places[exchange.summary.id] = counts[key]
        }
    }

    /// The selector of an exchange.
    func match(_ judged: JudgedExchange) -> String {
        let pair = Self.pair(of: judged)
        let isAlone = counts[Self.key(of: pair)] == 1
        let parts = [
            pair.from.map { "from: \(YAMLScalar.text($0))" }, pair.to.map { "to: \(YAMLScalar.text($0))" },
            isAlone ? nil : places[judged.summary.id].map { "order: \($0)" },
        ]
        return "match: {\(parts.compactMap { $0 }.joined(separator: ", "))}"
    }

    private static func pair(of judged: JudgedExchange) -> Pair {
        let leg = judged.exchange.flatMap { exchange in
            exchange.legs.first.map { (from: exchange.string($0.from), to: exchange.string($0.to)) }
        }
        let (from, to) = leg ?? (judged.summary.from, judged.summary.to)
        return Pair(
            from: judged.summary.kind == .registration ? nil : WrittenMatcher.party(from),
            to: WrittenMatcher.party(to))
    }

    private static func key(of pair: Pair) -> Pair {
        Pair(from: pair.from.map(WrittenMatcher.key), to: pair.to.map(WrittenMatcher.key))
    }
}
