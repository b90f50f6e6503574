import SIPDialogs
import TraceTypes

/// Holding transfers against what is expected of them.
extension Judging {
    /// The transfers of a call, each against the expectation in its place.
    func results(
        ofTransfers wanted: Placed<[Placed<TransferExpectation>]>?, in view: ExchangeView, _ subject: ResultSubject
    ) -> [ExpectationResult] {
        let found = view.exchange.transfers.map { JudgedTransfer(view: view, transfer: $0, judging: self) }
        return results(
            wanted, found, "transfer", subject, isPartial: view.exchange.isPartial, frames: found.map(\.referFrame),
            aspects)
    }

    /// The transfers of all calls, in the order of their REFERs.
    func results(ofTransfers wanted: Placed<[Placed<TransferExpectation>]>?) -> [ExpectationResult] {
        let found = exchanges.flatMap { view in
            view.exchange.transfers.map { JudgedTransfer(view: view, transfer: $0, judging: self) }
        }.sorted { ($0.transfer.time, $0.view.id) < ($1.transfer.time, $1.view.id) }
        return results(wanted, found, "transfer", .trace, frames: found.map(\.referFrame), aspects)
    }

    /// Things of an ordered list, each against the expectation in its place; one result where their number is another. A
    /// call of which only a part is in the trace may have had more of them before.
    func results<Wanted, Found: JudgedPart>(
        _ wanted: Placed<[Placed<Wanted>]>?, _ found: [Found], _ noun: String, _ subject: ResultSubject,
        isPartial: Bool = false, frames: [FrameNumber?], _ aspects: (Wanted, Found, (AspectResult) -> Void) -> Void
    ) -> [ExpectationResult] {
        guard let wanted else { return [] }
        let expected = SeenText.count(wanted.value.count, noun)
        let number = SeenText.count(found.count, noun)
        let seen =
            isPartial
            ? Observation(
                found.count > wanted.value.count ? .failed : .undetermined, "\(number): \(ExchangeView.begunBefore)",
                frames)
            : Observation(isMet: wanted.value.count == found.count, number, frames)
        let count = subject.result("\(noun)s", seen, expected: expected, at: wanted.position)
        guard seen.state == .met else { return [count] }
        var results: [ExpectationResult] = []
        for (place, pair) in zip(wanted.value, found).enumerated() {
            var subject = subject
            subject.exchange = pair.1.view.id
            aspects(pair.0.value, pair.1) { aspect in
                results.append(
                    subject.result(
                        "\(noun)s[\(place + 1)].\(aspect.name)", aspect.observation, expected: aspect.expected,
                        at: aspect.position))
            }
        }
        return results.isEmpty ? [count] : results
    }

    private func aspects(_ wanted: TransferExpectation, _ found: JudgedTransfer, _ add: (AspectResult) -> Void) {
        if let kind = wanted.kind { add(AspectResult("kind", found.kind(kind.value), kind.value, kind.position)) }
        if let target = wanted.target {
            add(AspectResult("target", found.target(target.value), target.value.text, target.position))
        }
        if let response = wanted.response {
            add(AspectResult("response", found.response(response.value), response.value.text, response.position))
        }
        if let status = wanted.finalStatus {
            add(AspectResult("final-status", found.finalStatus(status.value), status.value.text, status.position))
        }
        if let outcome = wanted.outcome {
            let words = outcome.value.joined(separator: " or ")
            add(AspectResult("outcome", found.outcome(outcome.value), words, outcome.position))
        }
    }
}

/// Something of which an exchange may have several, such as transfers.
protocol JudgedPart {
    /// The exchange.
    var view: ExchangeView { get }
}

/// What was seen of an aspect of a part.
struct AspectResult {
    let name: String
    let observation: Observation
    let expected: String
    let position: SourcePosition

    init(_ name: String, _ observation: Observation, _ expected: String, _ position: SourcePosition) {
        self.name = name
        self.observation = observation
        self.expected = expected
        self.position = position
    }
}
