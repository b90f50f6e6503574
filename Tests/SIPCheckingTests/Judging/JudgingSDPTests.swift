import SIPParsing
import Testing
import TraceTypes
import _TestSupport

@testable import SIPChecking

@Suite("Judging session descriptions")
struct JudgingSDPTests {
    typealias Body = SIPScenario.Body

    static let offer: Body = {
        var offer = SIPScenario.SessionDescription(origin: "192.0.2.1")
        offer.media = ["audio", "video"]
        offer.codecs = ["8", "0", "101"]
        offer.direction = "sendonly"
        return offer.body
    }()
    static let multipart = Body(
        type: "multipart/mixed;boundary=x",
        "--x\r\nContent-Type: text/plain\r\n\r\nhi\r\n--x\r\nContent-Type: application/sdp\r\n\r\n\(offer.text)\r\n--x--\r\n"
    )
    static let plain = JudgingTrace { _ = $0.upCall(offer: offer) }
    static let parts = JudgingTrace { _ = $0.upCall(offer: multipart) }
    static let none = JudgingTrace { _ = $0.upCall() }

    private func lines(_ trace: JudgingTrace, _ build: (inout SDPExpectation) -> Void) -> [String] {
        var description = SDPExpectation()
        build(&description)
        var message = MessageExpectation()
        message.selector.request = "INVITE"
        message.sdp = placed(description)
        return trace.lines { $0.messages = [placed(message)] }
    }

    @Test("Each aspect, in a body of its own and in a part of one", arguments: [plain, parts])
    func aspects(trace: JudgingTrace) {
        func line(_ build: (inout SDPExpectation) -> Void) -> [String] { lines(trace, build) }
        func codecs(_ names: String...) -> Placed<[TextMatcher]> { placed(names.map { .exact($0) }) }
        #expect(line { $0.media = placed(["audio", "video"]) } == ["messages[1].sdp.media met: audio, video [1]"])
        #expect(line { $0.media = placed(["audio"]) } == ["messages[1].sdp.media failed: audio, video [1]"])
        let seen = "PCMA, PCMU, telephone-event [1]"
        #expect(
            line { $0.codecs = codecs("pcma", "PCMU", "telephone-event") } == ["messages[1].sdp.codecs met: \(seen)"])
        #expect(
            line { $0.codecs = codecs("PCMU", "PCMA", "telephone-event") } == ["messages[1].sdp.codecs failed: \(seen)"]
        )
        #expect(line { $0.codecs = codecs("PCMA") } == ["messages[1].sdp.codecs failed: \(seen)"])
        #expect(line { $0.direction = placed(["sendonly"]) } == ["messages[1].sdp.direction met: sendonly [1]"])
        #expect(line { $0.direction = placed(["sendrecv"]) } == ["messages[1].sdp.direction failed: sendonly [1]"])
        #expect(line { $0.address = placed(.exact("192.0.2.1")) } == ["messages[1].sdp.address met: 192.0.2.1 [1]"])
        #expect(line { $0.address = placed(.exact("192.0.2.2")) } == ["messages[1].sdp.address failed: 192.0.2.1 [1]"])
        let high = Bound(text: "> 1023", .greater(1_023))
        #expect(line { $0.port = placed(high) } == ["messages[1].sdp.port met: 40000 [1]"])
        #expect(
            line { $0.port = placed(Bound(text: "4000", .equal(4_000))) } == ["messages[1].sdp.port failed: 40000 [1]"])
    }

    @Test("Whether there is one")
    func presence() {
        #expect(lines(Self.none) { $0.isPresent = false } == ["messages[1].sdp met: absent [1]"])
        #expect(lines(Self.none) { _ in } == ["messages[1].sdp failed: absent [1]"])
        #expect(
            lines(Self.none) { $0.media = placed(["audio"]) }
                == ["messages[1].sdp.media failed: no session description [1]"])
        #expect(lines(Self.plain) { _ in }.first?.hasPrefix("messages[1].sdp met: audio 192.0.2.1:40000") == true)
        #expect(lines(Self.parts) { $0.isPresent = false }.first?.hasPrefix("messages[1].sdp failed: audio") == true)
    }

    @Test("What cannot be read is not judged")
    func unreadable() {
        var gone = Self.plain
        gone.isReadable = false
        #expect(
            lines(gone) { $0.isPresent = false }
                == ["messages[1].sdp undetermined: its bytes are not kept: the trace is too large [1]"])
        let encoded = JudgingTrace { _ = $0.upCall(lines: ["Content-Encoding: gzip"], offer: Self.offer) }
        #expect(
            lines(encoded) { $0.media = placed(["audio"]) }
                == ["messages[1].sdp.media undetermined: present, but encoded [1]"])
        #expect(lines(encoded) { _ in } == ["messages[1].sdp met: present, but encoded [1]"])
        var part = Self.plain
        part.isTruncated = true
        #expect(
            lines(part) { $0.media = placed(["audio"]) }
                == ["messages[1].sdp.media undetermined: present, but cut [1]"])
        var cut = Self.none
        cut.isTruncated = true
        #expect(
            lines(cut) { $0.isPresent = false }
                == ["messages[1].sdp undetermined: absent, as far as the capture has the message [1]"])
    }
}
