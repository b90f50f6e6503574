import RegularExpressions
import SIPParsing
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
    func answer(forURI text: String) -> RegularExpression.Answer {
        let whole = answer(for: text)
        guard whole == .differs, case .exact(let wanted) = self, let uri = SIPURI.parse(text) else { return whole }
        return uri.goes(by: wanted) ? .matches : .differs
    }

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

extension SIPURI {
    /// Whether a text is the URI's user, or the URI without parameters: with the scheme or without, with the port or
    /// without. Telephone numbers are the same with and without visual separators (RFC 3966 section 5.1.1).
    fileprivate func goes(by wanted: String) -> Bool {
        let name = user.map { String($0.prefix { $0 != ";" }) }
        if let name, !name.isEmpty {
            if wanted == name { return true }
            if let number = Self.number(name), number == Self.number(wanted) { return true }
        }
        let prefix = scheme + ":"
        let isPrefixed = wanted.lowercased().hasPrefix(prefix)
        let rest = isPrefixed ? wanted.dropFirst(prefix.count) : wanted[...]
        guard !host.isEmpty else {
            return isPrefixed
                && (rest == name ?? "" || (Self.number(String(rest)).map { $0 == Self.number(name ?? "") } ?? false))
        }
        let at = rest.lastIndex(of: "@")
        let place = (at.map { rest[rest.index(after: $0)...] } ?? rest).lowercased()
        guard place == host || place == "\(host):\(port.map(String.init) ?? "")" else { return false }
        return at.map { rest[..<$0] == name ?? "" } ?? (name == nil)
    }

    /// A telephone number without its visual separators; nil for what is none.
    private static func number(_ text: String) -> String? {
        let number = text.filter { !"-.() ".contains($0) }
        let digits = number.hasPrefix("+") ? number.dropFirst() : number[...]
        return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? number : nil
    }
}
