import RegularExpressions
import SIPDialogs
import SIPParsing
import TraceTypes

/// Holding messages against what is expected of them.
extension Judging {
    /// The results of one expectation for the messages of some exchanges; `number` is its place in its list, from 1.
    func results(
        of placed: Placed<MessageExpectation>, number: Int, in views: [ExchangeView], _ subject: ResultSubject
    ) -> [ExpectationResult] {
        let wanted = placed.value
        let aspect = "messages[\(number)]"
        let (selected, doubts) = select(wanted.selector, in: views)
        if !doubts.isEmpty {
            let why = Observation.tooCostly(doubts.map(\.frame))
            return [subject.result("\(aspect).match", why, expected: wanted.selector.words, at: placed.position)]
        }
        let isCut = views.contains(where: \.isCut)
        if selected.isEmpty, wanted.count == nil {
            let state: ExpectationResult.State = isCut ? .undetermined : .unmatched
            let seen = Observation(state, isCut ? "none among those that are kept" : "no such message")
            return [subject.result(aspect, seen, expected: wanted.selector.words, at: placed.position)]
        }
        var results: [ExpectationResult] = []
        func add(_ name: String, _ seen: Observation, _ expected: String, _ position: SourcePosition) {
            var subject = subject
            if subject.exchange == nil { subject.exchange = exchange(of: selected, seen.frames) }
            results.append(subject.result(aspect + name, seen, expected: expected, at: position))
        }
        if let count = wanted.count {
            let seen = self.count(selected, count.value, isCut: isCut)
            add(".count", seen, "\(count.value.text) of: \(wanted.selector.words)", count.position)
        }
        let isContentWanted = !selected.isEmpty && (!wanted.headers.isEmpty || wanted.sdp != nil)
        let messages = isContentWanted ? selected.map { (place: $0, read: read($0)) } : []
        if !messages.isEmpty {
            for header in wanted.headers {
                let seen = messages.map { observation(of: header.value.name, header.value.value, $0.place, $0.read) }
                add(".header.\(header.value.name)", combined(seen), header.value.value.text, header.position)
            }
            for part in wanted.sdp.map({ $0.value.aspects(at: $0.position) }) ?? [] {
                let seen = messages.map { part.observe(SDPPlace($0.place, $0.read)) }
                add(".sdp\(part.name)", combined(seen), part.expected, part.position)
            }
        }
        if results.isEmpty {
            let seen = Observation(.met, SeenText.count(selected.count, "message"), selected.map(\.frame))
            add("", seen, wanted.selector.words, placed.position)
        }
        return results
    }

    /// The exchange whose message has the first of some frames.
    private func exchange(of places: [MessagePlace], _ frames: [FrameNumber]) -> Int? {
        places.first { frames.contains($0.frame) }?.view.id
    }

    private func count(_ selected: [MessagePlace], _ wanted: Bound, isCut: Bool) -> Observation {
        let number = Int64(selected.count)
        let frames = selected.map(\.frame)
        guard isCut else { return Observation(isMet: wanted.holds(number), "\(number)", frames) }
        return Observation(
            wanted.mayHold(from: number) ? .undetermined : .failed,
            "at least \(number): not all messages are kept", frames)
    }

    /// What was seen of several messages, in one: what is not as expected comes first.
    private func combined(_ observations: [Observation]) -> Observation {
        let state: ExpectationResult.State =
            [.failed, .undetermined].first { state in observations.contains { $0.state == state } } ?? .met
        let decisive = observations.filter { $0.state == state }
        let seen = decisive.first?.seen ?? ""
        let isSame = decisive.allSatisfy { $0.seen == seen }
        let frames = decisive.flatMap(\.frames)
        guard observations.count > 1 else { return Observation(state, seen, frames) }
        let share = "in \(decisive.count) of \(observations.count) messages"
        return Observation(state, "\(seen) (\(isSame ? share : "the first of several, \(share)"))", frames)
    }

    /// The messages that a selector selects, and those of which it cannot be told.
    private func select(
        _ selector: MessageSelector, in views: [ExchangeView]
    ) -> (selected: [MessagePlace], doubts: [MessagePlace]) {
        var selected: [MessagePlace] = []
        var doubts: [MessagePlace] = []
        for view in views {
            for index in view.messages {
                let place = MessagePlace(view: view, index: index)
                switch selector.answer(for: place) {
                case .matches: selected.append(place)
                case .tooCostly: doubts.append(place)
                case .differs: break
                }
            }
        }
        if views.count > 1 { selected.sort { ($0.frame, $0.view.id, $0.index) < ($1.frame, $1.view.id, $1.index) } }
        return (selector.order.map(selected.only) ?? selected, doubts)
    }
}

extension MessageSelector {
    /// Whether it selects a message.
    fileprivate func answer(for place: MessagePlace) -> RegularExpression.Answer {
        let record = place.record
        if let request, !record.isRequest || request != place.methodName { return .differs }
        if let response, record.isRequest || !response.contain(record.status) { return .differs }
        if let method, record.isRequest || method != place.methodName { return .differs }
        let ends = [
            source?.answer(for: place.view.exchange.source(of: record)),
            destination?.answer(for: place.view.exchange.destination(of: record)),
        ]
        if ends.contains(.differs) { return .differs }
        return ends.contains(.tooCostly) ? .tooCostly : .matches
    }

    /// What it selects, in words: `603 to INVITE from 192.0.2.2(number 2)`.
    var words: String {
        var words: [String] = []
        if let request { words.append(request) }
        if let response { words.append(response.text) }
        if let method { words.append(response == nil ? "a response to \(method)" : "to \(method)") }
        if words.isEmpty { words.append("a message") }
        if let source { words.append("from \(source.text)") }
        if let destination { words.append("to \(destination.text)") }
        if let order { words.append("(number \(order))") }
        return words.joined(separator: " ")
    }
}

extension MessagePlace {
    /// The name of the request's method, or of the one that a response answers, as received.
    var methodName: String { view.exchange.requestMethodName(of: index) }
}
