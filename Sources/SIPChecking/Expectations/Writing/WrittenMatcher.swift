import SIPParsing

/// Writing matchers that hold for what a trace has.
enum WrittenMatcher {
    /// Matches a text as it is, by an expression where it could be taken for one; nil where it is too long for that.
    static func exact(_ text: String) -> String? {
        text.hasPrefix("/") && text.dropFirst().contains("/") ? expression(text) : text
    }

    /// Matches a URI by its user or its host, as a whole where it has neither; nil for an empty one. Of schemes that know
    /// no host, only `tel` has a user.
    static func party(_ uri: String) -> String? {
        guard !uri.isEmpty else { return nil }
        guard let parsed = SIPURI.parse(uri) else { return expression(uri) }
        guard !parsed.host.isEmpty || parsed.scheme == "tel" else { return uri }
        guard let user = parsed.user else { return "\(parsed.scheme):\(parsed.host)" }
        let name = String(user.prefix { $0 != ";" })
        return name.isEmpty || name.hasPrefix("/") ? expression(uri) : name
    }

    /// Matches the URI of a contact without what changes from run to run: its port and its parameters.
    static func contact(_ uri: String) -> String? {
        guard let parsed = SIPURI.parse(uri), !parsed.host.isEmpty, let user = parsed.user else { return party(uri) }
        let name = String(user.prefix { $0 != ";" })
        return name.isEmpty ? expression(uri) : "\(parsed.scheme):\(name)@\(parsed.host)"
    }

    /// What a URI is found by: URIs with the same key are found alike. Telephone numbers are the same with and without
    /// visual separators, other users are not.
    static func key(of uri: String) -> String {
        let read = ReadURI(uri)
        return read.number.map { "number \($0)" } ?? "text \(party(uri) ?? "")"
    }

    /// The keys of all URIs that a matcher of `party(_:)` finds.
    static func keys(foundBy party: String) -> [String] {
        [TelephoneNumber.compared(party).map { "number \($0)" }, "text \(party)"].compactMap { $0 }
    }

    /// Bytes of the longest expression that the reader takes.
    private static let longest = 1_000

    /// An expression that a text matches, and nothing else.
    private static func expression(_ text: String) -> String? {
        let body = text.unicodeScalars.map { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9": String(scalar)
            case "\u{20}"..."\u{7E}": "\\\(scalar)"
            case "\u{00}"..."\u{1F}", "\u{7F}": "\\x{\(String(scalar.value, radix: 16))}"
            default: String(scalar)
            }
        }.joined()
        return body.utf8.count <= longest - 3 ? "/^\(body)\\z/" : nil
    }
}
