/// Reads numbers off the front of an array.
struct ByteReader {
    struct OutOfBytes: Error {}

    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ count: Int) throws -> [UInt8] {
        guard count >= 0, rest.count >= count else { throw OutOfBytes() }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    mutating func big(_ count: Int) throws -> UInt64 {
        try take(count).reduce(0) { $0 << 8 | UInt64($1) }
    }

    mutating func little32() throws -> UInt32 {
        UInt32(truncatingIfNeeded: try take(4).reversed().reduce(0) { $0 << 8 | UInt64($1) })
    }

    mutating func remainder() throws -> [UInt8] {
        try take(rest.count)
    }
}
