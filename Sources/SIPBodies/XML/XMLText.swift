/// An XML document as UTF-8, whatever it was written in, without byte order mark and XML declaration.
///
/// The encodings are those that traces show: UTF-8, UTF-16 and ISO-8859-1. No other reaches the parser, so that
/// ``XMLReader`` can look at bytes.
struct XMLText {
    /// The document.
    private(set) var bytes: [UInt8]
    /// Whether white space stood in front of the XML declaration, where none may.
    private(set) var hasSpaceBeforeDeclaration = false

    /// Reads a document; nil for an encoding that is not read.
    init?(_ document: [UInt8]) {
        switch (document.first, document.dropFirst().first) {
        case (0xFE, 0xFF), (0, UInt8(ascii: "<")): bytes = Self.utf16(document) { $0 << 8 | $1 }
        case (0xFF, 0xFE), (UInt8(ascii: "<"), 0): bytes = Self.utf16(document) { $1 << 8 | $0 }
        default:
            bytes = document
            switch Self.declaredEncoding(document) {
            // What says that it is UTF-16 and was read up to there is not.
            case nil, "utf-8", "utf8", "us-ascii", "ascii", "utf-16": break
            case "iso-8859-1", "latin1": bytes = document.flatMap { Array(String(UnicodeScalar($0)).utf8) }
            default: return nil
            }
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        dropDeclaration()
    }

    private static func utf16(_ document: [UInt8], _ unit: (UInt16, UInt16) -> UInt16) -> [UInt8] {
        let units = stride(from: 0, to: document.count - 1, by: 2).map {
            unit(UInt16(document[$0]), UInt16(document[$0 + 1]))
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// The encoding that the XML declaration names, in lower case.
    private static func declaredEncoding(_ document: [UInt8]) -> String? {
        let start = document.drop { isSpace($0) || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        guard start.starts(with: "<?xml".utf8) else { return nil }
        let declaration = String(decoding: start.prefix(256).prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
        guard let name = declaration.lowercased().firstRange(of: "encoding") else { return nil }
        let value = declaration[name.upperBound...].drop { $0 == "=" || $0.isWhitespace }
        guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
        return value.dropFirst().prefix { $0 != quote }.lowercased()
    }

    /// Drops the declaration, and white space in front of it and of the document.
    private mutating func dropDeclaration() {
        let start = bytes.drop { Self.isSpace($0) }
        guard start.starts(with: "<?xml".utf8), let after = start.dropFirst(5).first, Self.isSpace(after),
            let close = start.firstIndex(of: UInt8(ascii: ">"))
        else { return }
        hasSpaceBeforeDeclaration = start.startIndex > 0
        bytes.removeFirst(close + 1)
    }

    /// White space of XML.
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 9 || byte == 10 || byte == 13
    }
}
