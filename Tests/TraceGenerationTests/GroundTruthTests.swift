import Testing

@testable import TraceGeneration

@Suite("The truth adds up, and is that of the bytes")
struct GroundTruthTests {
    @Test func sums() throws {
        let truth = try WrittenTrace(messages: 20_000).truth
        #expect(truth.messages.total >= 20_000)
        #expect(truth.kinds.values.map(\.messages).reduce(0, +) == truth.messages.total)
        let byStartLine = truth.messages.requests.values.reduce(0, +) + truth.messages.responses.values.reduce(0, +)
        #expect(byStartLine == truth.messages.total)
        #expect(truth.outcomes.values.reduce(0, +) == truth.calls)
        #expect(truth.kinds.values.map { $0.exchanges * $0.calls }.reduce(0, +) == truth.calls)
        #expect(truth.kinds.filter { $0.value.callIDs > 2 }.keys.sorted() == ["transfer-attended"])
        #expect(truth.kinds.values.allSatisfy { ($0.calls == 0) == ($0.outcome == nil) })
        #expect(truth.kinds.values.map { $0.exchanges * $0.callIDs }.reduce(0, +) == truth.callIDs)
        let transfers = truth.kinds.values.filter { $0.transfer != nil }.map(\.exchanges).reduce(0, +)
        #expect(truth.transfers.values.reduce(0, +) == transfers)
        #expect(
            truth.findings["auth/loop"]
                == ["wrong-password", "register-wrong-password"]
                .compactMap { truth.kinds[$0]?.exchanges }.reduce(0, +))
        #expect(truth.kinds.count == ExchangeKind.all.count)
        #expect(Set(truth.outcomes.keys) == Set(CallOutcome.allCases.map(\.rawValue)))
        #expect(Set(truth.transfers.keys) == Set(TransferOutcome.allCases.map(\.rawValue)))
    }

    @Test func countsOfTheBytes() throws {
        let trace = try WrittenTrace(messages: 4000)
        let messages = try trace.frames().map(WrittenMessage.init)
        let requests = Dictionary(messages.filter { $0.status == nil }.map { ($0.method, 1) }, uniquingKeysWith: +)
        let responses = Dictionary(messages.compactMap(\.status).map { ("\($0)", 1) }, uniquingKeysWith: +)
        #expect(trace.truth.messages.requests == requests)
        #expect(trace.truth.messages.responses == responses)
        #expect(Set(messages.filter { $0.method == "INVITE" }.map { $0["Call-ID"] }).count == trace.truth.callIDs)
        let callIDs = Set(messages.map { $0["Call-ID"] })
        for kind in trace.truth.kinds.values { #expect(callIDs.contains(kind.example)) }
    }

    @Test func retransmissionsAreTheRepeatedBytes() throws {
        let trace = try WrittenTrace(kinds: "missing-ack,late-ack,no-response,retransmitted,answered", messages: 600)
        let payloads = try trace.frames().map(\.payload)
        #expect(payloads.count - Set(payloads).count == trace.truth.messages.retransmissions)
        #expect(trace.truth.messages.retransmissions > 0)
        #expect(try WrittenTrace(kinds: "answered,busy").truth.messages.retransmissions == 0)
    }

    @Test(
        "Each finding has its kinds, and no other has it",
        arguments: [
            ("invite/missing-ack", ["missing-ack"]), ("invite/no-response", ["no-response"]),
            ("transfer/no-notify", ["transfer-no-notify"]), ("transfer/no-final-notify", ["transfer-stuck"]),
            ("transfer/failed", ["transfer-declined"]), ("transfer/refused", ["transfer-refused"]),
            ("redirect/not-followed", ["redirect-not-followed"]), ("redirect/loop", ["redirect-loop"]),
            ("retry/after-global-failure", ["retry-after-603"]), ("retry/after-forbidden", ["retry-after-403"]),
            ("auth/loop", ["wrong-password", "register-wrong-password"]),
            ("blocked/no-redress", ["blocked-no-redress"]),
        ])
    func findings(rule: String, kinds: [String]) {
        #expect(ExchangeKind.all.filter { $0.expectation.findings.contains(rule) }.map(\.name) == kinds)
    }

    @Test func aKindAloneIsAloneButForTheClosingPing() throws {
        #expect(try WrittenTrace(kinds: "busy").truth.kinds.keys.sorted() == ["busy"])
        let silent = try WrittenTrace(kinds: "no-response").truth
        #expect(silent.kinds.keys.sorted() == ["no-response", "options"])
        #expect(silent.kinds["options"]?.exchanges == 1)
    }
}
