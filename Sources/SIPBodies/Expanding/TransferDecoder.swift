import SIPParsing

/// Undoes a Content-Transfer-Encoding (RFC 5621 section 3.2) in one pass. What comes out is never longer than what went
/// in.
struct TransferDecoder {
    /// What came out.
    private(set) var bytes: [UInt8] = []
    /// Whether all bytes were such as the encoding makes.
    private(set) var isWhole = true

    /// Decodes bytes; those in an unknown encoding stay as they are.
    init(_ encoded: [UInt8], _ encoding: TransferEncoding) {
        switch encoding {
        case .identity: bytes = encoded
        case .base64: readBase64(encoded)
        case .quotedPrintable: readQuotedPrintable(encoded)
        case .other:
            bytes = encoded
            isWhole = false
        }
    }

    /// Four digits for three bytes, filled up with equals signs; bytes that are no digits are passed over, and what
    /// stands behind the equals signs is left out.
    private mutating func readBase64(_ encoded: [UInt8]) {
        bytes.reserveCapacity(encoded.count / 4 * 3)
        var bits: UInt32 = 0
        var bitCount: UInt32 = 0
        var digits = 0
        var padding = 0
        for byte in encoded {
            if let digit = Self.base64Digit(byte) {
                guard padding == 0 else {
                    isWhole = false
                    return
                }
                digits += 1
                bits = bits << 6 | digit
                bitCount += 6
                guard bitCount >= 8 else { continue }
                bitCount -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> bitCount))
            } else if byte == UInt8(ascii: "=") {
                padding += 1
            } else if !Self.isBlank(byte), !Self.isLineEnd(byte) {
                isWhole = false
            }
        }
        if padding > 2 || (digits + padding) % 4 != 0 { isWhole = false }
    }

    /// An equals sign with two hexadecimal digits for a byte, or with a line end for none; blanks at the end of a line do
    /// not count. An equals sign with anything else stays.
    private mutating func readQuotedPrintable(_ encoded: [UInt8]) {
        bytes.reserveCapacity(encoded.count)
        var offset = 0
        /// How many bytes there were behind the last one that was no blank.
        var solid = 0
        while offset < encoded.count {
            let byte = encoded[offset]
            offset += 1
            if byte == UInt8(ascii: "=") {
                let rest = encoded[offset...]
                if let value = Self.escaped(rest) {
                    bytes.append(value)
                    offset += 2
                } else if let next = Self.lineEnd(rest) {
                    offset = next
                } else {
                    bytes.append(byte)
                    isWhole = false
                }
                solid = bytes.count
            } else {
                if Self.isLineEnd(byte) { bytes.removeLast(bytes.count - solid) }
                bytes.append(byte)
                if !Self.isBlank(byte) { solid = bytes.count }
            }
        }
        bytes.removeLast(bytes.count - solid)
    }

    /// The byte that two hexadecimal digits stand for.
    private static func escaped(_ rest: ArraySlice<UInt8>) -> UInt8? {
        let digits = rest.prefix(2)
        guard digits.count == 2, digits.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }) else { return nil }
        return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    /// The offset behind blanks and a line end; nil where anything else stands there.
    private static func lineEnd(_ rest: ArraySlice<UInt8>) -> Int? {
        let end = rest.drop(while: isBlank)
        guard let byte = end.first else { return end.endIndex }
        guard isLineEnd(byte) else { return nil }
        return end.startIndex + (end.starts(with: [13, 10]) ? 2 : 1)
    }

    private static func base64Digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 9
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == 13 || byte == 10
    }
}
