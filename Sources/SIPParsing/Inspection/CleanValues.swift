/// Values that were found clean, known again by a hash: most header fields say what others said before.
///
/// The hash has 64 bits and a seed of its own, so that nobody can prepare a value that is taken for another.
struct CleanValues: Sendable {
    /// As many as a few thousand calls need that are set up at the same time; 256 KiB.
    private static let slotCount = 1 << 15
    private let seed = UInt64.random(in: 1...UInt64.max)
    private var slots = [UInt64](repeating: 0, count: slotCount)

    /// What a header field is known by: its name and its value.
    @inline(__always)
    func key(of field: HeaderField, _ bytes: Span<UInt8>) -> UInt64 {
        bytes.hash(of: field.value, seed: bytes.hash(of: field.nameRange, seed: seed))
    }

    /// What a Request-URI is known by.
    func key(ofRequestURI uri: ByteRange, _ bytes: Span<UInt8>) -> UInt64 {
        bytes.hash(of: uri, seed: seed)
    }

    /// Whether the value of this key was found clean.
    @inline(__always)
    func contains(_ key: UInt64) -> Bool {
        slots[Int(truncatingIfNeeded: key) & (Self.slotCount - 1)] == key
    }

    /// Remembers the value of this key, perhaps in the place of another.
    mutating func insert(_ key: UInt64) {
        slots[Int(truncatingIfNeeded: key) & (Self.slotCount - 1)] = key
    }
}
