import Foundation
import SIPCatalog
import Testing

/// The pages on the rules, made from what the program says of them, from the comments at the rules in the source, and
/// from what the fixtures make them find.
struct DocumentationRulePages {
    typealias Rule = DocumentationAreas.Rule

    /// The rules by area, then by name.
    let areas: [DocumentationAreas.Area]
    private let examples: DocumentationExamples
    private let sources: [String]

    /// The rules, by name.
    var rules: [Rule] { areas.flatMap(\.rules) }

    /// Asks the program, and reads the sources.
    init() throws {
        areas = try DocumentationAreas().areas
        examples = try DocumentationExamples.shared.get()
        let folder = DocumentationFolder.root.appending(path: "Sources/SIPFindings/Rules")
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        sources = try files.filter { $0.hasSuffix(".swift") }.map {
            try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
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

            There are \(rules.count) rules in \(areas.count) areas. `sipwatch rules` prints this list, and
            `sipwatch explain transfer/no-notify` the text of a rule. These pages are made from the program, the comments in
            `Sources/SIPFindings/Rules`, and the fixtures; <doc:AddingARule> tells how. What is left alone on purpose is in
            <doc:WhatIsNotJudged>.

            """
        for area in areas {
            let count = "\(area.rules.count) rule\(area.rules.count == 1 ? "" : "s")"
            text += """

                ### \(area.name): \(count)

                \(area.words).

                | rule | severity | what is wrong |
                |---|---|---|

                """
            text += area.rules.map { "| <doc:\($0.page)> | \($0.severity) | \($0.title) |\n" }.joined()
        }
        text += "\n## Topics\n"
        for area in areas {
            text += "\n### \(area.name)\n\n" + area.rules.map { "- <doc:\($0.page)>\n" }.joined()
        }
        return text
    }

    private func page(_ rule: Rule) throws -> String {
        let topic = try #require(Catalog.english.topic(rule.name))
        let explained = ExplainRenderer(catalog: .english).render(topic, as: .markdown)
        let sections = explained.drop { $0 != "\n" }.drop { $0 == "\n" }
        let abstract = rule.title.prefix(1).uppercased() + rule.title.dropFirst()
        let example = try examples.example(of: rule.name)
        return """
            # \(rule.name)

            \(abstract).

            ## When it is found

            \(try #require(comment(at: rule.name), "no comment at \(rule.name)"))

            Severity: \(rule.severity)\(exceptions(rule)).

            \(sections)
            ## Example

            \(example.source), and calls it \(example.finding.confidence):

            ```text
            \(example.finding.message)
            ```

            """
    }

    /// Severities other than the rule's own that the fixtures and flow files show.
    private func exceptions(_ rule: Rule) -> String {
        let order = ["error", "warning", "info"]
        guard let own = order.firstIndex(of: rule.severity) else { return "" }
        let shown = examples.severities(of: rule.name)
        let graver = order[..<own].filter(shown.contains).map { "\($0) where the case is graver" }
        let milder = order[(own + 1)...].filter(shown.contains).map { "\($0) where it is milder" }
        return (graver + milder).map { ", or \($0)" }.joined()
    }

    /// The documentation comment above the declaration that has the rule's name, as paragraphs; nil where there is none.
    private func comment(at name: String) -> String? {
        for source in sources {
            guard let place = source.firstRange(of: "\"\(name)\""),
                let declaration = source[..<place.lowerBound].ranges(of: "static let ").last
            else { continue }
            let before = source[..<declaration.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
            let lines = before.dropLast().reversed().map { $0.drop { $0 == " " } }.prefix { $0.hasPrefix("///") }
            guard !lines.isEmpty else { return nil }
            return lines.reversed().map { String($0.dropFirst(3).drop { $0 == " " }) }.joined(separator: "\n")
        }
        return nil
    }
}
