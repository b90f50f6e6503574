import SIPDialogs
import SIPFindings
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPReporting

@Suite("What a filter asks of a call")
struct CallFilterTests {
    @Test(
        "Each field, with a near miss",
        arguments: [
            ("method = INVITE", "method = BYE"), ("request = bye", "request = CANCEL"),
            ("status = 200", "status = 180"), ("status = 2xx", "status = 4xx"), ("response = 180", "response = 183"),
            ("outcome = answered", "outcome = busy"), ("kind = call", "kind = request"),
            ("from = 'sip:+1-212-555-0100@192.0.2.1'", "from = '+1-212-555-0100'"),
            ("from ~ 555", "from ~ bob"), ("to ~ bob", "to ~ 555"), ("user = BOB", "user = bo"),
            ("number = '+1 (212) 5550100'", "number = 5550100"), ("number ~ 212*100", "number ~ 100*212"),
            ("host = 192.0.2.2", "host = 192.0.2.3"), ("host = [192.0.2.1]", "host = 192.0.2"),
            ("transport = udp", "transport = tcp"), ("callid ~ example", "callid ~ nowhere"),
            ("call-id ~ example", "not call-id"), ("duration = 10s", "duration = 11s"),
            ("duration < 0.5m", "duration < 0.1m"), ("duration > 9.5s", "duration > 10s"),
            ("ring = 2.5s", "ring = 2.4s"), ("ring = 2", "ring = 3"),
            ("ring < 2501ms", "ring < 2500ms"), ("messages = 7", "messages = 6"),
            ("retransmissions = 1", "retransmissions != 1"), ("retransmissions", "not retransmissions"),
            ("header User-Agent ~ cisco", "header User-Agent ~ snom"),
            ("header \"reason\" ~ 'Q.850*cause=16'", "header Reason ~ 'cause=16*Q.850'"),
            ("header Reason", "header Warning"), ("not transfer", "transfer = completed"),
            ("not rule", "rule = transfer"), ("not severity", "severity >= info"),
        ])
    func fields(matching: String, missing: String) throws {
        let scenario = SIPScenario.telephoneCall()
        #expect(try scenario.matches(matching))
        #expect(try !scenario.matches(missing))
    }

    @Test(
        "Findings and transfers",
        arguments: [
            ("rule = transfer/failed", "rule = transfer/refused"), ("rule = transfer", "rule = auth"),
            ("rule ~ fail", "rule ~ loop"), ("severity = error", "severity = warning"),
            ("severity >= warning", "severity < info"), ("transfer = failed", "transfer = completed"),
            ("transfer", "not transfer"), ("rule", "rule != transfer/failed"), ("request = REFER", "method = REFER"),
            ("user = carol", "user = dave"), ("callid = referred@example.com", "callid = referred"),
        ])
    func findings(matching: String, missing: String) throws {
        let scenario = SIPScenario.failedTransfer()
        #expect(try scenario.matches(matching))
        #expect(try !scenario.matches(missing))
    }

    @Test(
        "Each comparison of a status",
        arguments: [
            ("=", "486", true), ("=", "487", false), ("==", "486", true), ("!=", "487", true), ("!=", "486", false),
            ("<", "487", true), ("<", "486", false), ("<=", "486", true), ("<=", "485", false), (">", "485", true),
            (">", "486", false), (">=", "486", true), (">=", "487", false), ("=", "4xx", true), ("!=", "4XX", false),
            ("<", "4xx", false), ("<=", "4xx", true), (">", "4xx", false), (">", "3xx", true), (">=", "4xx", true),
            (">=", "5xx", false),
        ])
    func comparisons(sign: String, value: String, isMatch: Bool) throws {
        #expect(try SIPScenario.busyCall().matches("status \(sign) \(value)") == isMatch)
    }

    @Test(
        "A call without a status is neither below nor above one, and different from each",
        arguments: [
            ("status", false), ("status < 700", false), ("status >= 100", false), ("status != 200", true),
            ("not status = 200", true), ("duration < 1h", false), ("ring", false),
        ])
    func absent(filter: String, isMatch: Bool) throws {
        var scenario = SIPScenario()
        scenario.request(.invite, from: .alice, to: .bob, at: 0)
        #expect(try scenario.matches(filter) == isMatch)
    }

    @Test("A call that was given up while it rang has rung until its final response")
    func ringing() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0)
        scenario.response(180, to: invite, at: 1)
        #expect(try !scenario.matches("ring", until: 30))
        let cancel = scenario.cancel(invite, at: 20)
        scenario.response(200, to: cancel, at: 20.1)
        scenario.response(487, to: invite, at: 21)
        #expect(try scenario.matches("ring = 20s and outcome = cancelled"))
    }

    @Test("Exchanges that are no calls", arguments: [("status = 403", true), ("kind = call", false)])
    func others(filter: String, isMatch: Bool) throws {
        var scenario = SIPScenario()
        let register = scenario.request(.register, from: .alice, to: .bob, at: 0)
        scenario.response(403, to: register, at: 0.1)
        #expect(try scenario.matches(filter) == isMatch)
        #expect(try scenario.matches("method = REGISTER and kind = registration"))
    }

    @Test("The header fields that can be asked for are those that tracking keeps")
    func headers() throws {
        var kept: Set<HeaderName> = []
        for (method, status) in [(.register, 200), (.refer, 202), (.invite, 405), (.invite, 200)]
            as [(SIPParsing.Method, UInt16)]
        {
            var scenario = SIPScenario()
            let lines = HeaderName.allCases.filter { !Self.structural.contains($0) }.map { "\($0.rawValue): x" }
            let request = scenario.request(method, from: .alice, to: .bob, at: 0, lines: lines)
            scenario.response(status, to: request, at: 0.1, lines: lines)
            let exchange = try #require(scenario.reported(until: 60).exchanges.first?.exchange)
            for detail in exchange.details {
                if case .header(let name) = detail.kind { kept.insert(name) }
            }
        }
        // Of a body whose meaning is not kept otherwise.
        kept.formUnion([.contentType, .contentEncoding])
        // Of requests inside of a dialog.
        kept.insert(.route)
        #expect(kept == Set(FilterHeaders.kept))
    }

    private static let structural: Set<HeaderName> = [
        .via, .from, .to, .callID, .cSeq, .maxForwards, .contentLength, .contentType, .contentEncoding, .other,
    ]
}
