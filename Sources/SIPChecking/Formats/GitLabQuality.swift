import SIPCatalog
import SIPFindings
import TraceTypes

/// The results as a code quality report, which GitLab shows in merge requests.
struct GitLabQuality {
    private let verdict: CheckVerdict
    private let options: CheckFormatOptions

    init(_ verdict: CheckVerdict, _ options: CheckFormatOptions) {
        self.verdict = verdict
        self.options = options
    }

    func write(to output: (String) -> Void) {
        let results = verdict.traces.flatMap { $0.results(options) }.filter(\.isShown)
        output(JSONText.array(results.map(json)).document)
    }

    private func json(_ result: CheckResult) -> JSONText {
        // An expectation names what it is about.
        let isNamed = if case .finding = result.origin { true } else { false }
        let subject = isNamed && !result.subject.isEmpty ? result.subject + ": " : ""
        return .object([
            "description": .string(subject + result.message), "check_name": .string(result.rule),
            "fingerprint": .string(result.digest), "severity": .string(Self.severity(result)),
            "location": .object([
                "path": .string(escaped(options.relative(result.path))),
                "lines": .object(["begin": .number(result.line)]),
            ]),
        ])
    }

    /// What fails the check is a step graver than what does not; nothing is graver than a trace that cannot be read.
    private static func severity(_ result: CheckResult) -> String {
        if result.rule == TraceProblem.Kind.unreadable.rawValue { return "blocker" }
        return switch result.severity {
        case .error: result.fails ? "critical" : "major"
        case .warning: result.fails ? "major" : "minor"
        case .info: result.fails ? "minor" : "info"
        }
    }
}
