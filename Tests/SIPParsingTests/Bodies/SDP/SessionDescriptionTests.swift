import SIPParsing
import Testing

@Suite("Session descriptions (RFC 8866)")
struct SessionDescriptionTests {
    private let offer = """
        v=0
        o=jdoe 3724394400 3724394405 IN IP4 198.51.100.1
        s=Call to John Smith
        c=IN IP4 198.51.100.1
        t=0 0
        m=audio 49170 RTP/AVP 0 8 97 101 13
        a=rtpmap:97 opus/48000/2
        a=rtpmap:101 telephone-event/8000
        a=sendonly
        m=video 51372/2 RTP/SAVPF 99 31
        c=IN IP6 2001:db8::2
        a=rtpmap:99 H264/90000
        m=image 0 udptl t38
        a=inactive
        """

    @Test("Origin, media and what they say, sections 5.2, 5.7, 5.14, 6.6, 6.7", arguments: ["\n", "\r\n"])
    func parts(lineEnd: String) throws {
        let text = offer.split(separator: "\n").joined(separator: lineEnd) + lineEnd
        let description = try #require(read(text) { SessionDescription($0, $1) })
        #expect(description.origin?.username == "jdoe")
        #expect(description.origin?.sessionID == "3724394400")
        #expect(description.origin?.version == "3724394405")
        #expect(description.origin?.address == "198.51.100.1")
        #expect(description.connection == "198.51.100.1")
        #expect(description.media.map(\.kind) == ["audio", "video", "image"])
        #expect(description.media.map(\.port) == [49170, 51372, 0])
        #expect(description.media.map(\.portCount) == [1, 2, 1])
        #expect(description.media.map(\.protocolName) == ["RTP/AVP", "RTP/SAVPF", "udptl"])
        #expect(description.media.map(\.connection) == ["198.51.100.1", "2001:db8::2", "198.51.100.1"])
        #expect(description.media.map(\.direction) == [.sendonly, .sendrecv, .inactive])
        #expect(description.media[0].formats == ["0", "8", "97", "101", "13"])
        #expect(description.media[0].codecs == ["PCMU", "PCMA", "opus", "telephone-event", "CN"])
        #expect(description.media[1].codecs == ["H264", "H261"])
        #expect(description.media[2].codecs == ["t38"])
        #expect(
            description.summary == """
                audio 198.51.100.1:49170 PCMU PCMA opus telephone-event CN sendonly, \
                video [2001:db8::2]:51372 H264 H261 sendrecv, image off
                """)
    }

    @Test("The summary that a ladder shows")
    func summary() throws {
        let text = "v=0\nc=IN IP4 192.0.2.1\nm=audio 4000 RTP/AVP 0 8 101\na=rtpmap:101 telephone-event/8000\n"
        let description = try #require(read(text) { SessionDescription($0, $1) })
        #expect(description.summary == "audio 192.0.2.1:4000 PCMU PCMA telephone-event sendrecv")
    }

    @Test(
        "The summary says what is known and no more",
        arguments: [
            ("m=audio 0 RTP/AVP 0", "audio off"), ("m=audio 65536 RTP/AVP 0", "audio 192.0.2.1:? PCMU sendrecv"),
            ("m=audio -1 RTP/AVP 0", "audio 192.0.2.1:? PCMU sendrecv"),
            ("m=audio 0 RTP/AVP 0\r\na=bundle-only", "audio bundled PCMU sendrecv"),
            ("m=audio 1 RTP/AVP 0\r\nc=IN IP6 ::1", "audio [::1]:1 PCMU sendrecv"),
            ("m=audio 1 RTP/AVP 0\r\nc=IN IP4 pbx.example.com", "audio pbx.example.com:1 PCMU sendrecv"),
            ("m=audio 1 RTP/AVP 0\r\na=rtpmap:0", "audio 192.0.2.1:1 PCMU sendrecv"),
            ("m=image 1 udptl t38", "image 192.0.2.1:1 t38 sendrecv"),
        ])
    func honestSummary(lines: String, summary: String) throws {
        #expect(try readSDP(lines).summary == summary)
    }

    @Test("The summary stays short, whatever is described")
    func shortSummary() throws {
        let long = String(repeating: "9", count: 512)
        let medium = "m=audio\(long) 1 RTP/AVP" + String(repeating: " \(long)", count: 100) + "\r\nc=IN IP4 \(long)"
        let summary = try readSDP(Array(repeating: medium, count: 20).joined(separator: "\r\n")).summary
        #expect(summary.count < 8 * 16 * 50)
        #expect(summary.hasSuffix("+88 sendrecv, and 12 more"))
    }

    @Test(
        "Hold, RFC 3264 section 8.4",
        arguments: [
            ("a=sendonly\nm=audio 1 RTP/AVP 0\n", true), ("m=audio 1 RTP/AVP 0\na=sendonly\n", true),
            ("m=audio 1 RTP/AVP 0\na=inactive\n", true), ("c=IN IP4 0.0.0.0\nm=audio 1 RTP/AVP 0\n", true),
            ("m=audio 1 RTP/AVP 0\nc=IN IP4 0.0.0.0\n", true), ("m=audio 1 RTP/AVP 0\na=recvonly\n", false),
            ("m=audio 1 RTP/AVP 0\n", false), ("a=sendonly\nm=audio 1 RTP/AVP 0\na=sendrecv\n", false),
            ("c=IN IP4 0.0.0.0\nm=audio 1 RTP/AVP 0\nc=IN IP4 192.0.2.1\n", false), ("a=inactive\n", false),
            ("m=audio 1 RTP/AVP 0\na=sendonly\nm=video 0 RTP/AVP 31\n", true),
            ("m=audio 0 RTP/AVP 0\na=sendonly\n", false), ("m=audio 1 RTP/AVP 0\na=sendonlyx\n", false),
            ("m=audio 65536 RTP/AVP 0\na=sendonly\n", true), ("m=audio 65536 RTP/AVP 0\n", false),
            ("m=audio 0 RTP/AVP 0\na=bundle-only\na=inactive\n", true),
        ])
    func hold(lines: String, isHold: Bool) throws {
        #expect(try #require(read("v=0\n" + lines) { SessionDescription($0, $1) }).isHold == isHold)
    }

    @Test(
        "The zero address with port 9 waits for ICE candidates, RFC 8839 section 4.3.2",
        arguments: [
            ("m=audio 9 RTP/AVP 0\na=ice-ufrag:8hhY\na=ice-pwd:asd88fgpdd777uzjYhagZg\n", false),
            ("a=ice-ufrag:8hhY\na=ice-pwd:asd88fgpdd777uzjYhagZg\nm=audio 9 RTP/AVP 0\n", false),
            ("m=audio 9 RTP/AVP 0\n", true), ("m=audio 9 RTP/AVP 0\na=ice-ufrag:8hhY\n", true),
            ("m=audio 8 RTP/AVP 0\na=ice-ufrag:8hhY\na=ice-pwd:asd88fgpdd777uzjYhagZg\n", true),
        ])
    func zeroAddress(lines: String, isHold: Bool) throws {
        let text = "v=0\nc=IN IP4 0.0.0.0\n" + lines
        #expect(try #require(read(text) { SessionDescription($0, $1) }).isHold == isHold)
    }

    @Test(
        "Lines that make no sense are read past",
        arguments: [
            "c=IN", "o=a b c", "m=", "m=audio", "a=", "a=rtpmap:", "a=rtpmap:0", "=", "x", "c=IN IP4 /", "\u{0}=\u{0}",
        ])
    func oddLines(line: String) throws {
        let text = "v=0\n\(line)\nm=audio 1 RTP/AVP 0\n\(line)"
        let description = try #require(read(text) { SessionDescription($0, $1) })
        #expect(description.media.count == 1)
        #expect(description.media.first?.codecs == ["PCMU"])
    }

    @Test("What is no description", arguments: ["", "hello", "v", "SIP/2.0 200 OK", "{\"v\": 0}"])
    func notADescription(text: String) {
        #expect(read(text) { SessionDescription($0, $1) } == nil)
    }

    @Test func everyPrefixIsSafe() {
        let bytes = Array(offer.utf8)
        for end in 0...bytes.count {
            let description = SessionDescription(bytes.span, ByteRange(0..<end))
            #expect((description == nil) == (end < 2))
            #expect((description?.media.count ?? 0) <= 3)
        }
    }
}
