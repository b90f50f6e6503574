import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPChecking

@Suite("Judging transfers")
struct JudgingTransferTests {
    typealias Party = SIPScenario.Party

    static let failed = JudgingTrace { $0.transferredCall() }
    static let completed = JudgingTrace { $0.transferredCall(200) }
    static let refused = JudgingTrace { scenario in
        let call = scenario.upCall()
        let refer = scenario.request(.refer, in: call, from: .alice, at: 5, lines: ["Refer-To: <\(Party.carol.uri)>"])
        scenario.response(403, to: refer, at: 5.1)
    }
    static let accepted = JudgingTrace { scenario in
        let call = scenario.upCall()
        let refer = scenario.request(.refer, in: call, from: .alice, at: 5, lines: ["Refer-To: <\(Party.carol.uri)>"])
        scenario.response(202, to: refer, at: 5.1)
    }
    static let early: JudgingTrace = {
        var trace = accepted
        trace.until = 6
        return trace
    }()

    private func lines(_ trace: JudgingTrace, _ build: (inout TransferExpectation) -> Void) -> [String] {
        var transfer = TransferExpectation()
        build(&transfer)
        return trace.lines { $0.transfers = placed([placed(transfer)]) }
    }

    @Test("Kind and target")
    func target() throws {
        #expect(lines(Self.failed) { $0.kind = placed("blind") } == ["transfers[1].kind met: blind [5]"])
        #expect(lines(Self.failed) { $0.kind = placed("attended") } == ["transfers[1].kind failed: blind [5]"])
        #expect(
            lines(Self.failed) { $0.target = placed(.exact("carol")) }
                == ["transfers[1].target met: sip:carol@192.0.2.3 [5]"])
        #expect(
            lines(Self.failed) { $0.target = placed(.exact("dave")) }
                == ["transfers[1].target failed: sip:carol@192.0.2.3 [5]"])
        let bare = JudgingTrace { scenario in
            let call = scenario.upCall()
            scenario.request(.refer, in: call, from: .alice, at: 5)
        }
        #expect(
            lines(bare) { $0.target = placed(.exact("carol")) }
                == ["transfers[1].target failed: no Refer-To that can be read [5]"])
    }

    @Test("The response to the REFER")
    func response() {
        #expect(
            lines(Self.failed) { $0.response = statuses(200...299) } == [
                "transfers[1].response met: 202 Accepted [5, 6]"
            ])
        #expect(
            lines(Self.refused) { $0.response = statuses(202...202) }
                == ["transfers[1].response failed: 403 Forbidden [5, 6]"])
        let silent = JudgingTrace(until: 80) { scenario in
            let call = scenario.upCall()
            scenario.request(.refer, in: call, from: .alice, at: 5, lines: ["Refer-To: <\(Party.carol.uri)>"])
        }
        #expect(
            lines(silent) { $0.response = statuses(202...202) }
                == ["transfers[1].response failed: no final response [5]"])
        var early = silent
        early.until = 7
        #expect(
            lines(early) { $0.response = statuses(202...202) }
                == ["transfers[1].response undetermined: no final response [5]"])
    }

    @Test("The final status, with the frames of REFER, its response and the deciding NOTIFY")
    func finalStatus() {
        #expect(
            lines(Self.failed) { $0.finalStatus = statuses(603...603) }
                == ["transfers[1].final-status met: 603 [5, 6, 10]"])
        #expect(
            lines(Self.completed) { $0.finalStatus = statuses(603...603) }
                == ["transfers[1].final-status failed: 200 [5, 6, 10]"])
        #expect(
            lines(Self.refused) { $0.finalStatus = statuses(603...603) }
                == ["transfers[1].final-status failed: none: refused (403 Forbidden) [5, 6]"])
        #expect(
            lines(Self.early) { $0.finalStatus = statuses(603...603) }
                == ["transfers[1].final-status undetermined: none: undetermined [5, 6]"])
        let unreported = JudgingTrace { $0.transferredCall(486, isReported: false) }
        #expect(
            lines(unreported) { $0.finalStatus = statuses(486...486) }
                == ["transfers[1].final-status met: 486 [5, 6, 8]"])
    }

    @Test(
        "The outcome, with advice of the finding or the topic",
        arguments: [
            (failed, "failed", "met: failed (603) [5, 6, 10]", false),
            (failed, "completed", "failed: failed (603) [5, 6, 10]", true),
            (refused, "completed", "failed: refused (403 Forbidden) [5, 6]", true),
            (accepted, "completed", "failed: unconfirmed [5, 6]", true),
            (early, "completed", "undetermined: undetermined [5, 6]", false),
            (early, "undetermined", "met: undetermined [5, 6]", false),
            (completed, "failed", "failed: completed (200) [5, 6, 10]", false),
        ] as [(JudgingTrace, String, String, Bool)])
    func outcome(trace: JudgingTrace, word: String, line: String, hasAdvice: Bool) {
        var transfer = TransferExpectation()
        transfer.outcome = placed([word])
        let results = trace.results { $0.transfers = placed([placed(transfer)]) }
        #expect(results.map(\.line) == ["transfers[1].outcome " + line])
        #expect(results.map(\.name) == ["trace: transfers[1].outcome"])
        #expect(results.first?.exchange == 1)
        #expect(results.first?.advice.isEmpty == !hasAdvice)
        let findings = trace.trace.findings.map(\.finding).filter {
            $0.rule.hasPrefix("transfer/") && $0.severity == .error
        }
        if hasAdvice, let finding = findings.first { #expect(results.first?.advice == finding.advice) }
    }

    @Test("Their number: one result where it is another")
    func number() {
        let none: Placed<[Placed<TransferExpectation>]> = placed([])
        let two = placed([placed(TransferExpectation()), placed(TransferExpectation())])
        let one = placed([placed(TransferExpectation())])
        let calm = JudgingTrace { $0.endedCall() }
        #expect(Self.failed.lines { $0.transfers = none } == ["transfers failed: 1 transfer [5]"])
        #expect(calm.lines { $0.transfers = none } == ["transfers met: no transfer []"])
        #expect(Self.failed.lines { $0.transfers = two } == ["transfers failed: 1 transfer [5]"])
        #expect(Self.failed.lines { $0.transfers = one } == ["transfers met: 1 transfer [5]"])
        let results = Self.failed.results { $0.transfers = two }
        #expect(results.map(\.name) == ["trace: transfers"])
        #expect(results.map(\.expected) == ["2 transfers"])
    }
}
