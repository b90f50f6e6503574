import SIPCatalog
import SIPFindings
import TraceTypes

/// The verdict as a SARIF log of one run.
struct SARIFLog {
    private let verdict: CheckVerdict
    private let options: CheckFormatOptions

    init(_ verdict: CheckVerdict, _ options: CheckFormatOptions) {
        self.verdict = verdict
        self.options = options
    }

    func write(to output: (String) -> Void) {
        let all = verdict.traces.flatMap { $0.results(options) }
        let unreadable = TraceProblem.Kind.unreadable.rawValue
        let results = all.filter { $0.rule != unreadable }
        let rules = Set(results.map(\.rule)).sorted()
        let indices = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
        let driver: [String: JSONText] = [
            "name": .string(options.program), "version": .string(options.version),
            "rules": .array(rules.map { SARIFRule($0, options.catalog).json }),
            "notifications": .array([SARIFRule(unreadable, options.catalog).json]),
        ]
        let renderer = SARIFResult(
            options, hasBaseline: options.hasBaseline || verdict.totals.knownFindings > 0, indices: indices)
        let invocation: [String: JSONText] = [
            "executionSuccessful": .bool(!verdict.hasTrouble), "exitCode": .number(verdict.exitStatus),
            "toolExecutionNotifications": .array(all.filter { $0.rule == unreadable }.map(renderer.notification)),
        ]
        let run: [String: JSONText] = [
            "tool": .object(["driver": .object(driver)]), "invocations": .array([.object(invocation)]),
            "language": .string(options.catalog.languageTag), "columnKind": .string("unicodeCodePoints"),
            "results": .array(results.map(renderer.json)),
        ]
        let log: [String: JSONText] = [
            "version": .string("2.1.0"), "$schema": .string(Self.schema), "runs": .array([.object(run)]),
        ]
        output(JSONText.object(log).document)
    }

    private static let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
}
