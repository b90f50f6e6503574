/// Text with its references.
extension XMLReader {
    /// Bytes kept of one run of text, or of one value.
    private static let longestText = 1_024
    /// Bytes of a reference to a character: more than any has that counts.
    private static let longestReference = 16

    /// The beginning of a run of text, references resolved unless it is literal (CDATA); nil where it holds a character
    /// or a reference that may not be, at its end, too.
    func text(of range: Range<Int>, isLiteral: Bool = false) -> String? {
        var kept: [UInt8] = []
        var isFull = false
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            guard byte >= 0x20 || XMLText.isSpace(byte) else { return nil }
            if byte == UInt8(ascii: "&"), !isLiteral {
                guard let (scalar, end) = reference(offset, range.upperBound) else { return nil }
                isFull = isFull || kept.count >= Self.longestText
                if !isFull { kept += Array(String(scalar).utf8) }
                offset = end
            } else {
                // Never full in the middle of a character.
                isFull = isFull || (kept.count >= Self.longestText && byte & 0xC0 != 0x80)
                if !isFull { kept.append(byte) }
                offset += 1
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    /// The character that a reference stands for, and the offset behind it: one of XML's five names, or a number.
    private func reference(_ start: Int, _ end: Int) -> (scalar: UnicodeScalar, end: Int)? {
        let rest = bytes[(start + 1)..<min(end, start + Self.longestReference)]
        guard let semicolon = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let scalar: UnicodeScalar?
        switch String(decoding: rest[..<semicolon], as: UTF8.self) {
        case "lt": scalar = "<"
        case "gt": scalar = ">"
        case "amp": scalar = "&"
        case "apos": scalar = "'"
        case "quot": scalar = "\""
        case let name where name.hasPrefix("#x"): scalar = Self.scalar(name.dropFirst(2), radix: 16)
        case let name where name.hasPrefix("#"): scalar = Self.scalar(name.dropFirst(1), radix: 10)
        default: scalar = nil
        }
        return scalar.map { ($0, semicolon + 1) }
    }

    private static func scalar(_ digits: Substring, radix: Int) -> UnicodeScalar? {
        guard digits.first?.isHexDigit == true, let scalar = UInt32(digits, radix: radix).flatMap(UnicodeScalar.init)
        else { return nil }
        return scalar.value >= 0x20 || [9, 10, 13].contains(scalar.value) ? scalar : nil
    }
}
