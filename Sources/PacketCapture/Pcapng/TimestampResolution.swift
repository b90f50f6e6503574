import TraceTypes

/// What an interface's time stamps count, and from when.
struct TimestampResolution {
    /// Into how many parts a second is divided: a power of 10 up to 10^19, or of 2 up to 2^63.
    private enum Unit {
        case decimal(perSecond: UInt64, digits: Int)
        case binary(bits: UInt64)
        /// So fine that 64 bits do not hold a second.
        case tiny
    }

    private let unit: Unit
    /// Seconds to be added.
    private let offset: Int64

    /// Microseconds from 1970 on, unless the interface says something else.
    init(code: UInt8 = 6, offset: Int64 = 0) {
        self.offset = offset
        let exponent = code & 0x7f
        if code & 0x80 != 0 {
            unit = exponent < 64 ? .binary(bits: UInt64(exponent)) : .tiny
        } else {
            unit = exponent < 20 ? .decimal(perSecond: Self.power(exponent), digits: Int(exponent)) : .tiny
        }
    }

    /// The time of a stamp.
    func time(_ ticks: UInt64) -> Timestamp {
        let (seconds, nanoseconds) = parts(ticks)
        let (sum, overflow) = Int64(clamping: seconds).addingReportingOverflow(offset)
        let shifted = overflow ? (offset < 0 ? Int64.min : Int64.max) : sum
        return Timestamp(seconds: shifted, nanoseconds: Int64(nanoseconds))
    }

    private func parts(_ ticks: UInt64) -> (seconds: UInt64, nanoseconds: UInt64) {
        switch unit {
        case .decimal(let perSecond, let digits):
            let (seconds, rest) = ticks.quotientAndRemainder(dividingBy: perSecond)
            return (seconds, digits <= 9 ? rest * Self.power(UInt8(9 - digits)) : rest / Self.power(UInt8(digits - 9)))
        case .binary(let bits):
            let rest = bits == 0 ? 0 : ticks << (64 - bits)
            return (ticks >> bits, rest.multipliedFullWidth(by: 1_000_000_000).high)
        case .tiny:
            return (0, 0)
        }
    }

    private static func power(_ exponent: UInt8) -> UInt64 {
        (0..<exponent).reduce(1) { product, _ in product &* 10 }
    }
}
