/// The SplitMix64 step: spreads a counter over 64 bits, one value in for exactly one value out.
enum SplitMix64 {
    /// The increment of the sequence: 2^64 divided by the golden ratio, made odd.
    static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// A 64-bit value that looks random and differs for every different `value`.
    static func mix(_ value: UInt64) -> UInt64 {
        var bits = value
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
