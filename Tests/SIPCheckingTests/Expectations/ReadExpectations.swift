import SIPChecking

/// A file of expectations that the test wrote.
func readExpectations(_ text: String) throws(ExpectationError) -> Expectations {
    try Expectations.read(Array(text.utf8), path: "traces/trace.sipwatch.yaml")
}

/// The only call of a file whose entry has these lines.
func readCall(_ lines: String) throws -> CallExpectation? {
    try readExpectations("calls:\n  - \(lines.split(separator: "\n").joined(separator: "\n    "))\n").calls.first?.value
}

/// Why a file cannot be read, without its path; empty where it can.
func readingProblem(_ text: String) -> String { readingProblem(Array(text.utf8)) }

/// The same of any bytes.
func readingProblem(_ bytes: [UInt8]) -> String {
    do throws(ExpectationError) {
        _ = try Expectations.read(bytes, path: "t.yaml")
        return ""
    } catch {
        return String(error.description.dropFirst("t.yaml:".count))
    }
}

extension TextMatcher {
    /// As it was written.
    var written: String {
        switch self {
        case .exact(let text): text
        case .pattern(_, let text): "pattern \(text)"
        }
    }
}

extension HeaderMatcher {
    /// As it was written; words in brackets.
    var written: String {
        switch self {
        case .present: "<present>"
        case .absent: "<absent>"
        case .value(let matcher): matcher.written
        }
    }
}
