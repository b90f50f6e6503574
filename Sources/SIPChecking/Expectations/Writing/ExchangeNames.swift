import SIPDialogs
import SIPReporting
import YAMLReading

/// How exchanges are found again, and which of them are found alike.
struct ExchangeNames {
    /// What the From and To of exchanges are found by; nil where there is nothing to be found by, or all are.
    private struct Keys: Hashable {
        var from: String?
        var to: String?
    }

    private var places: [Int: Int] = [:]
    private var counts: [Keys: Int] = [:]

    /// Numbers exchanges that are found alike, in their order.
    init(_ exchanges: [JudgedExchange]) {
        for exchange in exchanges {
            let uris = Self.uris(of: exchange)
            let keys = Keys(from: uris.from.map(WrittenMatcher.key), to: uris.to.map(WrittenMatcher.key))
            // What lacks one of the two is found among all that have the other.
            let finders: Set<Keys> = [keys, Keys(from: keys.from), Keys(to: keys.to), Keys()]
            for finder in finders { counts[finder, default: 0] += 1 }
            places[exchange.summary.id] = count(foundAs: exchange)
        }
    }

    /// The selector of an exchange.
    func match(_ judged: JudgedExchange) -> String {
        let parties = Self.parties(of: judged)
        let isAlone = count(foundAs: judged) == 1
        let parts = [
            parties.from.map { "from: \(YAMLText.scalar($0))" }, parties.to.map { "to: \(YAMLText.scalar($0))" },
            isAlone ? nil : places[judged.summary.id].map { "order: \($0)" },
        ]
        return "match: {\(parts.compactMap { $0 }.joined(separator: ", "))}"
    }

    /// How many exchanges the matchers of one find, so far.
    private func count(foundAs judged: JudgedExchange) -> Int {
        let parties = Self.parties(of: judged)
        let tos = parties.to.map { WrittenMatcher.keys(foundBy: $0).map(Optional.some) } ?? [nil]
        let froms = parties.from.map { WrittenMatcher.keys(foundBy: $0).map(Optional.some) } ?? [nil]
        return froms.reduce(0) { sum, from in
            sum + tos.reduce(0) { $0 + (counts[Keys(from: from, to: $1)] ?? 0) }
        }
    }

    private static func parties(of judged: JudgedExchange) -> (from: String?, to: String?) {
        let uris = uris(of: judged)
        return (uris.from.flatMap(WrittenMatcher.party), uris.to.flatMap(WrittenMatcher.party))
    }

    /// From and To of its first leg, as received; of a registration, To alone.
    private static func uris(of judged: JudgedExchange) -> (from: String?, to: String?) {
        let leg = judged.exchange.flatMap { exchange in
            exchange.legs.first.map { (from: exchange.string($0.from), to: exchange.string($0.to)) }
        }
        let (from, to) = leg ?? (judged.summary.from, judged.summary.to)
        return (
            judged.summary.kind == .registration || WrittenMatcher.party(from) == nil ? nil : from,
            WrittenMatcher.party(to) == nil ? nil : to
        )
    }
}
