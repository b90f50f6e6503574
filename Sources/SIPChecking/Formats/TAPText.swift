import SIPCatalog
import SIPFindings
import TraceTypes

/// The verdict in the Test Anything Protocol, version 14.
struct TAPText {
    private let verdict: CheckVerdict

    init(_ verdict: CheckVerdict) {
        self.verdict = verdict
    }

    func write(to output: (String) -> Void) {
        let cases = verdict.traces.flatMap { trace in trace.cases.map { (escaped(trace.path), $0) } }
        output("TAP version 14\n1..\(cases.count)\n")
        for (number, (path, made)) in zip(1..., cases) {
            let isOK =
                switch made.result {
                case .passed, .skipped: true
                case .failed, .broken: false
                }
            var line = "\(isOK ? "ok" : "not ok") \(number) - " + Self.escape("\(path): \(made.name)")
            if case .skipped(let reason) = made.result { line += " # SKIP " + Self.escape(reason) }
            output(line + "\n" + Self.diagnostics(made).map { "  \($0)\n" }.joined())
        }
    }

    /// The block below a test point. Its texts are in double quotation marks, where YAML reads what JSON does.
    private static func diagnostics(_ made: CheckCase) -> [String] {
        guard let first = made.failures.first else {
            guard !made.notes.isEmpty else { return [] }
            return ["---"] + block("notes", made.notes, "-") + ["..."]
        }
        let isBroken = made.result == .broken
        var lines = [
            "---", "message: " + quote(first.message), "severity: " + (isBroken ? "fail" : first.severity.rawValue),
        ]
        lines.append("rule: " + quote(first.rule))
        if !first.frames.isEmpty {
            lines.append("frames: [\(first.frames.map { String($0.rawValue) }.joined(separator: ", "))]")
        }
        if let difference = first.difference {
            lines += ["expected: " + quote(difference.expected), "seen: " + quote(difference.seen)]
        }
        if let position = first.position {
            lines += [
                "at:", "  file: " + quote(escaped(position.file)), "  line: \(position.line)",
                "  column: \(position.column)",
            ]
        }
        lines += block("details", first.details, "|") + block("advice", first.advice, "-")
        lines += block("more", made.failures.dropFirst().flatMap(\.lines), "|") + block("notes", made.notes, "-")
        return lines + ["..."]
    }

    /// Lines in a literal block, which even small readers of YAML take; with a mark in front none of them begins with a
    /// blank, which would change the block's margin.
    private static func block(_ key: String, _ lines: [String], _ mark: String) -> [String] {
        lines.isEmpty ? [] : ["\(key): |"] + lines.map { "  \(mark) \($0)" }
    }

    private static func quote(_ text: String) -> String { JSONText.string(text).line }

    /// The text where no number sign begins a directive.
    private static func escape(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "#" || scalar == "\\" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}
