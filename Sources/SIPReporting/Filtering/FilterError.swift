import TraceTypes

/// Why a filter cannot be read, and where.
public struct FilterError: Error, Equatable, Sendable {
    /// What is wrong, and what was expected; the filter's own words in it are escaped.
    public let message: String
    /// The character at which it shows, from 1.
    public let column: Int
    /// A word that is none of `candidates`, where that is what is wrong.
    public let word: String?
    /// The words that could stand there instead.
    public let candidates: [String]
    /// The filter.
    let expression: String

    init(_ message: String, at offset: Int, of expression: String, word: String? = nil, candidates: [String] = []) {
        self.message = message
        self.expression = expression
        self.word = word
        self.candidates = candidates
        column = offset + 1
    }

    /// Columns shown of a long filter on either side of the error.
    private static let context = 30

    /// The filter, or the part of it around the error, and below it a caret; two lines without their ends.
    public var excerpt: [String] {
        let before = expression.prefix(column - 1)
        let shownBefore = before.suffix(Self.context)
        let after = expression.dropFirst(column - 1)
        let head = (shownBefore.count < before.count ? "…" : "") + escaped(String(shownBefore))
        let tail = escaped(String(after.prefix(Self.context))) + (after.count > Self.context ? "…" : "")
        return [head + tail, String(repeating: " ", count: head.columns) + "^"]
    }
}
