import SIPChecking
import SIPParsing
import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@Suite("A trace is written down as expectations that it meets")
struct ExpectationWritingTests {
    @Test func aCallWithAllThatIsKnownOfIt() throws {
        var scenario = SIPScenario()
        scenario.talk()
        let written = try WrittenTrace(scenario)
        #expect(
            written.lines(from: "calls:", to: "counts:") == [
                "calls:", "  - match: {from: alice, to: bob}", "    outcome: answered", "    status: 200",
                "    reason: OK", "    ended-by: caller", "    legs: 1", "    retransmissions: 0", "    setup: < 2 s",
                "    post-dial: < 1 s", "    ring: < 2 s", "    duration: < 10 s", "    codecs: [PCMU]",
            ])
        #expect(
            written.lines(from: "counts:") == [
                "counts:", "  - calls = 1", "  - no registrations", "  - no transfers", "  - no redirects",
                "  - no 5xx",
                "  - no 6xx", "  - no malformed", "  - no retransmissions",
            ])
        let call = try #require(written.read.calls.first?.value)
        #expect(call.selector.from?.written == "alice")
        #expect(call.selector.to?.written == "bob")
        #expect(call.selector.order == nil)
        #expect(call.outcome?.value == ["answered"])
        #expect(call.times.map(\.value.time) == [.setup, .postDial, .ring, .duration])
        #expect(call.times.allSatisfy { !$0.value.bound.holds(10_000_000_000) })
        #expect(written.read.findings.required.isEmpty)
        #expect(!written.read.usesMessages)
    }

    @Test func aTransferAndWhatTheRulesFound() throws {
        var scenario = SIPScenario()
        scenario.referred()
        let written = try WrittenTrace(scenario)
        let call = try #require(written.read.calls.first?.value)
        let transfer = try #require(call.transfers?.value.first?.value)
        #expect(transfer.kind?.value == "blind")
        #expect(transfer.target?.value.written == "carol")
        #expect(transfer.response?.value.map(\.text) == ["202"])
        #expect(transfer.finalStatus?.value.map(\.text) == ["603"])
        #expect(transfer.outcome?.value == ["failed"])
        #expect(call.endedBy?.value == "open")
        #expect(call.legs?.value.comparison == .equal(2))
        #expect(call.findings.required.map(\.value) == ["transfer/failed", "transfer/deprecated-202"])
        #expect(written.read.findings.required.isEmpty)
        #expect(written.read.counts.map(\.value.text).contains("transfers = 1"))
        #expect(!written.read.counts.map(\.value.text).contains("no 6xx"))
    }

    @Test func contactsAreWrittenWithoutWhatChanges() throws {
        var scenario = SIPScenario()
        scenario.redirected()
        let written = try WrittenTrace(scenario)
        let redirect = try #require(written.read.calls.first?.value.redirects?.value.first?.value)
        #expect(redirect.status?.value.map(\.text) == ["302"])
        #expect(
            redirect.contacts?.value.map(\.written) == ["sip:carol@192.0.2.3", "sip:192.0.2.4", "+49-30-1"])
        #expect(redirect.followed?.value == true)
        #expect(written.read.counts.map(\.value.text).contains("redirects = 1"))
    }

    @Test func callsThatAreFoundAlikeGetTheirPlaces() throws {
        var scenario = SIPScenario()
        scenario.talk(at: 0, callID: "a")
        scenario.talk(to: .carol, at: 20, callID: "b")
        scenario.talk(at: 40, callID: "c")
        scenario.talk(from: .init("+49-30-1", host: 1), at: 60, callID: "d")
        scenario.talk(from: .init("+49301", host: 7), at: 80, callID: "e")
        let written = try WrittenTrace(scenario)
        #expect(
            written.text.split(separator: "\n").filter { $0.contains("match:") } == [
                "  - match: {from: alice, to: bob, order: 1}", "  - match: {from: alice, to: carol}",
                "  - match: {from: alice, to: bob, order: 2}", "  - match: {from: \"+49-30-1\", to: bob, order: 1}",
                "  - match: {from: \"+49301\", to: bob, order: 2}",
            ])
        #expect(written.read.calls.map(\.value.selector.order) == [1, nil, 2, 1, 2])
    }

    @Test func usersThatLookLikeNumbersAreToldApart() throws {
        var scenario = SIPScenario()
        scenario.talk(from: .init("101", host: 1), at: 0, callID: "a")
        scenario.talk(from: .init("1-01", host: 1), at: 20, callID: "b")
        scenario.talk(from: .init("+1-01", host: 1), at: 40, callID: "c")
        scenario.talk(from: .init("+101", host: 1), at: 60, callID: "d")
        let written = try WrittenTrace(scenario)
        #expect(written.read.calls.map(\.value.selector.from?.written) == ["101", "1-01", "+1-01", "+101"])
        #expect(written.read.calls.map(\.value.selector.order) == [nil, nil, 1, 2])
        #expect(written.unmet == [], "\(written.text)")
    }

    @Test func registrations() throws {
        var scenario = SIPScenario()
        let first = scenario.request(.register, from: .alice, to: .alice, at: 0)
        scenario.response(200, to: first, at: 0.1)
        let second = scenario.request(.register, from: .bob, to: .bob, at: 1, callID: "b")
        scenario.response(403, to: second, at: 1.1)
        let written = try WrittenTrace(scenario)
        #expect(
            written.lines(from: "registrations:", to: "counts:") == [
                "registrations:", "  - match: {to: alice}", "    outcome: succeeded", "    status: 200",
                "  - match: {to: bob}", "    outcome: rejected", "    status: 403",
            ])
        #expect(written.read.calls.isEmpty)
        #expect(written.read.counts.map(\.value.text).prefix(2) == ["no calls", "registrations = 2"])
    }

    @Test func whatTheTraceDoesNotTellIsNotWritten() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(180, to: invite, at: 0.25)
        scenario.send(invite, at: 0.5)
        let written = try WrittenTrace(scenario, until: 1)
        #expect(
            written.lines(from: "calls:", to: "findings:").prefix(6) == [
                "calls:", "  - match: {from: alice, to: bob}",
                "    outcome: undetermined  # The trace ends too early to tell: record again, or delete this entry.",
                "    legs: 1", "    retransmissions: <= 1", "    post-dial: < 1 s",
            ])
        #expect(written.read.calls.first?.value.outcome?.value == ["undetermined"])
        #expect(written.read.counts.map(\.value.text).last == "retransmissions < 67 %")
    }

    @Test func callsWhoseMessagesWereLetGoAreToldByTheirSummaries() throws {
        var scenario = SIPScenario()
        scenario.talk()
        let written = try WrittenTrace(scenario, isKept: false)
        #expect(
            written.lines(from: "calls:", to: "counts:") == [
                "calls:", "  - match: {from: alice, to: bob}", "    outcome: answered", "    status: 200",
            ])
        #expect(!written.read.counts.map(\.value.text).contains { $0.contains("transfers") })
    }

    @Test func aTraceWithoutSIPExpectsNone() throws {
        let written = try WrittenTrace(SIPScenario())
        #expect(written.text.hasPrefix("# What was seen in traces/call.pcap, as expectations:"))
        #expect(written.lines(from: "").first == "counts:")
        #expect(written.read.counts.first?.value.text == "no calls")
    }
}
