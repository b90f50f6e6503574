/// Holding numbers against what they have to be, where a plain number is not enough.
extension Bound {
    /// Whether the quotient of two numbers is what it has to be, without any rounding; `whole` is above 0.
    func holds(_ part: Int128, outOf whole: Int128) -> Bool {
        switch comparison {
        case .equal(let value): part == Int128(value) * whole
        case .unequal(let value): part != Int128(value) * whole
        case .less(let value): part < Int128(value) * whole
        case .atMost(let value): part <= Int128(value) * whole
        case .greater(let value): part > Int128(value) * whole
        case .atLeast(let value): part >= Int128(value) * whole
        case .within(let least, let most): part >= Int128(least) * whole && part <= Int128(most) * whole
        }
    }

    /// Whether a number can be what it has to be, of which only the least that it is known to be is given.
    func mayHold(from least: Int64) -> Bool {
        switch comparison {
        case .equal(let value), .atMost(let value): value >= least
        case .less(let value): value > least
        case .unequal, .greater, .atLeast: true
        case .within(let low, let high): high >= max(low, least)
        }
    }

    /// Whether a number of a range can be what it has to be.
    func mayHold(within range: ClosedRange<Int64>) -> Bool {
        switch comparison {
        case .equal(let value): range.contains(value)
        case .unequal(let value): range != value...value
        case .less, .atMost: holds(range.lowerBound)
        case .greater, .atLeast: holds(range.upperBound)
        case .within(let low, let high): max(low, range.lowerBound) <= min(high, range.upperBound)
        }
    }

    /// Whether every number of a range is what it has to be.
    func holds(throughout range: ClosedRange<Int64>) -> Bool {
        if case .unequal(let value) = comparison { return !range.contains(value) }
        return holds(range.lowerBound) && holds(range.upperBound)
    }
}

extension StatusPattern {
    /// Whether a status is one of its codes.
    func contains(_ status: UInt16) -> Bool { codes.contains(Int(status)) }
}

extension [StatusPattern] {
    /// Whether a status is a code of any.
    func contain(_ status: UInt16) -> Bool { contains { $0.contains(status) } }
    /// As they are written.
    var text: String { isEmpty ? "no status" : map(\.text).joined(separator: " or ") }
}
