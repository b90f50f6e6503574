/// Reads JSON strictly (RFC 8259) and tells what decoders do not: in which order the keys stood.
struct JSONSyntax {
    /// What is wrong with a text.
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    private let bytes: [UInt8]
    private var position = 0
    /// How many objects there were.
    private(set) var objects = 0

    /// Reads one value, and nothing but blanks after it; throws where the text is no JSON or where the keys of an object
    /// are not sorted or not different.
    init(_ bytes: [UInt8]) throws {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Problem(description: "not UTF-8") }
        self.bytes = bytes
        try value()
        skipBlanks()
        guard position == bytes.count else { throw problem("something after the value") }
    }

    private func problem(_ text: String) -> Problem {
        Problem(description: "\(text) at byte \(position)")
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { position += 1 }
    }

    private mutating func take(_ character: Character) throws {
        guard next == character.asciiValue else { throw problem("no '\(character)'") }
        position += 1
    }

    private mutating func takeIf(_ character: Character) -> Bool {
        guard next == character.asciiValue else { return false }
        position += 1
        return true
    }

    private mutating func value() throws {
        skipBlanks()
        switch next.map({ Character(UnicodeScalar($0)) }) {
        case "{": try object()
        case "[": try array()
        case "\"": _ = try string()
        case "t": for character in "true" { try take(character) }
        case "f": for character in "false" { try take(character) }
        case "n": for character in "null" { try take(character) }
        default: try number()
        }
    }

    private mutating func object() throws {
        try take("{")
        objects += 1
        skipBlanks()
        if takeIf("}") { return }
        var last: String?
        repeat {
            skipBlanks()
            let key = try string()
            if let last, key <= last { throw problem("key '\(key)' after '\(last)'") }
            last = key
            skipBlanks()
            try take(":")
            try value()
            skipBlanks()
        } while takeIf(",")
        try take("}")
    }

    private mutating func array() throws {
        try take("[")
        skipBlanks()
        if takeIf("]") { return }
        repeat {
            try value()
            skipBlanks()
        } while takeIf(",")
        try take("]")
    }

    private mutating func string() throws -> String {
        try take("\"")
        let start = position
        while let byte = next, byte != 0x22 {
            guard byte >= 0x20 else { throw problem("a control character in a string") }
            position += byte == 0x5C ? 2 : 1
        }
        let text = String(decoding: bytes[start..<min(position, bytes.count)], as: UTF8.self)
        try take("\"")
        return text
    }

    private mutating func number() throws {
        let start = position
        while let byte = next, byte.isDigit || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte) { position += 1 }
        guard position > start, Double(String(decoding: bytes[start..<position], as: UTF8.self)) != nil else {
            throw problem("no value")
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
