/// A SIP or SIPS URI (RFC 3261 section 19.1), or a tel, urn or other URI as far as it has the same parts.
public struct SIPURI: Sendable, Hashable {
    /// The scheme in lower case.
    public let scheme: String
    /// The user with its escapes resolved; of a tel URI the number, of any other URI all up to its parameters.
    public let user: String?
    /// The host in lower case, an IPv6 address in its brackets; empty where the scheme has none.
    public let host: String
    /// The port, when there is one in range.
    public let port: UInt16?
    /// The URI parameters, escapes resolved.
    public let parameters: [Parameter]
    /// The header fields that the URI asks a request to carry (section 19.1.1), escapes resolved.
    public let headers: [Parameter]
    /// The URI as received.
    public let text: String
    /// The URI as received up to its header fields.
    let textWithoutHeaders: String
    /// The user part with only such escapes resolved as do not matter in a comparison (section 19.1.4).
    let comparableUser: String?
    /// The password, compared but never shown.
    let comparablePassword: String?

    /// Reads the URI that fills `value`; nil without a scheme, without a host where SIP needs one, or with white space
    /// or brackets in it.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value),
            let colon = Self.endOfScheme(bytes, range),
            range.allSatisfy({ !ASCII.endsURI(bytes[$0]) })
        else { return nil }
        scheme = bytes.lowercasedText(range.lowerBound..<colon)
        let rest = (colon + 1)..<range.upperBound
        let isSIP = scheme == "sip" || scheme == "sips"
        let at = isSIP ? Self.endOfUserinfo(bytes, rest) : nil
        let addressStart = at.map { $0 + 1 } ?? rest.lowerBound
        let question = bytes.offset(of: ASCII.question, from: addressStart, to: rest.upperBound) ?? rest.upperBound
        let semicolon = bytes.offset(of: ASCII.semicolon, from: addressStart, to: question) ?? question
        if isSIP {
            let userinfo = at.map { rest.lowerBound..<$0 }
            let userEnd = userinfo.map {
                bytes.offset(of: ASCII.colon, from: $0.lowerBound, to: $0.upperBound) ?? $0.upperBound
            }
            let userRange = userEnd.map { rest.lowerBound..<$0 }
            user = userRange.map { bytes.unescapedText($0) }
            comparableUser = userRange.map { bytes.unescapedText($0, keepingReserved: true) }
            if let userEnd, let at, userEnd < at {
                comparablePassword = bytes.unescapedText((userEnd + 1)..<at, keepingReserved: true)
            } else {
                comparablePassword = nil
            }
            (host, port) = bytes.hostAndPort(addressStart..<semicolon)
            guard !host.isEmpty else { return nil }
        } else {
            guard semicolon > rest.lowerBound else { return nil }
            user = bytes.unescapedText(rest.lowerBound..<semicolon)
            comparableUser = bytes.unescapedText(rest.lowerBound..<semicolon, keepingReserved: true)
            comparablePassword = nil
            (host, port) = ("", nil)
        }
        parameters = bytes.escapedParameters(in: semicolon..<question, separator: ASCII.semicolon)
        let headerStart = min(question + 1, rest.upperBound)
        headers = bytes.escapedParameters(in: headerStart..<rest.upperBound, separator: ASCII.ampersand)
        text = bytes.text(ByteRange(range))
        textWithoutHeaders = question == rest.upperBound ? text : bytes.text(ByteRange(range.lowerBound..<question))
    }

    /// Reads a URI out of text.
    public static func parse(_ text: String) -> SIPURI? {
        let bytes = Array(text.utf8)
        return SIPURI(bytes.span, ByteRange(0..<bytes.count))
    }

    /// The value of a URI parameter (name in lower case): empty when it has none, nil when it is not there.
    public func parameter(_ name: String) -> String? {
        parameters.value(of: name)
    }

    /// The value of a header field of the URI (name in lower case).
    public func header(_ name: String) -> String? {
        headers.value(of: name)
    }

    /// The URI that a request is sent to: the same without the header fields it asks for (section 19.1.5).
    public var withoutHeaders: SIPURI {
        headers.isEmpty && text == textWithoutHeaders ? self : SIPURI(stripping: self)
    }

    private init(stripping other: SIPURI) {
        scheme = other.scheme
        user = other.user
        host = other.host
        port = other.port
        parameters = other.parameters
        headers = []
        text = other.textWithoutHeaders
        textWithoutHeaders = other.textWithoutHeaders
        comparableUser = other.comparableUser
        comparablePassword = other.comparablePassword
    }

    /// scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ): the offset of the colon behind it.
    private static func endOfScheme(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        guard let first = range.first, ASCII.isLetter(bytes[first]) else { return nil }
        for offset in range {
            let byte = bytes[offset]
            if byte == ASCII.colon { return offset }
            guard ASCII.isLetter(byte) || ASCII.digit(byte) != nil || byte == 43 || byte == 45 || byte == 46 else {
                return nil
            }
        }
        return nil
    }

    /// The at sign behind userinfo. One that should have been escaped counts to the user, up to the URI's parameters.
    private static func endOfUserinfo(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        guard var last = bytes.offset(of: ASCII.at, from: range.lowerBound, to: range.upperBound) else { return nil }
        for offset in (last + 1)..<range.upperBound {
            let byte = bytes[offset]
            if byte == ASCII.semicolon || byte == ASCII.question { break }
            if byte == ASCII.at { last = offset }
        }
        return last
    }
}
