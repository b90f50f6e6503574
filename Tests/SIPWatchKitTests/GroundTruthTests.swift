import Foundation
import SIPDialogs
import SIPFindings
import SIPReporting
import SIPWatchKit
import Testing
import TraceGeneration
import _TestSupport

@Suite("A synthetic trace of all kinds of calls is judged as its makers say")
struct GroundTruthTests {
    /// The same trace each time, and another one each time.
    private static let seeds: [UInt64] = [1, UInt64.random(in: 2...UInt64.max)]

    private static func analyze(seed: UInt64, messages: UInt64) throws -> (truth: GroundTruth, report: Report) {
        var options = GeneratorOptions()
        options.seed = seed
        options.messages = messages
        options.ipv6Share = 0.2
        options.tcpShare = 0.2
        var bytes: [UInt8] = []
        let truth = SyntheticTrace(options).write { bytes += $0 }
        let file = try TemporaryFolder()
        return (truth, try Analyzer.analyze(files: [file.write(bytes, "trace.pcap")]))
    }

    @Test(arguments: seeds)
    func verdicts(seed: UInt64) throws {
        let (truth, report) = try Self.analyze(seed: seed, messages: 20_000)
        let summaries = report.exchanges.map(\.summary).filter { $0.kind == .call }
        #expect(report.counts.total == truth.messages.total, "seed \(seed)")
        #expect(report.counts.requests == truth.messages.requests, "seed \(seed)")
        let responses = report.counts.responses.map { ("\($0.key)", $0.value) }
        #expect(Dictionary(uniqueKeysWithValues: responses) == truth.messages.responses, "seed \(seed)")
        #expect(report.counts.retransmissions == truth.messages.retransmissions, "seed \(seed)")
        #expect(report.counts.duplicates == 0, "seed \(seed)")
        #expect(report.counts.malformed == 0, "seed \(seed)")
        #expect(summaries.count == truth.calls, "seed \(seed)")
        #expect(Self.counted(summaries.map(\.outcome)) == truth.outcomes, "seed \(seed)")
        #expect(Self.counted(summaries.flatMap { $0.transfers.map(\.rawValue) }) == truth.transfers, "seed \(seed)")
        #expect(Self.counted(report.findings.map(\.rule)) == truth.findings, "seed \(seed)")
        #expect(report.account.evictedExchanges == 0, "seed \(seed)")
        #expect(report.account.frames == report.account.sipFrames, "seed \(seed)")
    }

    private static func counted(_ words: [String]) -> [String: Int] {
        Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
    }
}
