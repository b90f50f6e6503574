extension TimeSpan: CustomStringConvertible {
    /// As people say it: `0.213 s`, `4.2 s`, `36 s`, `2 min 5 s`, `1 h 3 min`.
    public var description: String {
        guard nanoseconds >= 0 else {
            return "-" + TimeSpan(nanoseconds: nanoseconds == .min ? .max : -nanoseconds).description
        }
        let milliseconds = nanoseconds / 1_000_000 + (nanoseconds % 1_000_000 >= 500_000 ? 1 : 0)
        switch milliseconds {
        case ..<1_000: return "\(decimal(milliseconds, digits: 3)) s"
        case ..<60_000:
            let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1_000)
            return rest < 100 ? "\(seconds) s" : "\(seconds).\(rest / 100) s"
        case ..<3_600_000: return "\(milliseconds / 60_000) min \(milliseconds / 1_000 % 60) s"
        default: return "\(milliseconds / 3_600_000) h \(milliseconds / 60_000 % 60) min"
        }
    }

    /// Seconds with a fixed number of decimals, as a table wants them: `12.345`.
    public func seconds(decimals: Int) -> String {
        guard nanoseconds >= 0 else {
            return "-" + TimeSpan(nanoseconds: nanoseconds == .min ? .max : -nanoseconds).seconds(decimals: decimals)
        }
        let digits = max(0, min(decimals, 9))
        let unit = (0..<(9 - digits)).reduce(Int64(1)) { unit, _ in unit * 10 }
        return decimal(nanoseconds / unit, digits: digits, trimmed: false)
    }

    private func decimal(_ value: Int64, digits: Int, trimmed: Bool = true) -> String {
        guard digits > 0 else { return String(value) }
        let unit = (0..<digits).reduce(Int64(1)) { unit, _ in unit * 10 }
        let fraction = String(value % unit)
        var text = String(repeating: "0", count: digits - fraction.count) + fraction
        while trimmed, text.hasSuffix("0") { text.removeLast() }
        return text.isEmpty ? String(value / unit) : "\(value / unit).\(text)"
    }
}
