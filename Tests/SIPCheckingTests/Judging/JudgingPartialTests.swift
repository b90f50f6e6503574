import SIPParsing
import SIPReporting
import Testing
import TraceTypes
import _TestSupport

@testable import SIPChecking

@Suite("Judging calls that began before the trace")
struct JudgingPartialTests {
    /// A call of which the trace has the end alone, and a registration whose REGISTER it has not.
    static let ended = JudgingTrace { scenario in
        let bye = scenario.request(.bye, from: .bob, to: .alice, at: 5, toTag: "alice-tag", lines: ["Subject: late"])
        scenario.response(200, to: bye, at: 5.1)
    }
    /// The same with a transfer before the end.
    static let referred = JudgingTrace { scenario in
        let refer = scenario.request(
            .refer, from: .bob, to: .alice, at: 5, toTag: "alice-tag", lines: ["Refer-To: <sip:carol@192.0.2.3>"])
        scenario.response(202, to: refer, at: 5.1)
    }

    @Test("Numbers are the least that they can be: failed where that is too much, else undetermined")
    func numbers() {
        let (none, one) = (Bound(text: "0", .equal(0)), Bound(text: "1", .equal(1)))
        #expect(
            Self.ended.lines { $0.legs = placed(one) }
                == ["legs undetermined: at least 1: it began before the trace [1]"])
        #expect(
            Self.ended.lines { $0.legs = placed(none) } == ["legs failed: at least 1: it began before the trace [1]"])
        #expect(
            Self.ended.lines { $0.retransmissions = placed(none) }
                == ["retransmissions undetermined: at least 0: it began before the trace []"])
    }

    @Test("Transfers and redirects may have been before")
    func lists() {
        #expect(
            Self.ended.lines {
                $0.transfers = placed([])
                $0.redirects = placed([])
            } == [
                "transfers undetermined: no transfer: it began before the trace []",
                "redirects undetermined: no redirect: it began before the trace []",
            ])
        #expect(
            Self.referred.lines { $0.transfers = placed([]) }
                == ["transfers failed: 1 transfer: it began before the trace [1]"])
        #expect(
            Self.referred.lines { $0.transfers = placed([placed(TransferExpectation())]) }
                == ["transfers undetermined: 1 transfer: it began before the trace [1]"])
    }

    @Test("A header field selects by the request that the call began with, and by no other")
    func headers() {
        func lines(_ value: HeaderMatcher) -> [String] {
            Self.ended.lines { $0.selector.headers = [("Subject", value)] }
        }
        let line = "match undetermined: the first request is not known: it began before the trace [1]"
        #expect(lines(.value(.exact("late"))) == [line])
        #expect(lines(.absent) == [line])
    }

    @Test("What is written of such a call is met by it")
    func written() throws {
        for trace in [Self.ended, Self.referred] {
            let written = try WrittenTrace(trace.scenario)
            #expect(written.unmet == [], "\(written.text)")
            #expect(written.read.calls.first?.value.legs == nil)
            #expect(written.text.contains("undetermined  # The trace begins too late to tell:"))
        }
    }
}
