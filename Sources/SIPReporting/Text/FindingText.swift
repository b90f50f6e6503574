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
        let head =
            "\(style(role, finding.severity.rawValue)) \(style(.heading, finding.rule)) "
            + "(\(finding.confidence.rawValue); \(finding.frames.count == 1 ? "frame" : "frames") \(frames)\(more))"
        var lines = ["  " + head]
        lines += PlainText.wrap(sentence(finding.message), first: "    ", rest: "    ")
        if !finding.impact.isEmpty {
            lines += PlainText.wrap("Why it matters: \(finding.impact)", first: "    ", rest: "    ")
        }
        if !finding.causes.isEmpty { lines.append("    Likely causes:") }
        lines += finding.causes.prefix(Self.causesShown)
            .flatMap { PlainText.wrap($0, first: "      - ", rest: "        ") }
        if !finding.advice.isEmpty { lines.append("    What to do:") }
        lines += finding.advice.flatMap { PlainText.wrap($0, first: "      - ", rest: "        ") }
        if let doubt = finding.disproof.first {
            lines += PlainText.wrap("What would disprove it: \(doubt)", first: "    ", rest: "    ")
        }
        if !finding.references.isEmpty {
            lines += PlainText.wrap("See: " + finding.references.joined(separator: "; "), first: "    ", rest: "    ")
        }
        return lines
    }

    private func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
    }
}
