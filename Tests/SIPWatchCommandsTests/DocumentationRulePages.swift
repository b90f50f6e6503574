import Foundation
import Testing

/// The pages on the rules, made from what the program says of them, from the comments at the rules in the source, and
/// from what the fixtures make them find.
struct DocumentationRulePages {
    /// A line of `sipwatch rules --format json`.
    struct Rule: Decodable {
        let name: String
        let severity: String
        let title: String

        /// The name of its page, without the ending.
        var page: String { name.replacing("/", with: "-") }
        /// The first part of its name.
        var area: String { String(name.prefix { $0 != "/" }) }
    }

    /// A line of `sipwatch check --format jsonl`, as far as a page shows it.
    private struct Finding: Decodable {
        let rule: String
        let severity: String
        let confidence: String
        let message: String
    }

    /// The rules, by name.
    let rules: [Rule]
    private var examples: [String: [(fixture: String, finding: Finding)]] = [:]
    private let sources: [String]

    /// Asks the program, and reads the sources.
    init() throws {
        rules = try JSONDecoder().decode(
            [Rule].self, from: Data(DocumentationShell.output("rules --format json").utf8))
        let folder = DocumentationFolder.root.appending(path: "Sources/SIPFindings/Rules")
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        sources = try names.filter { $0.hasSuffix(".swift") }.map {
            try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }
        let loop = """
            for file in Fixtures/*/*.pcap; do
                '\(DocumentationShell.program)' check --fail-on never --format jsonl "$file" 2>/dev/null \
                    | while read -r line; do printf '%s\\t%s\\n' "$file" "$line"; done
            done
            """
        for line in try DocumentationShell.run(loop).split(separator: "\n") where line.contains("\t") {
            let parts = line.split(separator: "\t", maxSplits: 1)
            let finding = try JSONDecoder().decode(Finding.self, from: Data(parts[1].utf8))
            examples[finding.rule, default: []].append((String(parts[0]), finding))
        }
    }

    /// All pages: names with their endings, and texts.
    func pages() throws -> [(name: String, text: String)] {
        try [("Rules.md", index)] + rules.map { ("\($0.page).md", try page($0)) }
    }

    private var index: String {
        var text = """
            # Rules

            What sipwatch judges. Each rule has a name that never changes, a severity, and a page.

            ## Overview

            `sipwatch rules` prints this list, `sipwatch explain transfer/no-notify` the text of a rule. These pages are
            made from the program, the comments in `Sources/SIPFindings/Rules`, and the fixtures;
            <doc:AddingARule> tells how.

            | rule | severity | what is wrong |
            |---|---|---|

            """
        text += rules.map { "| <doc:\($0.page)> | \($0.severity) | \($0.title) |\n" }.joined()
        text += "\n## Topics\n"
        for area in Set(rules.map(\.area)).sorted() {
            text += "\n### \(area)\n\n"
            text += rules.filter { $0.area == area }.map { "- <doc:\($0.page)>\n" }.joined()
        }
        return text
    }

    private func page(_ rule: Rule) throws -> String {
        let explained = try DocumentationShell.output("rules --format markdown \(rule.name)")
        let sections = explained.drop { $0 != "\n" }.drop { $0 == "\n" }
        let abstract = rule.title.prefix(1).uppercased() + rule.title.dropFirst()
        return """
            # \(rule.name)

            \(abstract).

            ## When it is found

            \(try #require(comment(at: rule.name), "no comment at \(rule.name)"))

            Severity: \(rule.severity)\(try exceptions(rule)).

            \(sections)
            \(try example(rule))
            """
    }

    /// Severities other than the rule's own that the fixtures show.
    private func exceptions(_ rule: Rule) throws -> String {
        let others = Set(try found(rule).map(\.finding.severity)).subtracting([rule.severity]).sorted()
        return others.isEmpty ? "" : ", or \(others.joined(separator: ", ")) where the case is graver"
    }

    private func example(_ rule: Rule) throws -> String {
        let found = try found(rule)
        let first = found[0]
        return """
            ## Example

            `sipwatch \(first.fixture)` finds this, and calls it \(first.finding.confidence):

            ```text
            \(first.finding.message)
            ```

            """
    }

    private func found(_ rule: Rule) throws -> [(fixture: String, finding: Finding)] {
        let found = examples[rule.name] ?? []
        try #require(!found.isEmpty, "no fixture makes \(rule.name) find something")
        return found
    }

    /// The documentation comment at a rule, as paragraphs.
    private func comment(at name: String) -> String? {
        for source in sources {
            guard let declaration = source.firstRange(of: "Rule(\"\(name)\"") else { continue }
            let before = source[..<declaration.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
            let lines = before.dropLast().reversed().map { $0.drop { $0 == " " } }.prefix { $0.hasPrefix("///") }
            return lines.reversed().map { String($0.dropFirst(3).drop { $0 == " " }) }.joined(separator: "\n")
        }
        return nil
    }
}
