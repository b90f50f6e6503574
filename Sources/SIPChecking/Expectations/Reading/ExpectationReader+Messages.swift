import SIPParsing
import TraceTypes
import YAMLReading

/// Messages, their header fields and their session descriptions.
extension ExpectationReader {
    /// An entry of `messages`.
    func message(_ node: YAMLNode) throws(YAMLError) -> MessageExpectation {
        let fields = try fields(node, ExpectationGrammar.message)
        var result = MessageExpectation()
        if let match = fields["match"] { result.selector = try messageSelector(match) }
        result.count = try value("count", of: fields) { node, key throws(YAMLError) in try node.bound(key) }
        if let node = fields["header"] { result.headers = try headers(node) }
        result.sdp = try value("sdp", of: fields, sdp)
        return result
    }

    private func messageSelector(_ node: YAMLNode) throws(YAMLError) -> MessageSelector {
        let fields = try fields(node, ExpectationGrammar.messageMatch)
        var result = MessageSelector()
        result.request = try fields["request"]?.methodName("request")
        result.response = try fields["response"]?.statuses("response")
        result.method = try fields["method"]?.methodName("method")
        result.order = try fields["order"]?.integer("order", in: 1...1_000_000)
        result.source = try fields["from"]?.address("from")
        result.destination = try fields["to"]?.address("to")
        if result.request != nil, let other = fields.entry("response") ?? fields.entry("method") {
            throw YAMLError(
                "'\(other.key)' selects responses, and 'request' requests; leave one of them out", at: other.mark)
        }
        return result
    }

    /// Header fields with what each has to be.
    func headers(_ node: YAMLNode) throws(YAMLError) -> [Placed<(name: String, value: HeaderMatcher)>] {
        var result: [Placed<(name: String, value: HeaderMatcher)>] = []
        var lines: [String: Int] = [:]
        for entry in try node.entries("header") {
            guard let name = HeaderName.spelled(entry.key) else {
                throw YAMLError("\(quoted(entry.key)) cannot be the name of a header field", at: entry.mark)
            }
            if let line = lines.updateValue(entry.mark.line, forKey: name.lowercased()) {
                throw YAMLError("\(name) is there already, in line \(line)", at: entry.mark)
            }
            let value: HeaderMatcher =
                switch try entry.value.matcher(name) {
                case .exact("present"): .present
                case .exact("absent"): .absent
                case let matcher: .value(matcher)
                }
            result.append(Placed((name, value), at: position(entry.mark)))
        }
        return result
    }

    private func sdp(_ node: YAMLNode, _ role: String) throws(YAMLError) -> SDPExpectation {
        var result = SDPExpectation()
        if case .scalar = node.content {
            guard !node.isNull else { throw node.wrong(role, "present, absent, or keys with values") }
            result.isPresent = try node.choice(role, of: ["present", "absent"]) == "present"
            return result
        }
        let fields = try fields(node, ExpectationGrammar.sdp)
        result.media = try value("media", of: fields) { node, key throws(YAMLError) in try node.texts(key) }
        result.codecs = try value("codecs", of: fields) { node, key throws(YAMLError) in try node.matchers(key) }
        result.direction = try value("direction", of: fields) { node, key throws(YAMLError) in
            try node.words(key, of: ["sendrecv", "sendonly", "recvonly", "inactive"])
        }
        result.address = try value("address", of: fields) { node, key throws(YAMLError) in try node.matcher(key) }
        result.port = try value("port", of: fields) { node, key throws(YAMLError) in try node.bound(key) }
        return result
    }
}

extension YAMLNode {
    /// The texts of a list.
    fileprivate func texts(_ role: String) throws(YAMLError) -> [String] {
        var result: [String] = []
        for item in try items(role) { result.append(try item.text(role)) }
        return result
    }

    /// A method: one that is registered, or any that does not look like a slip of one.
    fileprivate func methodName(_ role: String) throws(YAMLError) -> String {
        let known = SIPParsing.Method.allCases.map(\.name).filter { !$0.isEmpty }
        let name = try text(role)
        if known.contains(name) { return name }
        guard let guess = suggestion(for: name, in: known) else {
            guard name.isToken else { throw wrong(role, "a method such as INVITE") }
            return name
        }
        throw YAMLError("'\(role)' wants a method, not \(quoted(name)); did you mean '\(guess)'?", at: mark)
    }

    /// An address, perhaps with a port, in the one spelling that messages are shown with; or an expression.
    fileprivate func address(_ role: String) throws(YAMLError) -> TextMatcher {
        let matcher = try matcher(role)
        guard case .exact(let text) = matcher else { return matcher }
        if let address = IPAddress(host: text) ?? IPAddress(host: "[\(text)]") { return .exact("\(address)") }
        if let colon = text.lastIndex(of: ":"), let address = IPAddress(host: String(text[..<colon])),
            let port = UInt16(text[text.index(after: colon)...])
        {
            return .exact("\(Endpoint(address: address, port: port))")
        }
        throw wrong(role, "an address such as 192.0.2.10 or 192.0.2.10:5060, or an expression between slashes")
    }
}

extension HeaderName {
    /// The name of a header field: a known one, given in any case or in its one-letter form, as it is registered, any
    /// other token as it is; nil for what is no token.
    fileprivate static func spelled(_ text: String) -> String? {
        guard text.isToken else { return nil }
        let lowercased = text.lowercased()
        let known = allCases.first {
            $0 != .other && ($0.rawValue.lowercased() == lowercased || $0.compactForm.map(String.init) == lowercased)
        }
        return known?.rawValue ?? text
    }
}

extension String {
    /// Whether it is a token (RFC 3261 section 25.1).
    fileprivate var isToken: Bool {
        !isEmpty && unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || Self.others.contains($0)) }
    }

    private static let others = Set("0123456789-.!%*_+`'~".unicodeScalars)
}
