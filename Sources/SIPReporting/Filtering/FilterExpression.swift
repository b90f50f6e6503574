/// What a filter means.
indirect enum FilterExpression: Equatable, Sendable {
    /// All of these hold.
    case all([FilterExpression])
    /// One of these holds.
    case any([FilterExpression])
    case not(FilterExpression)
    /// The field has a value.
    case present(FilterField)
    /// A value of the field is this text.
    case equals(FilterField, TextPattern)
    /// A value of the field has this text in it.
    case contains(FilterField, TextPattern)
    /// A value of the field stands in this relation to a number.
    case compares(FilterField, FilterComparison, FilterQuantity)

    /// Whether it holds for an exchange.
    func holds(for subject: FilterSubject) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.holds(for: subject) }
        case .any(let parts): parts.contains { $0.holds(for: subject) }
        case .not(let part): !part.holds(for: subject)
        case .present(let field): subject.has(field)
        case .equals(let field, let pattern): subject.texts(field).contains(where: pattern.equals)
        case .contains(let field, let pattern): subject.texts(field).contains(where: pattern.isPart)
        case .compares(let field, let comparison, let quantity):
            subject.numbers(field).contains { quantity.isRelated($0, comparison) }
        }
    }
}

/// A number as a filter wrote it: of a status, length or time.
package struct FilterQuantity: Equatable, Sendable {
    /// What it stands for where the order counts.
    package let order: ClosedRange<Int64>
    /// What is equal to it: all that reads the same when written with as many digits.
    package let equal: ClosedRange<Int64>

    /// A number of which nothing else is equal.
    package init(_ number: Int64) {
        order = number...number
        equal = order
    }

    /// A number that stands for a range.
    init(_ range: ClosedRange<Int64>) {
        order = range
        equal = range
    }

    /// The first of the numbers that read the same.
    init(from number: Int64, equalFor span: Int64) {
        let (end, overflow) = number.addingReportingOverflow(max(0, span - 1))
        order = number...number
        equal = number...(overflow ? .max : end)
    }

    /// Whether a value stands in a relation to it.
    func isRelated(_ value: Int64, _ comparison: FilterComparison) -> Bool {
        switch comparison {
        case .less: value < order.lowerBound
        case .lessOrEqual: value <= order.upperBound
        case .greater: value > order.upperBound
        case .greaterOrEqual: value >= order.lowerBound
        case .equal, .unequal, .contains, .containsNot: equal.contains(value)
        }
    }
}
