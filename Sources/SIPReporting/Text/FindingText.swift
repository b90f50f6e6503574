import SIPCatalog
import SIPFindings
import TraceTypes

/// A finding in full: what happened, why it matters, what to do.
struct FindingText {
    /// Causes shown, the likeliest first; `sipwatch rules NAME` has them all.
    private static let causesShown = 3

    let finding: Finding
    let catalog: Catalog
    let style: TextStyle

    var lines: [String] {
        let frames = finding.frames.prefix(12).map { String($0.rawValue) }.joined(separator: ", ")
        let more = finding.frames.count > 12 ? ", …" : ""
        let role: TextStyle.Role = finding.severity == .error ? .bad : .caution
        let head = catalog.text(
            ReportPhrase.findingHead,
            [
                "severity": .text(style(role, catalog.word(finding.severity))),
                "rule": .text(style(.heading, finding.rule)), "confidence": .text(catalog.word(finding.confidence)),
                "count": .number(finding.frames.count), "frames": .text(frames + more),
            ])
        var lines = ["  " + head]
        lines += PlainText.wrap(sentence(finding.message), first: "    ", rest: "    ")
        if !finding.impact.isEmpty {
            lines += PlainText.wrap(say(.impact, finding.impact), first: "    ", rest: "    ")
        }
        if !finding.causes.isEmpty { lines.append("    " + catalog.text(ReportPhrase.causes)) }
        lines += finding.causes.prefix(Self.causesShown)
            .flatMap { PlainText.wrap($0, first: "      - ", rest: "        ") }
        if !finding.advice.isEmpty { lines.append("    " + catalog.text(ReportPhrase.advice)) }
        lines += finding.advice.flatMap { PlainText.wrap($0, first: "      - ", rest: "        ") }
        if let doubt = finding.disproof.first {
            lines += PlainText.wrap(say(.disproof, doubt), first: "    ", rest: "    ")
        }
        if !finding.references.isEmpty {
            let references = catalog.joined(finding.references)
            lines += PlainText.wrap(say(.references, references), first: "    ", rest: "    ")
        }
        return lines
    }

    private func say(_ phrase: ReportPhrase, _ text: String) -> String { catalog.text(phrase, ["text": .text(text)]) }

    private func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
    }
}
