import SIPChecking
import Testing

@Suite("The summary in Markdown is bounded")
struct FormatsMarkdownTests {
    private func failedTrace(_ index: Int, rungs: UInt64 = 5) -> TraceVerdict {
        var trace = FormatsSample.failedTrace()
        trace.path = "traces/\(index).pcap"
        trace.exchanges[0].ladder = FormatsSample.ladder(rungs)
        return trace
    }

    @Test("At most fifty diagrams, and what was left out is said")
    func diagrams() {
        let text = FormatsSample.text(.markdown, CheckVerdict(traces: (1...60).map { failedTrace($0) }))
        #expect(text.split(separator: "```mermaid").count - 1 == 50)
        #expect(text.split(separator: "\n### ").count - 1 == 60)
        #expect(text.hasSuffix("\nLeft out for want of room: 10 ladders.\n"))
    }

    @Test("Never more than GitHub takes")
    func bytes() {
        let text = FormatsSample.text(.markdown, CheckVerdict(traces: (1...3_000).map { failedTrace($0, rungs: 400) }))
        #expect(text.utf8.count < 1_000_000)
        #expect(text.contains("\n…and 2500 more traces.\n"))
        #expect(text.contains("Left out for want of room: the sections of "))
    }

    @Test("With many traces the failed ones come first")
    func order() {
        var traces = (1...600).map { FormatsSample.cleanTrace("clean\($0).pcap") }
        traces.append(failedTrace(1))
        let text = FormatsSample.text(.markdown, CheckVerdict(traces: traces))
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
        #expect(rows.dropFirst(2).first?.hasPrefix("| traces/1.pcap | ❌ failed | 1 | ") == true)
        #expect(text.contains("\n…and 101 more traces.\n"))
    }

    @Test func passed() {
        let text = FormatsSample.text(.markdown, CheckVerdict(traces: [FormatsSample.cleanTrace()]))
        #expect(text.hasPrefix("## sipwatch check: passed\n\n1 trace: 1 clean · 1 call · findings: none\n\n| trace |"))
        #expect(!text.contains("### "))
    }
}
