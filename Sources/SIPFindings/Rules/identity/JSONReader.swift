/// A small reader of JSON (RFC 8259) for the claims of a PASSporT, whose writer may be anybody: what is too long, too
/// deep or no JSON is nil.
struct JSONReader {
    /// A value.
    indirect enum Value: Equatable {
        case null
        case bool(Bool)
        case number(Double)
        case string(String)
        case array([Value])
        case object([String: Value])
    }

    /// Bytes of the longest text that is read.
    private static let longest = 8_192
    /// How deep values may stand inside of one another.
    private static let deepest = 8
    /// How many values are read.
    private static let most = 512

    private let bytes: [UInt8]
    private var offset = 0
    private var count = 0

    /// Reads a text; nil when it is no JSON, or over a limit.
    static func read(_ bytes: [UInt8]) -> Value? {
        guard bytes.count <= longest else { return nil }
        var reader = JSONReader(bytes)
        guard let value = reader.value(depth: 0) else { return nil }
        reader.skipBlanks()
        return reader.offset == bytes.count ? value : nil
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 32 || byte == 9 || byte == 10 || byte == 13 { offset += 1 }
    }

    /// Whether a character comes next, behind any blanks; takes it.
    private mutating func take(_ character: Character) -> Bool {
        skipBlanks()
        guard let byte = next, byte == character.asciiValue else { return false }
        offset += 1
        return true
    }

    private mutating func value(depth: Int) -> Value? {
        count += 1
        guard depth < Self.deepest, count <= Self.most else { return nil }
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return object(depth)
        case UInt8(ascii: "["): return array(depth)
        case UInt8(ascii: "\""): return string().map(Value.string)
        case UInt8(ascii: "t"): return word("true", .bool(true))
        case UInt8(ascii: "f"): return word("false", .bool(false))
        case UInt8(ascii: "n"): return word("null", .null)
        default: return number()
        }
    }

    private mutating func object(_ depth: Int) -> Value? {
        guard take("{") else { return nil }
        var members: [String: Value] = [:]
        if take("}") { return .object(members) }
        repeat {
            skipBlanks()
            guard let name = string(), take(":"), let member = value(depth: depth + 1) else { return nil }
            members[name] = member
        } while take(",")
        return take("}") ? .object(members) : nil
    }

    private mutating func array(_ depth: Int) -> Value? {
        guard take("[") else { return nil }
        var elements: [Value] = []
        if take("]") { return .array(elements) }
        repeat {
            guard let element = value(depth: depth + 1) else { return nil }
            elements.append(element)
        } while take(",")
        return take("]") ? .array(elements) : nil
    }

    private mutating func word(_ text: String, _ value: Value) -> Value? {
        for byte in text.utf8 {
            guard next == byte else { return nil }
            offset += 1
        }
        return value
    }

    private mutating func number() -> Value? {
        let start = offset
        while let byte = next, 48...57 ~= byte || [43, 45, 46, 69, 101].contains(byte) { offset += 1 }
        guard offset > start else { return nil }
        return Double(String(decoding: bytes[start..<offset], as: UTF8.self)).map(Value.number)
    }
}

extension JSONReader {
    /// A string; escapes of more than one code unit, which no telephone number needs, are read unit by unit.
    private mutating func string() -> String? {
        guard next == UInt8(ascii: "\"") else { return nil }
        offset += 1
        var text: [UInt8] = []
        while let byte = next {
            offset += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escape = escape() else { return nil }
                text += escape
            case 0..<32: return nil
            default: text.append(byte)
            }
        }
        return nil
    }

    private mutating func escape() -> [UInt8]? {
        guard let byte = next else { return nil }
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [8]
        case UInt8(ascii: "f"): return [12]
        case UInt8(ascii: "n"): return [10]
        case UInt8(ascii: "r"): return [13]
        case UInt8(ascii: "t"): return [9]
        case UInt8(ascii: "u"):
            guard bytes.count - offset >= 4 else { return nil }
            let digits = String(decoding: bytes[offset..<(offset + 4)], as: UTF8.self)
            offset += 4
            guard digits.utf8.allSatisfy({ $0 != 43 && $0 != 45 }), let code = UInt32(digits, radix: 16) else {
                return nil
            }
            return Array(String(Unicode.Scalar(code).map(Character.init) ?? "\u{FFFD}").utf8)
        default: return nil
        }
    }
}
