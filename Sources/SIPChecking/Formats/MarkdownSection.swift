import SIPCatalog
import SIPFindings
import SIPReporting
import TraceTypes

/// What a Markdown summary says of a trace that fails: problems, findings, failed expectations, and ladders.
struct MarkdownSection {
    /// Problems, findings and expectations shown, of each.
    private static let limit = 100

    /// The section, with an empty line in front.
    private(set) var text = ""
    /// How many ladders it draws.
    private(set) var drawn = 0
    /// How many it leaves out.
    private(set) var left = 0

    /// Makes a section with at most so many ladders.
    init(_ trace: TraceVerdict, diagrams: Int) {
        text = "\n### \(Self.heading(trace.path))\n\n"
        add(trace.problems.map(Self.line))
        add(
            trace.findings.filter(\.isShown).map { found in
                let kind = trace.exchange(found.finding.exchange)?.kind
                return Self.line(found, FindingLine(found.finding, kind: kind, file: "").subject)
            })
        add(trace.expectations.filter(\.isShown))
        for exchange in trace.exchanges where !exchange.diagram.isEmpty || !exchange.ladder.isEmpty {
            if drawn < diagrams { draw(exchange) } else { left += 1 }
        }
    }

    private mutating func add(_ items: [String]) {
        guard !items.isEmpty else { return }
        text += items.prefix(Self.limit).map { "- \($0)\n" }.joined()
        if items.count > Self.limit { text += "- …and \(items.count - Self.limit) more\n" }
        text += "\n"
    }

    private mutating func add(_ results: [ExpectationResult]) {
        guard !results.isEmpty else { return }
        text += "| expectation | judged | expected | seen | frames | written |\n| --- | --- | --- | --- | --- | --- |\n"
        for result in results.prefix(Self.limit) {
            let frames = result.frames.isEmpty ? "" : FindingLine.named(result.frames)
            let cells = [
                result.name, result.fails && result.state == .met ? "failed" : result.state.rawValue, result.expected,
                result.seen, frames, result.position?.text ?? "",
            ]
            text += "| " + cells.map(MarkdownText.escape).joined(separator: " | ") + " |\n"
        }
        text += "\n"
        if results.count > Self.limit { text += "…and \(results.count - Self.limit) more expectations.\n\n" }
        for result in results.prefix(Self.limit) where !result.details.isEmpty {
            text += Self.folded(result.name, Self.fenced(result.details.map { escaped($0) }, as: "text"))
        }
        add(
            results.compactMap { $0.advice.first }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
                .map { "Advice: " + MarkdownText.escape($0) })
    }

    private mutating func draw(_ exchange: CheckedExchange) {
        drawn += 1
        text += "#### \(Self.heading(exchange.title))\n\n"
        if !exchange.diagram.isEmpty { text += Self.fenced(exchange.diagram, as: "mermaid") + "\n" }
        if !exchange.ladder.isEmpty {
            text += Self.folded("The ladder as text", Self.fenced(exchange.ladder.map { escaped($0.text) }, as: "text"))
        }
    }

    private static func line(_ problem: TraceProblem) -> String {
        let place = problem.position.map { " " + MarkdownText.escape($0.text) } ?? ""
        let frames = problem.frames.isEmpty ? "" : " (\(FindingLine.named(problem.frames)))"
        return "**\(problem.kind.rawValue)**\(place)\(frames): \(MarkdownText.escape(problem.message))"
    }

    private static func line(_ found: CheckedFinding, _ subject: String) -> String {
        let finding = found.finding
        let advice = finding.advice.first.map { " *" + MarkdownText.escape($0) + "*" } ?? ""
        return "\(finding.severity.rawValue) **\(MarkdownText.escape(finding.rule))** \(subject) "
            + "(\(FindingLine.named(finding.frames))): \(MarkdownText.escape(finding.message))\(advice)"
    }

    /// Lines between fences that none of them can be taken for.
    static func fenced(_ lines: [String], as language: String) -> String {
        let longest = lines.flatMap { $0.split { $0 != "`" } }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return ([fence + language] + lines + [fence]).map { $0 + "\n" }.joined()
    }

    /// A block that is shown on demand.
    private static func folded(_ title: String, _ block: String) -> String {
        "<details><summary>\(XMLText.escape(escaped(title)))</summary>\n\n\(block)\n</details>\n\n"
    }

    /// The text where no number sign is taken for the end of the heading.
    private static func heading(_ text: String) -> String {
        MarkdownText.escape(text).replacing("#", with: "\\#")
    }
}
