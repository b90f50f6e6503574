import SIPChecking
import SIPParsing
import Testing
import _TestSupport

@Suite("Every trace meets what is written of it")
struct WrittenFlowTests {
    @Test("The flows", arguments: Flow.allCases)
    func flows(flow: Flow.Case) throws {
        let written = try WrittenTrace(flow)
        #expect(written.unmet == [], "\(written.text)")
        #expect(written.unrequired == [], "\(written.text)")
    }

    @Test func anotherTraceDoesNot() throws {
        var (talked, referred, redirected) = (SIPScenario(), SIPScenario(), SIPScenario())
        talked.talk()
        referred.referred()
        redirected.redirected()
        let traces = [try WrittenTrace(talked), try WrittenTrace(referred), try WrittenTrace(redirected)]
        for (index, trace) in traces.enumerated() {
            for (other, written) in traces.enumerated() {
                #expect(trace.unmet(written.read).isEmpty == (index == other))
            }
        }
    }
}
