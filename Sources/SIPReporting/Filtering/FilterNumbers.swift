/// Reading the numbers of a filter, and of expectations; nil where a word is none.
package enum FilterNumbers {
    /// A whole number; of a status, `4xx` for all of a class.
    package static func number(_ word: String, isStatus: Bool) -> FilterQuantity? {
        if isStatus, word.utf8.count == 3, word.lowercased().hasSuffix("xx"), let digit = word.first?.wholeNumberValue,
            (1...9).contains(digit), word.first?.isASCII == true
        {
            return FilterQuantity(Int64(digit) * 100...Int64(digit) * 100 + 99)
        }
        return digits(word).map { FilterQuantity($0) }
    }

    /// Seconds, or a decimal number with `ms`, `s`, `m`, `h` or `d`.
    package static func duration(_ word: String) -> FilterQuantity? {
        let amount = word.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard let unit = units[word.dropFirst(amount.count).lowercased()] else { return nil }
        let parts = amount.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let whole = parts.first.flatMap(digits), whole <= Int64.max / unit else { return nil }
        guard parts.count > 1 else { return FilterQuantity(from: whole * unit, equalFor: unit) }
        guard let fraction = decimals(parts[1], of: unit) else { return nil }
        let (sum, overflow) = (whole * unit).addingReportingOverflow(fraction.value)
        return overflow ? nil : FilterQuantity(from: sum, equalFor: fraction.unit)
    }

    private static let units: [String: Int64] = [
        "ms": 1_000_000, "": 1_000_000_000, "s": 1_000_000_000, "m": 60_000_000_000, "min": 60_000_000_000,
        "h": 3_600_000_000_000, "d": 86_400_000_000_000,
    ]

    /// What the digits behind a point stand for, and the last of them for itself.
    static func decimals(_ text: String, of unit: Int64) -> (value: Int64, unit: Int64)? {
        guard (1...9).contains(text.utf8.count), let number = digits(text) else { return nil }
        let scale = text.utf8.reduce(Int64(1)) { scale, _ in scale * 10 }
        let (product, overflow) = number.multipliedReportingOverflow(by: unit)
        // Of units too large to be multiplied, the quotient is exact enough.
        return (overflow ? unit / scale * number : product / scale, max(1, unit / scale))
    }

    /// A number of ASCII digits alone.
    package static func digits(_ text: String) -> Int64? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int64(text) : nil
    }
}
