import SIPFindings
import TraceTypes

/// Reads the value of a condition as its field wants it.
struct FilterValueReader {
    let field: FilterField
    /// How errors call the field.
    let name: String
    let sign: FilterToken
    let value: FilterToken
    let text: String

    /// The condition; of a negative comparison, the one that it is the opposite of.
    func expression(_ comparison: FilterComparison, _ word: String) throws(FilterError) -> FilterExpression {
        switch field.form {
        case .text: return try textual(comparison, field == .host ? FilterField.withoutBrackets(word) : word)
        case .digits:
            guard word.utf8.contains(where: { (0x30...0x39).contains($0) }) else { throw wanted("digits") }
            // Where a part is looked for, '*' stands for any digits.
            let digits = word.filter { $0.isASCII && $0.isNumber || comparison.isSearch && $0 == "*" }
            return try textual(comparison, digits)
        case .word(let words):
            if comparison.isSearch || words.contains(where: { TextPattern($0).equals(word) }) {
                return try textual(comparison, word)
            }
            throw FilterError(
                "\(value.description) is no \(name)", at: value.offset, of: text, word: word, candidates: words)
        case .number(let isStatus):
            return try numeric(
                comparison, FilterNumbers.number(word, isStatus: isStatus),
                wanting: isStatus ? "a status code such as 486 or 4xx" : "a whole number")
        case .duration:
            return try numeric(comparison, FilterNumbers.duration(word), wanting: "a time such as 4.2s, 500ms or 2m")
        case .severity:
            let severity = Severity(rawValue: word.lowercased())
            let rank = severity.flatMap { Severity.allCases.firstIndex(of: $0) }.map { FilterQuantity(Int64($0)) }
            return try numeric(comparison, rank, wanting: "error, warning or info")
        case .time:
            if let time = FilterTimes.timeOfDay(word) { return try numeric(comparison, time, of: .timeOfDay) }
            return try numeric(
                comparison, FilterTimes.date(word), wanting: "a time in UTC such as 14:05:00 or 2026-11-20T14:05:00Z")
        }
    }

    private func textual(_ comparison: FilterComparison, _ word: String) throws(FilterError) -> FilterExpression {
        guard !comparison.isOrder else {
            throw FilterError("\(name) has no order; compare it with =, !=, ~ or !~", at: sign.offset, of: text)
        }
        return comparison.isSearch ? .contains(field, TextPattern(word)) : .equals(field, TextPattern(word))
    }

    private func numeric(
        _ comparison: FilterComparison, _ quantity: FilterQuantity?, of other: FilterField? = nil,
        wanting form: String = ""
    ) throws(FilterError) -> FilterExpression {
        guard !comparison.isSearch else {
            throw FilterError(
                "\(name) is no text; compare it with =, !=, <, <=, > or >=", at: sign.offset, of: text)
        }
        guard let quantity else { throw wanted(form) }
        return .compares(other ?? field, comparison == .unequal ? .equal : comparison, quantity)
    }

    private func wanted(_ form: String) -> FilterError {
        FilterError("\(name) wants \(form), not \(value.description)", at: value.offset, of: text)
    }
}
