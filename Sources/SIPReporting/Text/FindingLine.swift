import SIPCatalog
import SIPDialogs
import SIPFindings
import TraceTypes

/// A finding on one line, as compilers write theirs.
public struct FindingLine {
    private let finding: Finding
    private let summary: ExchangeSummary

    /// Makes a line of a finding and the exchange it is about.
    public init(_ finding: Finding, _ summary: ExchangeSummary) {
        self.finding = finding
        self.summary = summary
    }

    /// `error transfer/failed call 1 (frames 9, 14): …`.
    public var text: String {
        let frames = finding.frames.prefix(8).map { String($0.rawValue) }.joined(separator: ", ")
        let more = finding.frames.count > 8 ? ", …" : ""
        let name = summary.kind == .call ? "call" : summary.kind.rawValue
        return "\(finding.severity.rawValue) \(finding.rule) \(name) \(summary.id) "
            + "(\(finding.frames.count == 1 ? "frame" : "frames") \(frames)\(more)): \(finding.message)"
    }

    /// The same for machines, with its line end.
    public var json: String {
        finding.json(isCall: summary.kind == .call).line + "\n"
    }
}
