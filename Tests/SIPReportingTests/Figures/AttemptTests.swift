import SIPParsing
import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@Suite("What is one attempt, and how it ended")
struct AttemptTests {
    @Test("A challenge, 422, 503 and what follows it are one attempt", arguments: [401, 407, 422, 503] as [UInt16])
    func retry(status: UInt16) {
        var scenario = SIPScenario()
        scenario.call(1, status, at: 0)
        scenario.call(1, 200, at: 2)
        let figures = scenario.figures()
        #expect(figures.calls.counts.parts == [1, 1, 0, 0, 0, 0])
        #expect(figures.delay("srdAnswered") == [1, 3_000, 3_000])
        #expect(figures.delay("srdFailed") == [0])
    }

    @Test("Another failure and a further INVITE are two", arguments: [403, 486, 500, 603] as [UInt16])
    func again(status: UInt16) {
        var scenario = SIPScenario()
        scenario.call(1, status, at: 0)
        scenario.call(1, 200, at: 2)
        let figures = scenario.figures()
        #expect(figures.calls.counts.parts == [2, 1, 1, 0, 0, 0])
        #expect(figures.calls.counts.statuses.counts == [200: 1, status: 1])
    }

    @Test("A challenge that nobody answers is a failure in the denominator, once it is settled")
    func unauthorized() {
        var scenario = SIPScenario()
        scenario.call(1, 401, at: 0)
        #expect(scenario.figures().ratio("ser") == [0, 1])
        #expect(scenario.figures().delay("srdFailed") == [0])
        let early = scenario.figures(until: 2)
        #expect(early.calls.counts.parts == [1, 0, 0, 0, 0, 1])
        #expect(early.ratio("ser") == [0, 0])
    }

    @Test("An INVITE inside of a dialog is none")
    func reinvite() {
        var scenario = SIPScenario()
        let call = scenario.answeredCall()
        let hold = scenario.request(.invite, in: call, from: .bob, at: 5)
        scenario.response(488, to: hold, at: 5.1)
        scenario.acknowledge(hold, 488, at: 5.2)
        #expect(scenario.figures().calls.counts.parts == [1, 1, 0, 0, 0, 0])
    }

    @Test("Retransmissions are none, and the first one is measured from")
    func retransmissions() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.send(invite, at: 0.5)
        scenario.send(invite, at: 1.5)
        for time in [2.0, 2.5] { scenario.response(486, to: invite, at: time) }
        scenario.acknowledge(invite, 486, at: 2.6)
        let figures = scenario.figures()
        #expect(figures.calls.counts.parts == [1, 0, 1, 0, 0, 0])
        #expect(figures.delay("srdFailed") == [1, 2_000, 2_000])
    }

    @Test("A fork at a proxy and its hops are one; each server is counted by itself")
    func fork() {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .proxy, at: 0)
        let first = scenario.forward(invite, by: .proxy, to: .bob, at: 0.1)
        let second = scenario.forward(invite, by: .proxy, to: .carol, at: 0.1)
        scenario.response(486, to: first, at: 1)
        scenario.acknowledge(first, 486, at: 1.1)
        scenario.response(180, to: second, at: 1.5, tag: "carol-tag")
        scenario.response(200, to: second, at: 2, tag: "carol-tag")
        scenario.response(200, to: invite, at: 2.1, tag: "carol-tag")
        let figures = scenario.figures()
        #expect(figures.calls.counts.parts == [1, 1, 0, 0, 0, 0])
        let peers = figures.peers.sorted.map { "\($0.address) \($0.figures.attempts) \($0.figures.answered)" }
        #expect(peers == ["192.0.2.2 1 0", "192.0.2.3 1 1", "192.0.2.9 1 1"])
        let bob = figures.peers.sorted.first?.figures
        #expect(bob?.failures.counts == [486: 1] && bob?.requestDelay.count == 0)
    }

    @Test("INVITEs sent before the first of them is answered are one, whichever is answered", arguments: [1, 2])
    func parallel(answered: Int) {
        var scenario = SIPScenario()
        let first = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        let second = scenario.request(.invite, from: .alice, to: .carol, at: 0.1)
        scenario.response(answered == 1 ? 200 : 486, to: first, at: 1)
        scenario.response(answered == 2 ? 200 : 486, to: second, at: 1.5)
        #expect(scenario.figures().calls.counts.parts == [1, 1, 0, 0, 0, 0])
    }

    @Test("A redirect that is followed is one attempt, by the same Call-ID or another", arguments: [true, false])
    func redirected(isSame: Bool) {
        var scenario = SIPScenario()
        let contact = ["Contact: <\(SIPScenario.Party.carol.uri)>"]
        scenario.call(1, 302, at: 0, lines: contact)
        scenario.wholeCall(isSame ? 1 : 2, at: 2, to: .carol)
        let figures = scenario.figures()
        #expect(figures.calls.counts.parts == [1, 1, 0, 0, 0, 0])
        #expect(figures.delay("srdAnswered") == [1, 2_500, 2_500])
        #expect(figures.ratio("ser") == [1, 1])
        let peers = figures.peers.sorted.map { "\($0.address) \($0.figures.attempts) \($0.figures.answered)" }
        #expect(peers == ["192.0.2.2 1 0", "192.0.2.3 1 1"])
    }

    @Test("Given up by the caller, never answered, not seen to the end, begun before the capture")
    func otherEnds() {
        var scenario = SIPScenario()
        let cancelled = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(180, to: cancelled, at: 1)
        let cancel = scenario.cancel(cancelled, at: 2)
        scenario.response(200, to: cancel, at: 2.1)
        scenario.response(487, to: cancelled, at: 2.2)
        scenario.acknowledge(cancelled, 487, at: 2.3)
        scenario.request(.invite, from: .alice, to: .carol, at: 3, callID: "silent")
        scenario.request(.invite, from: .alice, to: .dave, at: 90, callID: "late")
        let bye = scenario.request(.bye, from: .bob, to: .alice, at: 91, callID: "old", toTag: "alice-tag")
        scenario.response(200, to: bye, at: 91.1)
        let figures = scenario.figures(until: 100)
        #expect(figures.calls.counts.parts == [3, 0, 0, 1, 1, 1])
        #expect(figures.calls.counts.partial == 1)
        #expect(figures.ratio("asr") == [0, 2] && figures.ratio("ner") == [1, 2])
        #expect(figures.delay("sddAnswered") == [0])
        #expect(figures.peers.sorted.map(\.figures.unanswered) == [0, 1])
    }

    @Test("A capture that begins with the challenge does not know when the attempt began", arguments: [true, false])
    func begunBefore(isCut: Bool) {
        var whole = SIPScenario()
        whole.call(1, 407, at: 0)
        whole.call(1, 200, at: 2)
        var scenario = SIPScenario()
        for message in whole.messages.dropFirst(isCut ? 1 : 0) {
            let seconds = Double((message.header.time - SIPScenario.time(0)).nanoseconds) / 1e9
            let text = String(decoding: message.bytes, as: UTF8.self)
            scenario.add(text, from: message.header.source, to: message.header.destination, at: seconds)
        }
        let counts = scenario.figures().calls.counts
        #expect(counts.parts == (isCut ? [0, 0, 0, 0, 0, 0] : [1, 1, 0, 0, 0, 0]))
        #expect(counts.partial == (isCut ? 1 : 0))
    }

    @Test("The INVITE that a transfer asked for is an attempt of its own")
    func transfer() {
        let figures = SIPScenario.failedTransfer().figures()
        #expect(figures.calls.counts.parts == [2, 1, 1, 0, 0, 0])
    }
}
