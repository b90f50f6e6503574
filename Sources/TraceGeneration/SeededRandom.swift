/// A xoshiro256** generator: the same seed gives the same numbers on every machine and with every toolchain.
struct SeededRandom {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    init(seed: UInt64) {
        func word(_ index: UInt64) -> UInt64 {
            SplitMix64.mix(seed &+ SplitMix64.increment &* index)
        }
        state = (word(1), word(2), word(3), word(4))
    }

    mutating func next() -> UInt64 {
        let product = state.1 &* 5
        let result = ((product << 7) | (product >> 57)) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = (state.3 << 45) | (state.3 >> 19)
        return result
    }

    /// A whole number from 0 up to, not including, `bound`; 0 for a bound of 0.
    mutating func below(_ bound: UInt64) -> UInt64 {
        next().multipliedFullWidth(by: bound).high
    }

    /// A whole number within `range`.
    mutating func integer(in range: ClosedRange<Int64>) -> Int64 {
        range.lowerBound &+ Int64(truncatingIfNeeded: below(UInt64(range.upperBound &- range.lowerBound) &+ 1))
    }

    /// A number from 0 up to, not including, 1.
    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A waiting time of a Poisson process whose events are `mean` apart on average.
    mutating func exponential(mean: Double) -> Double {
        -mean * Self.naturalLogarithm(of: 1 - unit())
    }

    /// The natural logarithm in plain IEEE arithmetic, so that no C library's last bit changes a trace.
    static func naturalLogarithm(of value: Double) -> Double {
        let ln2 = 0.693147180559945309417232121458
        let ratio = (value.significand - 1) / (value.significand + 1)
        let square = ratio * ratio
        var term = ratio
        var sum = 0.0
        for divisor in stride(from: 1.0, through: 27.0, by: 2.0) {
            sum += term / divisor
            term *= square
        }
        return 2 * sum + Double(value.exponent) * ln2
    }
}
