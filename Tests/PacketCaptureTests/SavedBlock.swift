import Foundation

/// A block of a pcapng file in this machine's byte order, taken apart independently of the code under test.
struct SavedBlock {
    let type: UInt32
    let body: [UInt8]

    /// The blocks of a file.
    static func all(_ path: String) -> [SavedBlock] {
        all([UInt8](FileManager.default.contents(atPath: path) ?? Data()))
    }

    /// The blocks of a file's bytes, up to the first that does not end as it begins.
    static func all(_ bytes: [UInt8]) -> [SavedBlock] {
        var blocks: [SavedBlock] = []
        var start = 0
        while start + 12 <= bytes.count {
            let length = Int(value(bytes[(start + 4)..<(start + 8)]))
            guard length >= 12, length % 4 == 0, start + length <= bytes.count,
                Int(value(bytes[(start + length - 4)..<(start + length)])) == length
            else { break }
            let type = UInt32(value(bytes[start..<(start + 4)]))
            blocks.append(SavedBlock(type: type, body: Array(bytes[(start + 8)..<(start + length - 4)])))
            start += length
        }
        return blocks
    }

    /// The options that begin at an offset of the body.
    func options(from offset: Int) -> [Int: [UInt8]] {
        var options: [Int: [UInt8]] = [:]
        var start = offset
        while start + 4 <= body.count {
            let code = Int(Self.value(body[start..<(start + 2)]))
            let length = Int(Self.value(body[(start + 2)..<(start + 4)]))
            guard code != 0, start + 4 + length <= body.count else { break }
            options[code] = Array(body[(start + 4)..<(start + 4 + length)])
            start += 4 + (length + 3) / 4 * 4
        }
        return options
    }

    /// A number as it stands in an option.
    static func number(_ value: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func value(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
