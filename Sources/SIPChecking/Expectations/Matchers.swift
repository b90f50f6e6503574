import RegularExpressions

/// What a number has to be.
public struct Bound: Sendable, Equatable {
    /// How it is compared.
    public enum Comparison: Sendable, Equatable {
        case equal(Int64), unequal(Int64), less(Int64), atMost(Int64), greater(Int64), atLeast(Int64)
        /// From and to, both included.
        case within(Int64, Int64)
    }

    /// As it is written.
    public var text: String
    /// How it is compared.
    public var comparison: Comparison

    /// Makes a bound.
    public init(text: String, _ comparison: Comparison) {
        self.text = text
        self.comparison = comparison
    }

    /// Whether a number is what it has to be.
    public func holds(_ number: Int64) -> Bool {
        switch comparison {
        case .equal(let value): number == value
        case .unequal(let value): number != value
        case .less(let value): number < value
        case .atMost(let value): number <= value
        case .greater(let value): number > value
        case .atLeast(let value): number >= value
        case .within(let least, let most): number >= least && number <= most
        }
    }
}

/// A status code, or a class of them: `603`, `4xx`.
public struct StatusPattern: Sendable, Hashable {
    /// The codes.
    public var codes: ClosedRange<Int>
    /// As it is written.
    public var text: String

    /// Makes a pattern.
    public init(text: String, _ codes: ClosedRange<Int>) {
        self.text = text
        self.codes = codes
    }
}

/// What a text has to be.
public enum TextMatcher: Sendable {
    /// The same text; a URI also by its user or its user@host.
    case exact(String)
    /// A text in which the expression matches: `/…/` in the file.
    case pattern(RegularExpression, text: String)
}
