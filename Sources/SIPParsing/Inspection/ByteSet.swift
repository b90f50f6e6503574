/// A set of ASCII bytes, as the grammar's character classes are (RFC 3261 section 25.1).
struct ByteSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// The letters and digits, and the bytes of `others`.
    static func alphanumeric(and others: String) -> ByteSet {
        ByteSet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" + others)
    }

    /// Makes a set of the bytes of a text; what is not ASCII is left out.
    init(_ text: String) {
        for byte in text.utf8 where byte < 128 {
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
        }
    }

    /// Whether the byte is in the set.
    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        let half = byte & 64 == 0 ? low : high
        return byte < 128 && (half &>> UInt64(byte & 63)) & 1 == 1
    }
}

extension ByteSet {
    /// unreserved without letters and digits.
    private static let mark = "-_.!~*'()"

    /// 1*DIGIT is made of these.
    static let digits = ByteSet("0123456789")
    /// token.
    static let token = alphanumeric(and: "-.!%*_+`'~")
    /// token, and the white space between tokens of a display name.
    static let tokensAndSpace = alphanumeric(and: "-.!%*_+`'~ \t\r\n")
    /// word, which Call-ID is made of.
    static let word = alphanumeric(and: "-.!%*_+`'~()<>:\\\"/[]?{}")
    /// token68 without the equals signs at its end: what stands behind Bearer (RFC 8898, RFC 7235 section 2.1).
    static let token68 = alphanumeric(and: "-._~+/")
    /// user without escapes.
    static let user = alphanumeric(and: mark + "&=+$,;?/")
    /// password without escapes.
    static let password = alphanumeric(and: mark + "&=+$,")
    /// hostname and IPv4address.
    static let hostname = alphanumeric(and: "-.")
    /// paramchar without escapes.
    static let uriParameter = alphanumeric(and: mark + "[]/:&+$")
    /// What hname and hvalue hold, without escapes.
    static let uriHeader = alphanumeric(and: mark + "[]/?:+$")
    /// What other URIs hold, without escapes: uric of RFC 3261, and with it brackets and fragments of RFC 3986.
    static let anyURI = alphanumeric(and: mark + ";/?:@&=+$,[]#")
    /// What an IPv6 address is written with.
    static let ipv6 = ByteSet("0123456789ABCDEFabcdef:.")
    /// product with its version (Server, User-Agent).
    static let product = alphanumeric(and: "-.!%*_+`'~/")
}
