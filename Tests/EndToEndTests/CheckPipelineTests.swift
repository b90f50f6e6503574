import Foundation
import Synchronization
import Testing
import _TestSupport

@Suite(
    "A SIPp run is recorded and checked",
    .enabled(if: LiveWatch.isRoot && Program.areInstalled("sipp", "tcpdump"), "needs root, sipp and tcpdump"))
struct CheckPipelineTests {
    /// What the run is to show, whoever plays it.
    private static let expectations = """
        calls:
          - name: the call that is transferred
            match: {from: transferor}
            outcome: answered
            ended-by: caller
            setup: < 5 s
            transfers:
              - {kind: blind, target: carol, response: 202, final-status: 200, outcome: completed}
        findings:
          forbidden: [invite/missing-ack, transfer/no-notify]
        counts: [calls = 1, no 4xx, no 6xx, "retransmissions < 1 %"]
        """

    /// The exit status, and the rule that makes it 1.
    private static let verdicts: [TransferRun.Fault: (status: Int32, rule: String?)] = [
        .none: (0, nil), .targetDeclines: (1, "transfer/failed"), .notifyWithheld: (1, "transfer/no-notify"),
        .ackWithheld: (1, "invite/missing-ack"),
    ]

    @Test("It passes as long as nothing is broken, and fails for what is")
    func pipeline() throws {
        let folder = try TemporaryFolder()
        try Self.recordAll(in: folder)
        for fault in TransferRun.Fault.allCases {
            let verdict = try #require(Self.verdicts[fault])
            let run = "\(folder.path)/\(fault.rawValue)"
            let ended = try SIPWatch.run("check", "--output", "junit=report.xml", "trace.pcap", in: run)
            #expect(ended.status == verdict.status, "\(fault): \(ended.output)\(ended.errors)")
            if let rule = verdict.rule { #expect(ended.output.contains(" error \(rule) "), "\(ended.output)") }
            #expect(folder.text("\(fault.rawValue)/report.xml").contains("<failure") == (verdict.status == 1))

            // Without any expectations, the rules alone fail what is broken.
            let alone = try SIPWatch.run("check", "--expect", "/dev/null", "trace.pcap", in: run)
            #expect(alone.status == verdict.status, "\(alone.output)")
        }
    }

    /// Plays all runs at a time, each in a folder of its own: two of them take as long as the protocol's timers.
    private static func recordAll(in folder: TemporaryFolder) throws {
        let problems = Mutex<[String]>([])
        let group = DispatchGroup()
        for fault in TransferRun.Fault.allCases {
            try folder.write(Array(expectations.utf8), "\(fault.rawValue)/trace.sipwatch.yaml")
            group.enter()
            Thread.detachNewThread {
                let found: [String]
                do {
                    found = try TransferRun.record(fault, in: "\(folder.path)/\(fault.rawValue)")
                } catch {
                    found = ["\(error)"]
                }
                problems.withLock { $0 += found.map { "\(fault): \($0)" } }
                group.leave()
            }
        }
        group.wait()
        #expect(problems.withLock { $0 } == [])
    }
}
