import RegularExpressions
import SIPDialogs
import SIPParsing
import TraceTypes

/// Holding header fields of messages against what they have to be.
extension Judging {
    /// Reads a message once more.
    func read(_ place: MessagePlace) -> Result<ReadMessage, ReadMessage.Problem> {
        guard let bytes = trace.bytes(place.view.exchange, place.index) else { return .failure(.isGone) }
        return Result { () throws(ReadMessage.Problem) in try ReadMessage(bytes) }
    }

    /// What a message shows of a header field.
    func observation(
        of name: String, _ wanted: HeaderMatcher, _ place: MessagePlace,
        _ message: Result<ReadMessage, ReadMessage.Problem>
    ) -> Observation {
        let read: ReadMessage
        switch message {
        case .success(let message): read = message
        case .failure(let problem): return Observation(.undetermined, problem.text, [place.frame])
        }
        let fields = read.fields(name)
        if fields.isEmpty { return absence(wanted, place) }
        let isSecret = fields.contains(where: \.name.isSecret)
        let values = isSecret ? "present (its value is not shown)" : SeenText.list(fields.map(read.value), none: "")
        let seen = values.isEmpty ? "present, without a value" : values
        switch wanted {
        case .present: return Observation(.met, seen, [place.frame])
        case .absent: return Observation(.failed, seen, [place.frame])
        case .value(let matcher):
            let answers = fields.map { read.answer(matcher, $0) }
            let isMet = answers.contains(.matches)
            if !isMet, answers.contains(.tooCostly) { return .tooCostly([place.frame]) }
            guard isMet || !place.isCut else { return Observation(.undetermined, seen + Self.asFar, [place.frame]) }
            return Observation(isMet: isMet, seen, [place.frame])
        }
    }

    private static let asFar = ", as far as the capture has the message"

    /// Of a message that the capture cut, nothing is known to lack.
    private func absence(_ wanted: HeaderMatcher, _ place: MessagePlace) -> Observation {
        guard !place.isCut else { return Observation(.undetermined, "absent" + Self.asFar, [place.frame]) }
        if case .absent = wanted { return Observation(.met, "absent", [place.frame]) }
        return Observation(.failed, "absent", [place.frame])
    }
}

extension HeaderMatcher {
    /// What it says, in words.
    var text: String {
        switch self {
        case .present: "present"
        case .absent: "absent"
        case .value(let matcher): matcher.text
        }
    }
}
