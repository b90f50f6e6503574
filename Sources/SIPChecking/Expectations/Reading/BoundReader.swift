import SIPReporting
import TraceTypes
import YAMLReading

/// Reads what a number has to be: `2`, `< 3`, `1 .. 3`.
struct BoundReader {
    /// What is compared.
    enum Quantity {
        /// A whole number.
        case count
        /// A length of time, in nanoseconds.
        case time
        /// A part of a whole, in thousandths of a percent.
        case percentage

        /// What a bound for it looks like.
        var wanted: String {
            switch self {
            case .count: "a whole number, or a bound such as \"< 3\", \"!= 0\" or 1 .. 3"
            case .time: "a time such as 500 ms, or a bound such as \"< 2 s\" or 1 s .. 3 s"
            case .percentage: "a bound such as \"< 1 %\", from 0 to 100 % with at most 3 decimals"
            }
        }
    }

    let quantity: Quantity
    /// What it is for, as in "'legs' wants a whole number".
    let role: String
    let mark: YAMLMark

    /// The signs that compare.
    static let signs = ["=", "==", "!=", "<", "<=", ">", ">="]

    /// Reads a bound.
    func bound(_ written: String) throws(YAMLError) -> Bound {
        let text = written.trimmed
        let sign = String(text.prefix { "=!<>".contains($0) })
        let rest = String(text.dropFirst(sign.count)).trimmed
        let comparison = sign.isEmpty ? try plain(rest, written) : try compared(sign, rest, written)
        guard comparison != .less(0) else { throw YAMLError("'\(role)': nothing is less than 0", at: mark) }
        return Bound(text: text, comparison)
    }

    private func plain(_ text: String, _ written: String) throws(YAMLError) -> Bound.Comparison {
        guard let dots = text.firstRange(of: "..") else { return equal(try amount(text, written)) }
        let least = String(text[..<dots.lowerBound]).trimmed
        let most = String(text[dots.upperBound...]).trimmed
        if quantity == .time, hasUnit(least) != hasUnit(most) {
            throw YAMLError("'\(role)' wants a unit at both ends of \(quoted(written))", at: mark)
        }
        let (from, to) = (try amount(least, written), try amount(most, written))
        guard from.order.lowerBound <= to.order.lowerBound else {
            throw YAMLError("'\(role)': \(quoted(written)) ends before it begins", at: mark)
        }
        return .within(from.order.lowerBound, to.order.lowerBound)
    }

    private func compared(_ sign: String, _ text: String, _ written: String) throws(YAMLError) -> Bound.Comparison {
        guard Self.signs.contains(sign) else {
            throw YAMLError(
                "'\(role)': \(quoted(sign)) compares nothing; there are \(listed(Self.signs, "and"))", at: mark)
        }
        let value = try amount(text, written)
        switch sign {
        case "<": return .less(value.order.lowerBound)
        case "<=": return .atMost(value.order.lowerBound)
        case ">": return .greater(value.order.lowerBound)
        case ">=": return .atLeast(value.order.lowerBound)
        case "!=":
            guard quantity != .time else {
                throw YAMLError(
                    "'\(role)' is a time, which is compared with =, <, <=, > and >=, or 1 s .. 3 s", at: mark)
            }
            return .unequal(value.order.lowerBound)
        default: return equal(value)
        }
    }

    /// Of a time, all that reads the same when written with as many digits, as in filters.
    private func equal(_ value: FilterQuantity) -> Bound.Comparison {
        value.equal.lowerBound == value.equal.upperBound
            ? .equal(value.order.lowerBound) : .within(value.equal.lowerBound, value.equal.upperBound)
    }

    private func amount(_ text: String, _ written: String) throws(YAMLError) -> FilterQuantity {
        let value: FilterQuantity? =
            switch quantity {
            case .count: FilterNumbers.digits(text).map { FilterQuantity($0) }
            case .time: Self.time(text)
            case .percentage: Self.thousandths(text).map { FilterQuantity($0) }
            }
        guard let value else { throw YAMLError("'\(role)' wants \(quantity.wanted), not \(quoted(written))", at: mark) }
        return value
    }

    private func hasUnit(_ text: String) -> Bool { text.last?.isLetter ?? false }

    /// A number and its unit, between which there may be blanks.
    private static func time(_ text: String) -> FilterQuantity? {
        let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        return FilterNumbers.duration(number + String(text.dropFirst(number.count)).trimmed)
    }

    /// A percentage with its sign.
    private static func thousandths(_ text: String) -> Int64? {
        guard text.hasSuffix("%") else { return nil }
        let parts = String(text.dropLast()).trimmed.split(
            separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ FilterNumbers.digits(String($0)) }), whole <= 100 else { return nil }
        guard parts.count > 1 else { return whole * 1_000 }
        guard (1...3).contains(parts[1].utf8.count), let digits = FilterNumbers.digits(String(parts[1])) else {
            return nil
        }
        let value = whole * 1_000 + (parts[1].utf8.count..<3).reduce(digits) { value, _ in value * 10 }
        return value <= 100_000 ? value : nil
    }
}

extension String {
    /// The text without blanks around it.
    var trimmed: String {
        let blanks: Set<Character> = [" ", "\t"]
        guard let first = firstIndex(where: { !blanks.contains($0) }),
            let last = lastIndex(where: { !blanks.contains($0) })
        else { return "" }
        return String(self[first...last])
    }
}
