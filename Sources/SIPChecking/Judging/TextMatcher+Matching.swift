import RegularExpressions
import TraceTypes

/// Holding texts against what they have to be.
extension TextMatcher {
    /// Whether a text is what it has to be; one whose matching took too many steps is not.
    public func matches(_ text: String) -> Bool { answer(for: text) == .matches }

    /// The same, with an answer for the matching that took too many steps.
    func answer(for text: String, ignoringCase: Bool = false) -> RegularExpression.Answer {
        switch self {
        case .exact(let wanted):
            let isSame = ignoringCase ? wanted.lowercased() == text.lowercased() : wanted == text
            return isSame ? .matches : .differs
        case .pattern(let expression, _): return expression.answer(for: text)
        }
    }

    /// Of texts any of which may match.
    func answer(forAnyOf texts: [String], ignoringCase: Bool = false) -> RegularExpression.Answer {
        let answers = texts.lazy.map { answer(for: $0, ignoringCase: ignoringCase) }
        var isCostly = false
        for answer in answers {
            if answer == .matches { return .matches }
            if answer == .tooCostly { isCostly = true }
        }
        return isCostly ? .tooCostly : .differs
    }

    /// Of a URI as received. An expression is about its text; a text that is no expression may also be its user, its
    /// user@host, with the scheme in front or not, and with or without the port: URI parameters may be left out.
    func answer(forURI text: String) -> RegularExpression.Answer { URIMatcher(self).answer(for: ReadURI(text)) }

    /// Of an address with a port: by the address alone as well.
    func answer(for endpoint: Endpoint) -> RegularExpression.Answer {
        let address = "\(endpoint.address)"
        return answer(forAnyOf: [address, "\(endpoint)", "[\(address)]"], ignoringCase: true)
    }

    /// As it is written.
    var text: String {
        switch self {
        case .exact(let text), .pattern(_, let text): text
        }
    }
}
