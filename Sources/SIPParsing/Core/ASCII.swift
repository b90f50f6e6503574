/// The bytes that SIP's grammar names (RFC 3261 section 25.1).
enum ASCII {
    static let tab: UInt8 = 9
    static let lineFeed: UInt8 = 10
    static let carriageReturn: UInt8 = 13
    static let space: UInt8 = 32
    static let quote: UInt8 = 34
    static let percent: UInt8 = 37
    static let ampersand: UInt8 = 38
    static let openingParenthesis: UInt8 = 40
    static let closingParenthesis: UInt8 = 41
    static let asterisk: UInt8 = 42
    static let comma: UInt8 = 44
    static let slash: UInt8 = 47
    static let colon: UInt8 = 58
    static let semicolon: UInt8 = 59
    static let less: UInt8 = 60
    static let equals: UInt8 = 61
    static let greater: UInt8 = 62
    static let question: UInt8 = 63
    static let at: UInt8 = 64
    static let openingBracket: UInt8 = 91
    static let backslash: UInt8 = 92
    static let closingBracket: UInt8 = 93
    static let delete: UInt8 = 127

    /// The byte in lower case, when it is a letter.
    @inline(__always)
    static func lowercased(_ byte: UInt8) -> UInt8 {
        byte &- 65 < 26 ? byte | 32 : byte
    }

    /// The text with its ASCII letters in lower case.
    static func lowercased(_ text: String) -> String {
        String(decoding: text.utf8.map(lowercased), as: UTF8.self)
    }

    /// The byte in upper case, when it is a letter.
    static func uppercased(_ byte: UInt8) -> UInt8 {
        byte &- 97 < 26 ? byte & 0xDF : byte
    }

    /// ALPHA.
    static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 32) &- 97 < 26
    }

    /// reserved of RFC 3261 section 25.1.
    static func isReserved(_ byte: UInt8) -> Bool {
        switch byte {
        case semicolon, slash, question, colon, at, ampersand, equals, 43, 36, comma: true
        default: false
        }
    }

    /// What no URI holds: white space, control characters, angle brackets.
    static func endsURI(_ byte: UInt8) -> Bool {
        byte <= space || byte == less || byte == greater || byte == delete
    }

    /// SP or HTAB: the white space inside a line.
    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == space || byte == tab
    }

    /// The bytes of `isWhitespace`, a bit each.
    private static let whitespace: UInt64 =
        1 << UInt64(tab) | 1 << UInt64(lineFeed) | 1 << UInt64(carriageReturn) | 1 << UInt64(space)

    /// White space of any kind, line ends included: what LWS may hold when a header field is folded.
    @inline(__always)
    static func isWhitespace(_ byte: UInt8) -> Bool {
        byte <= space && 1 << UInt64(byte) & whitespace != 0
    }

    /// The value of a decimal digit.
    @inline(__always)
    static func digit(_ byte: UInt8) -> UInt8? {
        let value = byte &- 48
        return value < 10 ? value : nil
    }

    /// The value of a hexadecimal digit.
    @inline(__always)
    static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }

    /// token of RFC 3261 section 25.1: letters, digits, and `!%'*+-._`~`.
    @inline(__always)
    static func isToken(_ byte: UInt8) -> Bool {
        let members: UInt64 = byte < 64 ? 0x03FF_6CA2_0000_0000 : 0x47FF_FFFF_87FF_FFFE
        return byte < 128 && members &>> UInt64(byte & 63) & 1 != 0
    }
}
