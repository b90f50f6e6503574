import SIPChecking
import TraceTypes

extension FormatsSample {
    /// What may come from the network, or from who named a file, and means something in one format or another.
    static let nasties: [String] = [
        "plain", "::error::owned", "]]>", "<b>&amp;\"'</b>", "%0A::error::owned", "a\r\nb", "\n::error::owned",
        "\u{1B}[31mred", "a\u{0}b", "a|b|c", "`code` ```", "# SKIP not at all", "\\# TODO", "\u{202E}dekcah\u{2066}",
        "\u{FEFF}\u{FFFF}\u{FFFE}", "[click](http://example.com/)", "{0} {x}", "\u{2028}\u{85}", "\u{1F600}e\u{301}",
        "--- \n...", "*bold* _it_ ~~x~~", String(repeating: "long ", count: 2_000), "", " ", "not ok 1", "1..0", "%",
        "tab\there", "</details>", "a,b:c", "\u{E000}\u{10FFFF}", "file:///etc/passwd",
    ]

    /// A verdict in which a text stands wherever a text may stand.
    static func hostile(_ text: String) -> CheckVerdict {
        var trace = TraceVerdict(path: "x" + text + ".pcap")
        trace.facts = facts(calls: 1)
        var call = exchange(title: text)
        call.ladder = [
            .init(text: "A = " + text, frame: nil), .init(text: "1.000 " + text, frame: FrameNumber(rawValue: 6)),
        ]
        call.diagram = ["sequenceDiagram"]
        trace.exchanges = [call]
        trace.findings = [
            checked(finding(message: "m" + text), fails: true), checked(finding(message: text), .known),
            checked(finding(message: "m" + text), .suppressed(reason: "r" + text)),
        ]
        let position = SourcePosition(file: "y" + text + ".yaml", line: 1, column: 1)
        var result = ExpectationResult(text, text, .failed, expected: text, seen: text, position: position)
        result.exchange = 1
        result.details = [text]
        result.advice = [text]
        trace.expectations = [
            result, ExpectationResult(text, "", .met, expected: text, seen: text),
            ExpectationResult(text, "", .undetermined, expected: text, seen: text, fails: false),
        ]
        trace.problems = [
            TraceProblem(.incomplete, text, fails: true, position: position),
            TraceProblem(.staleBaseline, text, fails: false), TraceProblem(.unreadable, text, fails: true),
        ]
        var skipped = TraceVerdict(path: "z" + text + ".pcap")
        skipped.exchanges = [call]
        skipped.findings = [checked(finding(message: "m" + text), .suppressed(reason: text))]
        return CheckVerdict(traces: [trace, skipped])
    }
}
