import SIPCatalog
import SIPReporting
import TraceTypes

/// The verdict as Markdown, which GitHub shows as the summary of a step: a table of the traces, and a section for each
/// that fails.
struct CheckMarkdown {
    /// Bytes written at most. GitHub takes 1 MiB.
    static let limit = 900_000
    /// Rows of the table at most.
    private static let rows = 500
    /// Diagrams drawn at most.
    private static let diagrams = 50

    private let verdict: CheckVerdict
    private let options: CheckFormatOptions

    init(_ verdict: CheckVerdict, _ options: CheckFormatOptions) {
        self.verdict = verdict
        self.options = options
    }

    func write(to output: (String) -> Void) {
        var room = Self.limit
        /// Hands over a piece where there is room for it.
        func add(_ piece: String) -> Bool {
            guard piece.utf8.count <= room else { return false }
            room -= piece.utf8.count
            output(piece)
            return true
        }
        let words = verdict.hasTrouble ? "could not read all traces" : verdict.isClean ? "passed" : "failed"
        _ = add("## \(MarkdownText.escape(options.program)) check: \(words)\n\n")
        _ = add(CheckSummary(verdict).text(TextStyle(isColored: false)) + "\n\n")
        let failed = verdict.traces.filter { !$0.isClean }
        let ordered = verdict.traces.count > Self.rows ? failed + verdict.traces.filter(\.isClean) : verdict.traces
        var shown = 0
        if !ordered.isEmpty, add(Self.head) {
            for trace in ordered.prefix(Self.rows) {
                guard add(row(trace)) else { break }
                shown += 1
            }
        }
        if shown < ordered.count { _ = add("\n…and \(ordered.count - shown) more traces.\n") }
        var diagrams = Self.diagrams
        var (sections, left) = (0, 0)
        for trace in failed {
            // Once there is no room for a section, none is made any more.
            guard sections == 0 else {
                sections += 1
                continue
            }
            let section = MarkdownSection(trace, diagrams: diagrams)
            // Without its diagrams a section may still find room.
            if add(section.text) {
                diagrams -= section.drawn
                left += section.left
            } else if add(MarkdownSection(trace, diagrams: 0).text) {
                left += section.drawn + section.left
            } else {
                sections += 1
            }
        }
        var omitted: [String] = []
        if sections > 0 { omitted.append("the sections of \(sections) failed traces") }
        if left > 0 { omitted.append("\(left) ladders") }
        // These few bytes are well within the distance to the limit of GitHub.
        if !omitted.isEmpty { output("\nLeft out for want of room: \(omitted.joined(separator: ", ")).\n") }
    }

    private static let head =
        "| trace | verdict | calls | findings | expectations |\n| --- | --- | ---: | --- | --- |\n"

    private func row(_ trace: TraceVerdict) -> String {
        let verdict = CheckVerdict(traces: [trace])
        let word = trace.isUnreadable ? "⚠️ unreadable" : trace.isClean ? "✅ clean" : "❌ failed"
        let summary = CheckSummary(verdict)
        let cells = [
            MarkdownText.escape(trace.path), word, String(trace.facts?.calls ?? 0), summary.findingCounts,
            summary.expectationCounts(TextStyle(isColored: false)),
        ]
        return "| " + cells.joined(separator: " | ") + " |\n"
    }
}
