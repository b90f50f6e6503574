import SIPChecking
import SIPFindings
import SIPParsing
import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@Suite("Completeness of a trace")
struct CompletenessTests {
    private let policy = GatePolicy(today: "2026-11-20")
    private let whole = Recording(SIPScenario.failedTransfer()).report()

    private func problems(_ change: (inout Report) -> Void) -> [TraceProblem] {
        var report = whole
        change(&report)
        return Completeness.problems(of: report, policy)
    }

    /// Calls that ring when the capture ends.
    private func ringing(_ count: Int) -> Report {
        var scenario = SIPScenario()
        for number in 0..<count {
            let invite = scenario.request(
                .invite, from: .alice, to: .bob, at: Double(number), callID: "call-\(number)@example.com")
            scenario.response(180, to: invite, at: Double(number) + 0.5)
        }
        return Recording(scenario, until: Double(count)).report()
    }

    @Test("A trace that lacks nothing has no problem")
    func complete() {
        #expect(Completeness.problems(of: whole, policy) == [])
    }

    /// A kind of loss, and the beginning of what is said of it.
    struct Loss: Sendable, CustomTestStringConvertible {
        var message: String
        var change: @Sendable (inout CaptureAccount) -> Void

        init(_ message: String, _ change: @escaping @Sendable (inout CaptureAccount) -> Void) {
            self.message = message
            self.change = change
        }

        var testDescription: String { message }
    }

    private static let losses: [Loss] = [
        Loss("1 frame dropped by the kernel; capture less, or with a larger buffer") { $0.droppedFrames = 1 },
        Loss("20 frames dropped by the interface; ") { $0.droppedByInterface = 20 },
        Loss("3 frames dropped by the program; ") { $0.droppedByProgram = 3 },
        Loss("4 frames with SIP cut by a snap length; capture without one (-s 0)") { $0.truncatedFrames = 4 },
        Loss("of 2 messages the trace has a part alone; ") { $0.truncatedMessages = 2 },
        Loss("1 message longer than is read; ") { $0.oversizeMessages = 1 },
        Loss("2 calls or requests given up for want of room; split the trace") { $0.evictedExchanges = 2 },
        Loss("bytes that may have been SIP are missing; ") { $0.mayHaveLostSIP = true },
        Loss("6 frames with parts of what was never complete (fragment 5, message-part 1), some of which may ") {
            $0.mayHaveLostSIP = true
            $0.incompleteFrames = ["fragment": 5, "message-part": 1]
        },
        Loss("not all of the file can be read: a\\u{1b}.pcap: damaged (x); ") {
            $0.inputs = [
                CaptureAccount.Input(
                    name: "a\u{1B}.pcap", frames: 3, firstTime: nil, lastTime: nil, cut: "damaged (x)"),
                CaptureAccount.Input(name: "b.pcap", frames: 3, firstTime: nil, lastTime: nil, cut: nil),
            ]
        },
    ]

    @Test("Each kind of loss is a problem of its own that says how much and what to do", arguments: losses)
    func loss(loss: Loss) {
        var report = whole
        loss.change(&report.account)
        let found = Completeness.problems(of: report, policy)
        #expect(found.map(\.kind) == [.incomplete])
        #expect(found.allSatisfy { $0.fails && $0.message.hasPrefix(loss.message) })
        #expect(found.allSatisfy { $0.message.hasSuffix("; allow it with --allow-incomplete") })
        var lenient = policy
        lenient.allowsIncomplete = true
        #expect(Completeness.problems(of: report, lenient).map(\.fails) == [false])
    }

    @Test("Parts of what was no SIP are no loss")
    func foreignParts() {
        #expect(
            problems {
                $0.account.incompleteFrames = ["fragment": 5]
                $0.account.reassembly = ["fragments-expired": 2, "stream-gap": 1]
                $0.account.undecodedFrames = ["short-ip-header": 3]
            } == [])
    }

    @Test("Several kinds are several problems")
    func several() {
        let found = problems {
            $0.account.droppedFrames = 1
            $0.account.truncatedFrames = 1
            $0.account.truncatedMessages = 1
        }
        #expect(found.count == 3)
    }

    @Test("A trace without SIP says what it has instead, and fails unless it may be empty")
    func noSIP() {
        var report = Report(timers: whole.timers, catalog: whole.catalog)
        report.account.frames = 12
        report.account.otherFrames = ["udp": 8, "arp": 3]
        report.account.undecodedFrames = ["short-ip-header": 1]
        let found = Completeness.problems(of: report, policy)
        #expect(found.map(\.kind) == [.noSIP])
        #expect(found.first?.fails == true)
        #expect(found.first?.message.hasPrefix("no SIP in 12 frames (udp 8, arp 3, short-ip-header 1); check") == true)
        var lenient = policy
        lenient.allowsEmpty = true
        #expect(Completeness.problems(of: report, lenient).map(\.fails) == [false])
        report.account = CaptureAccount()
        #expect(
            Completeness.problems(of: report, policy).first?.message.hasPrefix("there are no frames, and so no SIP")
                == true)
    }

    @Test(
        "Calls whose outcome cannot be told are one problem that names a few of them",
        arguments: [
            (1, "how 1 call or its transfer ended: call 1 (alice → bob); "),
            (2, "how 2 calls or their transfers ended: call 1 (alice → bob), call 2 (alice → bob); "),
            (7, "call 5 (alice → bob) and 2 more; capture from before the first INVITE until after the last response"),
        ])
    func undetermined(count: Int, part: String) {
        let found = Completeness.problems(of: ringing(count), policy)
        #expect(found.map(\.kind) == [.incomplete])
        #expect(found.first?.fails == true)
        #expect(found.first?.message.contains(part) == true)
    }

    @Test("Calls whose outcome an expectation looks at are left to it")
    func judged() {
        let report = ringing(3)
        let found = Completeness.problems(of: report, policy) { $0 != 2 }
        #expect(found.count == 1)
        #expect(found.first?.message.contains("ended: call 2 (alice → bob); ") == true)
        #expect(Completeness.problems(of: report, policy) { _ in true } == [])
    }

    @Test("A transfer whose end cannot be told counts as well, and so does a call that had begun before")
    func transferAndBegunBefore() {
        var transfer = Recording(SIPScenario.failedTransfer(), until: 5.2)
        transfer.messages.removeAll { $0.header.time > transfer.end }
        #expect(
            Completeness.problems(of: transfer.report(), policy).first?.message.contains("call 1 (alice → bob);")
                == true)
        var late = Recording(SIPScenario.failedTransfer(), until: 5.2)
        late.messages.removeAll { $0.header.time > late.end || $0.header.time < SIPScenario.time(2) }
        let message = Completeness.problems(of: late.report(), policy).first?.message
        #expect(message?.contains("call 1 (alice → bob, already going on);") == true)
    }

    @Test("What is no call is not looked at")
    func noCall() {
        var scenario = SIPScenario()
        scenario.request(.register, from: .alice, to: .bob, at: 0)
        #expect(Completeness.problems(of: Recording(scenario, until: 1).report(), policy) == [])
    }
}
