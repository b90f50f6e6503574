import YAMLReading

/// Finds out that a value has another meaning than its writer had in mind, since it begins with a character of YAML.
enum QuotationHint {
    /// Characters that are something else in YAML where a value begins.
    private static let indicators: Set<Unicode.Scalar> = [">", "!", "*", "&", "#", "%", "@", "`", "|"]
    /// What a comparison is written with, `>` aside.
    private static let comparing: Set<Unicode.Scalar> = [" ", "=", "-", "+"]

    /// What to do about it; nil where the error has another cause.
    static func text(for error: YAMLError, in bytes: [UInt8]) -> String? {
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        guard lines.indices.contains(error.mark.line - 1) else { return nil }
        let line = Array(String(decoding: lines[error.mark.line - 1], as: UTF8.self).unicodeScalars)
        let offset = min(max(0, error.mark.column - 1), line.count)
        guard let character = indicator(line, at: offset) ?? comparison(line, before: offset) else { return nil }
        guard character != "#" else { return "a value with '#' in it needs quotation marks" }
        return "a value that begins with '\(character)' needs quotation marks"
    }

    /// The indicator at the place of an error.
    private static func indicator(_ line: [Unicode.Scalar], at offset: Int) -> Unicode.Scalar? {
        line[offset...].first { $0 != " " }.flatMap { indicators.contains($0) ? $0 : nil }
    }

    /// The `>` of a comparison that was taken for a block of text, which shows behind it.
    private static func comparison(_ line: [Unicode.Scalar], before offset: Int) -> Unicode.Scalar? {
        let sign = line[..<offset].last { !comparing.contains($0) && !("0"..."9").contains($0) }
        return sign == ">" ? sign : nil
    }
}
