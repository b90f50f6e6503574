/// Violations that are known and not yet mended: the lines of Fixtures/fuzz/known.txt.
package struct KnownViolations: Sendable {
    /// Parts of their sentences, one to a violation.
    package let texts: [String]

    /// Takes the file's text: one known violation to a line, `#` before a remark.
    package init(_ text: String) {
        texts = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { String($0) }
    }

    /// Whether a violation is a known one.
    package func contain(_ violation: String) -> Bool {
        texts.contains { violation.utf8.count >= $0.utf8.count && violation.contains($0) }
    }
}
