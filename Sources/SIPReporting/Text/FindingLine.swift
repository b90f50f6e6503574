import SIPCatalog
import SIPDialogs
import SIPFindings
import TraceTypes

/// A finding on one line, as compilers write theirs.
public struct FindingLine {
    private let finding: Finding
    private let kind: Exchange.Kind?
    private let file: String

    /// Makes a line of a finding, the exchange it is about, and the file that was checked.
    public init(_ finding: Finding, _ summary: ExchangeSummary, file: String) {
        self.init(finding, kind: summary.kind, file: file)
    }

    /// The same where of the exchange its kind alone is known, or not even that.
    public init(_ finding: Finding, kind: Exchange.Kind?, file: String) {
        self.finding = finding
        self.kind = kind
        self.file = escaped(file)
    }

    /// `run.pcap: error transfer/failed call 1 (frames 9, 14): …`.
    public var text: String { text(TextStyle(isColored: false)) }

    /// The same with severity and rule set off.
    public func text(_ style: TextStyle) -> String {
        let role: TextStyle.Role = finding.severity == .error ? .bad : .caution
        return "\(file): \(style(role, finding.severity.rawValue)) \(style(.heading, finding.rule)) \(subject) "
            + "(\(Self.named(finding.frames))): \(escaped(finding.message))"
    }

    /// The exchange that it is about: `call 1`.
    public var subject: String { "\(kind?.rawValue ?? "exchange") \(finding.exchange)" }

    /// Frames as a line names them, the first eight of them: `frames 9, 14`.
    package static func named(_ frames: [FrameNumber]) -> String {
        let numbers = frames.prefix(8).map { String($0.rawValue) }.joined(separator: ", ")
        return (frames.count == 1 ? "frame " : "frames ") + numbers + (frames.count > 8 ? ", …" : "")
    }

    /// The same for machines, with its line end.
    public var json: String {
        guard case .object(var fields) = finding.json(isCall: kind == .call) else { return "" }
        fields["file"] = .string(file)
        return JSONText.object(fields).line + "\n"
    }
}
