import SIPDialogs
import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@Suite("What offer and answer agreed on")
struct MediaSessionTests {
    /// A session description with audio.
    private static func sdp(
        _ formats: String, host: Int = 1, direction: String = "sendrecv", address: String? = nil, port: Int = 4000
    ) -> SIPScenario.Body {
        .init(
            type: "application/sdp",
            "v=0\r\no=- 1 1 IN IP4 192.0.2.\(host)\r\ns=-\r\nc=IN IP4 \(address ?? "192.0.2.\(host)")\r\nt=0 0\r\n"
                + "m=audio \(port) RTP/AVP \(formats)\r\na=rtpmap:101 telephone-event/8000\r\na=\(direction)\r\n")
    }

    /// A call answered after a second, and re-INVITEs by the caller or callee with what they offer and get.
    private static func call(
        _ changes: [(caller: Bool, offer: String, answer: String, status: UInt16)] = [],
        first: String = "sendrecv", hangup: Bool = true
    ) -> Exchange? {
        var scenario = SIPScenario()
        let invite = scenario.request(
            .invite, from: .alice, to: .bob, at: 0, body: sdp("8 0 101", direction: first))
        scenario.response(200, to: invite, at: 1, body: sdp("101 0", host: 2))
        scenario.acknowledge(invite, at: 1.1)
        for (index, change) in changes.enumerated() {
            let time = Double(10 * (index + 1))
            let again = scenario.request(
                .invite, in: invite, from: change.caller ? .alice : .bob, at: time,
                body: sdp("0", host: change.caller ? 1 : 2, direction: change.offer))
            scenario.response(
                change.status, to: again, at: time + 1,
                body: change.status < 300 ? sdp("0", host: change.caller ? 2 : 1, direction: change.answer) : nil)
            scenario.acknowledge(again, change.status, at: time + 1.1)
        }
        if hangup { scenario.request(.bye, in: invite, from: .alice, at: 50) }
        return scenario.track(until: 60).first
    }

    private func holds(_ exchange: Exchange?) throws -> [String] {
        let exchange = try #require(exchange)
        let dialog = try #require(exchange.dialogs.first)
        return exchange.holdPeriods(in: dialog).map { hold in
            let end = hold.end.map { "\($0 - SIPScenario.time(0))" } ?? "now"
            return "\(hold.holder) \(hold.start - SIPScenario.time(0)) to \(end)"
        }
    }

    @Test("The answer's first format that was offered, events aside; where each side receives")
    func codec() throws {
        let exchange = try #require(Self.call())
        let dialog = try #require(exchange.dialogs.first)
        let sessions = exchange.mediaSessions(in: dialog)
        let medium = try #require(sessions.first?.media.first)
        #expect(sessions.count == 1)
        #expect(medium.codec == "PCMU")
        #expect(medium.direction == .sendrecv)
        #expect(medium.callerAddress == "192.0.2.1:4000")
        #expect(medium.calleeAddress == "192.0.2.2:4000")
    }

    @Test(
        "A format that was not offered is not agreed, a refused medium does not run",
        arguments: [("9", 4000), ("0", 0)])
    func refused(format: String, port: Int) throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0, body: Self.sdp("0 8"))
        scenario.response(200, to: invite, at: 1, body: Self.sdp(format, host: 2, port: port))
        let exchange = try #require(scenario.track(until: 60).first)
        let dialog = try #require(exchange.dialogs.first)
        let session = try #require(exchange.mediaSessions(in: dialog).first)
        #expect(session.media.compactMap(\.codec).isEmpty)
        #expect(session.media.isEmpty == (port == 0))
    }

    @Test("Hold and resume, by either side (RFC 3264 section 8.4)")
    func hold() throws {
        let resume = (caller: true, offer: "sendrecv", answer: "sendrecv", status: UInt16(200))
        #expect(try holds(Self.call([(true, "sendonly", "recvonly", 200), resume])) == ["caller 11 s to 21 s"])
        #expect(try holds(Self.call([(false, "inactive", "inactive", 200)])) == ["callee 11 s to 50 s"])
        #expect(try holds(Self.call([(true, "sendrecv", "sendonly", 200), resume])) == ["callee 11 s to 21 s"])
        #expect(try holds(Self.call([(true, "sendonly", "recvonly", 200)], hangup: false)) == ["caller 11 s to now"])
        let both = Self.call([(true, "sendonly", "recvonly", 200), (false, "inactive", "inactive", 200)])
        #expect(try holds(both) == ["caller 11 s to 50 s", "callee 21 s to 50 s"])
    }

    @Test("A refused re-INVITE puts nobody on hold, nor does a call that begins one way")
    func noHold() throws {
        #expect(try holds(Self.call([(true, "sendonly", "", 488)])).isEmpty)
        #expect(try holds(Self.call(first: "sendonly")).isEmpty)
        #expect(try holds(Self.call([(true, "recvonly", "sendrecv", 200)])).isEmpty)
    }

    @Test("Each branch of a fork has its own exchange")
    func forks() throws {
        var scenario = SIPScenario()
        let invite = scenario.request(.invite, from: .alice, to: .bob, at: 0, body: Self.sdp("0 8"))
        scenario.response(183, to: invite, at: 1, tag: "one", body: Self.sdp("8", host: 2))
        scenario.response(183, to: invite, at: 2, tag: "two", body: Self.sdp("0", host: 3))
        scenario.response(200, to: invite, at: 3, tag: "two", body: Self.sdp("0", host: 3))
        let exchange = try #require(scenario.track(until: 60).first)
        #expect(exchange.dialogs.count == 2)
        let effects = exchange.dialogs.map { exchange.negotiations(in: $0).map(\.effect) }
        #expect(effects == [[.offer, .preview(of: 0)], [.offer, .preview(of: 0), .answer(to: 0)]])
    }
}
