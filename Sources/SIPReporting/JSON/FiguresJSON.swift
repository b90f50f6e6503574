import SIPCatalog
import TraceTypes

extension TraceFigures {
    /// The figures, their definitions in the catalog's language.
    func json(_ catalog: Catalog) -> JSONText {
        var calls = calls.counts.json
        calls["blocked"] = .number(self.calls.blocked)
        calls["open"] = .number(self.calls.open)
        return .object([
            "calls": .object(calls), "cutExchanges": .number(cutExchanges),
            "delays": .figures(delays, catalog), "measuredAt": .string("capture point"),
            "otherPeers": peers.others.attempts > 0 ? .object(peers.others.json) : .null,
            "peers": .array(
                peers.sorted.map { peer in
                    .object(peer.figures.json.merging(["address": .string("\(peer.address)")]) { $1 })
                }),
            "ratios": .figures(ratios, catalog), "registrations": .object(registrations.counts.json),
        ])
    }
}

extension AttemptCounts {
    /// The counts, to add others to.
    fileprivate var json: [String: JSONText] {
        [
            "answered": .number(answered), "attempts": .number(attempts), "cancelled": .number(cancelled),
            "failed": .statuses(failures), "partial": .number(partial), "statuses": .statuses(statuses),
            "unanswered": .number(unanswered), "undetermined": .number(undetermined),
        ]
    }
}

extension PeerFigures {
    /// The figures, to add the address to.
    fileprivate var json: [String: JSONText] {
        [
            "answered": .number(answered), "attempts": .number(attempts), "failed": .statuses(failures),
            "srdAnswered": .object(requestDelay.json), "unanswered": .number(unanswered),
            "undetermined": .number(undetermined),
        ]
    }
}

extension Distribution {
    /// How many samples there are, and in seconds how they are spread.
    fileprivate var json: [String: JSONText] {
        [
            "count": .number(count), "maxSeconds": .seconds(max), "meanSeconds": .seconds(mean),
            "minSeconds": .seconds(min), "p50Seconds": .seconds(percentile(50)),
            "p90Seconds": .seconds(percentile(90)), "p95Seconds": .seconds(percentile(95)),
            "p99Seconds": .seconds(percentile(99)),
        ]
    }
}

extension Figure {
    fileprivate func json(_ catalog: Catalog) -> JSONText {
        var fields: [String: JSONText] = [
            "definition": .string(definition(catalog)), "reference": .string(source(catalog)),
        ]
        switch value {
        case .ratio(let ratio):
            fields["numerator"] = .number(ratio.numerator)
            fields["denominator"] = .number(ratio.denominator)
            fields["percent"] = ratio.percent(decimals: 2).map { .decimal($0) } ?? .null
        case .spread(let spread): fields.merge(spread.json) { $1 }
        }
        return .object(fields)
    }
}

extension JSONText {
    fileprivate static func figures(_ figures: [Figure], _ catalog: Catalog) -> JSONText {
        .object(Dictionary(figures.map { ($0.key, $0.json(catalog)) }) { $1 })
    }

    /// Counts by status; `other` are those for which there was no room.
    fileprivate static func statuses(_ counts: StatusCounts) -> JSONText {
        var named = Dictionary(counts.counts.map { (String($0.key), $0.value) }) { $1 }
        if counts.others > 0 { named["other"] = counts.others }
        return .counts(named)
    }
}
