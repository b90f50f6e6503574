import SIPCatalog
import SIPDialogs
import SIPFindings
import SIPReporting

/// Holds expectations against a trace.
struct Judging {
    /// The trace.
    let trace: JudgedTrace
    /// Its exchanges, in the order of their beginning.
    let exchanges: [ExchangeView]
    private let byKind: [Exchange.Kind: [ExchangeView]]
    /// The findings of each exchange, by its number.
    let findings: [Int: [CheckedFinding]]

    /// Prepares a trace for it.
    init(_ trace: JudgedTrace) {
        self.trace = trace
        exchanges = trace.report.exchanges.compactMap { judged in
            judged.exchange.map { ExchangeView(judged: judged, exchange: $0) }
        }
        byKind = Dictionary(grouping: exchanges, by: \.exchange.kind)
        findings = Dictionary(grouping: trace.findings, by: \.finding.exchange)
    }

    /// The protocol's timers.
    var timers: TimerValues { trace.report.timers }
    /// The language of advice.
    var catalog: Catalog { trace.report.catalog }

    /// The exchanges of a kind.
    func exchanges(_ kind: Exchange.Kind) -> [ExchangeView] { byKind[kind] ?? [] }

    /// What results about an exchange are about; under the name that the file gives it, if any.
    func subject(_ view: ExchangeView, named name: String? = nil) -> ResultSubject {
        guard let name else { return ResultSubject(name: view.title(timers), exchange: view.id) }
        return ResultSubject(name: "\(name) (\(view.exchange.kind.rawValue) \(view.id))", exchange: view.id)
    }
}

extension Expectations {
    /// Holds all of them against a trace, but for suppressions and the snapshot. The results stand in the order in
    /// which the file has what they are about.
    public func judge(_ trace: JudgedTrace) -> [ExpectationResult] {
        let judging = Judging(trace)
        var results: [ExpectationResult] = []
        for call in calls { results += judging.results(of: call) }
        for registration in registrations { results += judging.results(of: registration) }
        results += judging.results(ofTransfers: transfers)
        results += judging.results(ofRedirects: redirects)
        for (index, message) in messages.enumerated() {
            results += judging.results(of: message, number: index + 1, in: judging.exchanges, .trace)
        }
        results += judging.results(of: findings, in: nil, ResultSubject(name: "findings"))
        for count in counts { results.append(judging.result(of: count)) }
        for percentile in percentiles { results.append(judging.result(of: percentile)) }
        return results.inOrderOfFile
    }
}

extension [ExpectationResult] {
    /// By their places in the file; those of one place as they are.
    fileprivate var inOrderOfFile: [ExpectationResult] {
        enumerated().sorted { left, right in
            let (first, second) = (left.element.position, right.element.position)
            return (first?.line ?? .max, first?.column ?? .max, left.offset)
                < (second?.line ?? .max, second?.column ?? .max, right.offset)
        }.map(\.element)
    }
}
