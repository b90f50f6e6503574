/// A word, sign or bracket of a filter.
struct FilterToken: Equatable, Sendable {
    /// What it is.
    enum Kind: Equatable, Sendable {
        /// A name, number, or value without quotes.
        case word(String)
        /// A value in quotes, without them.
        case string(String)
        case comparison(FilterComparison)
        case and, or, not, open, close, end
    }

    let kind: Kind
    /// The place of its first character, from 0.
    let offset: Int

    /// How an error names it.
    var description: String {
        switch kind {
        case .word(let text), .string(let text): FilterLexer.quoted(text)
        case .comparison(let comparison): "'\(comparison.rawValue)'"
        case .and: "'and'"
        case .or: "'or'"
        case .not: "'not'"
        case .open: "'('"
        case .close: "')'"
        case .end: "the end"
        }
    }
}

/// A sign that compares.
enum FilterComparison: String, CaseIterable, Sendable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case contains = "~"
    case containsNot = "!~"

    /// Whether the comparison is true exactly where its opposite is not.
    var isNegative: Bool { self == .unequal || self == .containsNot }
    /// Whether it asks for a part of a text.
    var isSearch: Bool { self == .contains || self == .containsNot }
    /// Whether it asks which of two values comes first.
    var isOrder: Bool { !isSearch && self != .equal && self != .unequal }
}
