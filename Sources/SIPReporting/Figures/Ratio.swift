/// A part of a whole, as counted.
public struct Ratio: Sendable, Hashable {
    /// The part.
    public var numerator: Int
    /// The whole.
    public var denominator: Int

    /// Makes a ratio.
    public init(_ numerator: Int, of denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Percent, rounded, with so many decimals; nil where the whole is nothing (RFC 6076 section 4: undefined).
    public func percent(decimals: Int) -> String? {
        guard denominator > 0, numerator >= 0 else { return nil }
        let digits = max(0, min(decimals, 6))
        let unit = (0..<digits).reduce(1) { unit, _ in unit * 10 }
        let scaled = Int((Double(numerator) * 100 * Double(unit) / Double(denominator)).rounded())
        guard digits > 0 else { return String(scaled) }
        let fraction = String(scaled % unit)
        return "\(scaled / unit)." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}
