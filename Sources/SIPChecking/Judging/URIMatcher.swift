import RegularExpressions
import SIPParsing

/// What a URI has to be, prepared to be held against many.
struct URIMatcher {
    private let matcher: TextMatcher
    /// The text that is no expression.
    private let wanted: Address?
    /// Its scheme in lower case, and what stands behind that.
    private let schemed: (scheme: String, rest: Address)?

    /// Prepares a matcher.
    init(_ matcher: TextMatcher) {
        self.matcher = matcher
        guard case .exact(let text) = matcher else {
            (wanted, schemed) = (nil, nil)
            return
        }
        wanted = Address(text[...])
        schemed = text.firstIndex(of: ":").map { colon in
            (text[..<colon].lowercased(), Address(text[text.index(after: colon)...]))
        }
    }

    /// Whether a URI is what it has to be.
    func answer(for read: ReadURI) -> RegularExpression.Answer {
        guard let wanted else { return matcher.answer(for: read.text) }
        if wanted.text == read.text { return .matches }
        guard let scheme = read.scheme else { return .differs }
        if let name = read.name, !name.isEmpty, wanted.text == name { return .matches }
        if let number = read.number, number == wanted.number { return .matches }
        if let schemed, schemed.scheme == scheme { return schemed.rest.isAddress(of: read) ? .matches : .differs }
        return read.host.isEmpty || !wanted.isAddress(of: read) ? .differs : .matches
    }

    /// A text that may be an address: `user@host:port`, or a part of it.
    private struct Address {
        let text: String
        let number: String?
        /// What stands before the last `@`; nil without one.
        let user: String?
        /// The rest in lower case.
        let place: String

        init(_ text: Substring) {
            self.text = String(text)
            number = TelephoneNumber.compared(self.text)
            let at = text.lastIndex(of: "@")
            user = at.map { String(text[..<$0]) }
            place = (at.map { text[text.index(after: $0)...] } ?? text).lowercased()
        }

        /// Whether it is that of a URI, whose scheme is not looked at.
        func isAddress(of read: ReadURI) -> Bool {
            guard !read.host.isEmpty else { return text == read.name ?? "" || (number != nil && number == read.number) }
            guard place == read.host || place == read.hostAndPort else { return false }
            return user.map { $0 == read.name ?? "" } ?? (read.name == nil)
        }
    }
}

/// A URI as received, with the parts that it is matched by.
struct ReadURI {
    /// As received.
    let text: String
    /// In lower case; nil for what is no URI.
    let scheme: String?
    /// The user without its parameters; nil where there is no user.
    let name: String?
    /// The telephone number without visual separators; nil where the user is none.
    let number: String?
    /// In lower case; empty where the scheme has none.
    let host: String
    let hostAndPort: String

    /// Reads a URI.
    init(_ text: String) {
        let uri = SIPURI.parse(text)
        let name = uri?.user.map { String($0.prefix { $0 != ";" }) }
        self.text = text
        self.name = name
        scheme = uri?.scheme
        number = uri.flatMap { TelephoneNumber.of($0, name ?? "") }
        host = uri?.host ?? ""
        hostAndPort = "\(host):\(uri?.port.map(String.init) ?? "")"
    }
}

/// Telephone numbers, which are the same with and without visual separators (RFC 3966 section 5.1.1).
enum TelephoneNumber {
    /// The number of a URI without separators. Those of a `tel` URI and of one with `user=phone` are telephone numbers, and
    /// of others only what begins with `+`: a hyphen in any other user parts names that are not the same.
    static func of(_ uri: SIPURI, _ name: String) -> String? {
        let isNumber = uri.scheme == "tel" || name.hasPrefix("+") || uri.parameter("user")?.lowercased() == "phone"
        return isNumber ? compared(name) : nil
    }

    /// A text as numbers are compared; nil for what is none.
    static func compared(_ text: String) -> String? {
        let number = text.filter { !"-.() ".contains($0) }
        let digits = number.hasPrefix("+") ? number.dropFirst() : number[...]
        return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? number : nil
    }
}
