import SIPDialogs
import SIPReporting

/// A trace that expectations are held against.
public struct JudgedTrace: Sendable {
    /// The report, with the messages of all its exchanges.
    public var report: Report
    /// The findings, as the gate takes them so far.
    public var findings: [CheckedFinding]
    /// The bytes of a message as they passed, without those of other messages in its frame; nil where they cannot be had
    /// again.
    public var bytes: @Sendable (_ exchange: Exchange, _ message: MessageIndex) -> [UInt8]?

    /// Makes a trace.
    public init(
        report: Report, findings: [CheckedFinding],
        bytes: @escaping @Sendable (_ exchange: Exchange, _ message: MessageIndex) -> [UInt8]?
    ) {
        self.report = report
        self.findings = findings
        self.bytes = bytes
    }
}
