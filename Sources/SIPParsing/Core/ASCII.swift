/// The bytes that SIP's grammar names (RFC 3261 section 25.1).
enum ASCII {
    static let tab: UInt8 = 9
    static let lineFeed: UInt8 = 10
    static let carriageReturn: UInt8 = 13
    static let space: UInt8 = 32
    static let quote: UInt8 = 34
    static let comma: UInt8 = 44
    static let slash: UInt8 = 47
    static let colon: UInt8 = 58
    static let semicolon: UInt8 = 59
    static let less: UInt8 = 60
    static let equals: UInt8 = 61
    static let greater: UInt8 = 62
    static let question: UInt8 = 63
    static let backslash: UInt8 = 92

    /// The byte in lower case, when it is a letter.
    @inline(__always)
    static func lowercased(_ byte: UInt8) -> UInt8 {
        byte &- 65 < 26 ? byte | 32 : byte
    }

    /// SP or HTAB: the white space inside a line.
    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == space || byte == tab
    }

    /// White space of any kind, line ends included: what LWS may hold when a header field is folded.
    @inline(__always)
    static func isWhitespace(_ byte: UInt8) -> Bool {
        isBlank(byte) || byte == carriageReturn || byte == lineFeed
    }

    /// The value of a decimal digit.
    @inline(__always)
    static func digit(_ byte: UInt8) -> UInt8? {
        let value = byte &- 48
        return value < 10 ? value : nil
    }

    /// token of RFC 3261 section 25.1.
    static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        case 33, 37, 39, 42, 43, 45, 46, 95, 96, 126: true
        default: false
        }
    }
}
