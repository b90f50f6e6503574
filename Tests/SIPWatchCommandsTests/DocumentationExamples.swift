import Foundation
import Testing
import _TestSupport

/// What the recorded fixtures and the flow files make the rules find.
struct DocumentationExamples {
    /// A finding, and where it comes from.
    struct Example {
        /// What makes the program find it, as a page says it.
        let source: String
        let finding: Finding
    }

    /// What any line of `sipwatch check --format jsonl` has.
    private struct Line: Decodable {
        let type: String
    }

    /// A line with a finding, as far as a page shows it.
    struct Finding: Decodable {
        let file: String
        let rule: String
        let severity: String
        let confidence: String
        let message: String
    }

    private var recorded: [String: [Finding]] = [:]
    private var written: [String: Finding] = [:]
    private var cases: [String: Flow.Case] = [:]

    /// Made once for all tests.
    static let shared = Result { try DocumentationExamples() }

    /// Runs the program once, on the recorded fixtures and on the first case of each rule's own flow file that expects
    /// the rule.
    private init() throws {
        let folder = try TemporaryFolder()
        for flow in Flow.allCases where cases[flow.flow] == nil && !flow.severities(of: flow.flow).isEmpty {
            cases[flow.flow] = flow
            try folder.write(flow.capture, Self.fileName(flow.flow))
        }
        let lines = try withExtendedLifetime(folder) {
            try DocumentationShell.output(
                "check --fail-on never --no-config --expect /dev/null --format jsonl Fixtures/*/*.pcap "
                    + "'\(folder.path)'/*.pcap 2>/dev/null")
        }
        for line in lines.split(separator: "\n") where line.contains(#""type":"finding""#) {
            let data = Data(line.utf8)
            guard try JSONDecoder().decode(Line.self, from: data).type == "finding" else { continue }
            let finding = try JSONDecoder().decode(Finding.self, from: data)
            if finding.file.hasPrefix("Fixtures/") {
                recorded[finding.rule, default: []].append(finding)
            } else if finding.file.hasSuffix("/\(Self.fileName(finding.rule))"), written[finding.rule] == nil {
                written[finding.rule] = finding
            }
        }
    }

    private static func fileName(_ rule: String) -> String { "\(rule.replacing("/", with: "-")).pcap" }

    /// The example for a rule: from a recorded fixture where one gives it, else from the rule's flow file.
    func example(of rule: String) throws -> Example {
        if let finding = recorded[rule]?.first {
            return Example(source: "`sipwatch \(finding.file)` finds this", finding: finding)
        }
        let finding = try #require(written[rule], "no fixture and no flow file makes \(rule) find something")
        let title = try #require(cases[rule]).title
        return Example(
            source: "In `Fixtures/flows/\(rule).flow`, case *\(title)*, sipwatch finds this", finding: finding)
    }

    /// The severities that a rule's findings have in the fixtures and flow files.
    func severities(of rule: String) -> Set<String> {
        let expected = Flow.allCases.flatMap { $0.severities(of: rule) }
        return Set(expected + (recorded[rule] ?? []).map(\.severity))
    }
}

extension Flow.Case {
    /// The severities of the findings of a rule that the case expects.
    fileprivate func severities(of rule: String) -> [String] {
        expectations.filter { $0.rule == rule }.map(\.severity)
    }
}
