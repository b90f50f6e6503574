import SIPDialogs
import TraceTypes

/// Holding calls against what is expected of them.
extension Judging {
    /// The results for every call that an expectation is about.
    func results(of placed: Placed<CallExpectation>) -> [ExpectationResult] {
        let wanted = placed.value
        let selection = select(wanted.selector, .call)
        var results = problems(of: selection, wanted.selector, .call, named: wanted.name, at: placed.position)
        for view in selection.selected {
            let subject = subject(view, named: wanted.name)
            let call = JudgedCall(view, self)
            var found = aspects(of: wanted, call, subject)
            found += self.results(ofTransfers: wanted.transfers, in: view, subject)
            found += self.results(ofRedirects: wanted.redirects, in: view, subject)
            for (index, message) in wanted.messages.enumerated() {
                found += self.results(of: message, number: index + 1, in: [view], subject)
            }
            found += self.results(of: wanted.findings, in: view, subject)
            // An expectation without an aspect expects that there is such a call.
            if found.isEmpty {
                let seen = Observation(.met, view.title(timers), [view.firstFrame])
                found = [
                    subject.result("match", seen, expected: Self.words(wanted.selector, .call), at: placed.position)
                ]
            }
            results += found
        }
        return results
    }

    private func aspects(
        of wanted: CallExpectation, _ call: JudgedCall, _ subject: ResultSubject
    ) -> [ExpectationResult] {
        var results: [ExpectationResult] = []
        func add<Value>(
            _ aspect: String, _ placed: Placed<Value>?, _ text: (Value) -> String, _ judge: (Value) -> Observation
        ) {
            guard let placed else { return }
            results.append(
                subject.result(aspect, judge(placed.value), expected: text(placed.value), at: placed.position))
        }
        add("outcome", wanted.outcome, { $0.joined(separator: " or ") }, call.outcome)
        add("status", wanted.status, \.text, call.status)
        add("reason", wanted.reason, \.text, call.reason)
        add("ended-by", wanted.endedBy, \.self, call.end)
        add("legs", wanted.legs, \.text, call.legs)
        add("retransmissions", wanted.retransmissions, \.text, call.retransmissions)
        for placed in wanted.times {
            add(placed.value.time.rawValue, placed, \.bound.text) { call.time($0.time, $0.bound) }
        }
        add("codecs", wanted.codecs, { $0.isEmpty ? "none" : $0.map(\.text).joined(separator: ", ") }, call.codecs)
        return results
    }
}
