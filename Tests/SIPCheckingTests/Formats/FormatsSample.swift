import SIPCatalog
import SIPChecking
import SIPDialogs
import TraceTypes

@testable import SIPFindings

/// Verdicts that formats are tried on.
enum FormatsSample {
    static let options = CheckFormatOptions(catalog: .english, version: "1.2.3")

    static func finding(
        _ rule: String = "transfer/failed", _ severity: Severity = .error, exchange: Int = 1,
        frames: [UInt64] = [6, 7], message: String = "bob accepted the REFER, but reported 603 Decline"
    ) -> Finding {
        Finding(
            rule: rule, severity: severity, confidence: .proven, exchange: exchange, frames: numbers(frames),
            message: message, explanation: "What goes wrong.", impact: "Why it matters.", causes: ["A cause."],
            confirm: ["A check."], disproof: ["A doubt."], advice: ["Respect the decision."],
            references: ["RFC 3515, 2.4.5"])
    }

    static func checked(
        _ finding: Finding, _ standing: CheckedFinding.Standing = .new, fails: Bool = false, ordinal: Int = 1
    ) -> CheckedFinding {
        let print = Fingerprint(rule: finding.rule, method: "NOTIFY", code: 603, role: "callee", ordinal: ordinal)
        return CheckedFinding(finding, print, standing, fails: fails)
    }

    static func numbers(_ frames: [UInt64]) -> [FrameNumber] { frames.map { FrameNumber(rawValue: $0) } }

    static func exchange(
        _ id: Int = 1, _ kind: Exchange.Kind = .call, title: String = "call 1: alice → bob"
    ) -> CheckedExchange {
        CheckedExchange(
            id: id, kind: kind, title: title, outcome: "answered", status: 200, length: .milliseconds(4_016))
    }

    /// A ladder with a head and a line for each of so many frames.
    static func ladder(_ frames: UInt64) -> [CheckedExchange.Rung] {
        [.init(text: "          192.0.2.10:5060     192.0.2.20:5060", frame: nil)]
            + (1...frames).map { .init(text: "     \($0).000  │── NOTIFY ──▶ │", frame: FrameNumber(rawValue: $0)) }
    }

    static func facts(calls: Int) -> TraceFacts {
        let start = Timestamp(seconds: 1_790_000_000, nanoseconds: 250_000_000)
        return TraceFacts(
            frames: 20, messages: 18, calls: calls, firstTime: start, lastTime: start + .milliseconds(4_016))
    }

    static func failedExpectation() -> ExpectationResult {
        var result = ExpectationResult(
            "call 1 (alice → bob)", "transfers[1].outcome", .failed, expected: "completed", seen: "failed with 603",
            position: SourcePosition(file: "traces/transfer.sipwatch.yaml", line: 4, column: 16))
        result.frames = numbers([10])
        result.exchange = 1
        result.advice = ["Respect the decision.", "Try later.", "Ask carol.", "Never shown in text."]
        result.details = ["- completed", "+ failed"]
        return result
    }

    static func failedTrace() -> TraceVerdict {
        var trace = TraceVerdict(path: "traces/transfer.pcap")
        trace.facts = facts(calls: 1)
        var call = exchange()
        call.ladder = ladder(15)
        call.diagram = ["sequenceDiagram", "    alice->>bob: REFER"]
        trace.exchanges = [call, exchange(2, .registration, title: "registration 2: alice")]
        trace.findings = [
            checked(finding(), fails: true),
            checked(finding("call/note", .info, frames: [9], message: "worth knowing")),
            checked(finding("auth/loop", .warning, message: "seen before"), .known),
            checked(
                finding("registration/short", .warning, exchange: 2, message: "short"),
                .suppressed(reason: "lab setting, ticket 12")),
        ]
        trace.expectations = [
            ExpectationResult("call 1 (alice → bob)", "outcome", .met, expected: "answered", seen: "answered"),
            failedExpectation(),
            ExpectationResult(
                "counts", "5xx", .undetermined, expected: "none", seen: "the trace ends too early", fails: false),
        ]
        trace.problems = [
            TraceProblem(
                .unusedSuppression, "nothing is found by 'ack/answered'; remove it", fails: false,
                position: SourcePosition(file: "traces/transfer.sipwatch.yaml", line: 9, column: 5))
        ]
        return trace
    }

    static func cleanTrace(_ path: String = "traces/answered.pcap") -> TraceVerdict {
        var trace = TraceVerdict(path: path)
        trace.facts = facts(calls: 1)
        trace.exchanges = [exchange()]
        return trace
    }

    static func unreadableTrace() -> TraceVerdict {
        var trace = TraceVerdict(path: "traces/broken.pcap")
        trace.problems = [TraceProblem(.unreadable, "not a capture file", fails: true)]
        return trace
    }

    /// A trace that fails, one that is clean, and one that cannot be read.
    static let verdict = CheckVerdict(traces: [failedTrace(), cleanTrace(), unreadableTrace()])

    static func text(
        _ format: CheckFormat, _ verdict: CheckVerdict = verdict, _ options: CheckFormatOptions = options
    ) -> String {
        var text = ""
        format.write(verdict, options) { text += $0 }
        return text
    }
}
