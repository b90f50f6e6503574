import SIPCatalog
import SIPDialogs
import SIPFindings
import TraceTypes

/// A finding on one line, as compilers write theirs.
public struct FindingLine {
    private let finding: Finding
    private let summary: ExchangeSummary
    private let file: String

    /// Makes a line of a finding, the exchange it is about, and the file that was checked.
    public init(_ finding: Finding, _ summary: ExchangeSummary, file: String) {
        self.finding = finding
        self.summary = summary
        self.file = escaped(file)
    }

    /// `run.pcap: error transfer/failed call 1 (frames 9, 14): …`.
    public var text: String {
        let frames = finding.frames.prefix(8).map { String($0.rawValue) }.joined(separator: ", ")
        let more = finding.frames.count > 8 ? ", …" : ""
        let name = summary.kind == .call ? "call" : summary.kind.rawValue
        return "\(file): \(finding.severity.rawValue) \(finding.rule) \(name) \(summary.id) "
            + "(\(finding.frames.count == 1 ? "frame" : "frames") \(frames)\(more)): \(finding.message)"
    }

    /// The same for machines, with its line end.
    public var json: String {
        guard case .object(var fields) = finding.json(isCall: summary.kind == .call) else { return "" }
        fields["file"] = .string(file)
        return JSONText.object(fields).line + "\n"
    }
}
