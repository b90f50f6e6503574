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
        "Hold, RFC 3264 section 8.4",
        arguments: [
            ("a=sendonly\nm=audio 1 RTP/AVP 0\n", true), ("m=audio 1 RTP/AVP 0\na=sendonly\n", true),
            ("m=audio 1 RTP/AVP 0\na=inactive\n", true), ("c=IN IP4 0.0.0.0\nm=audio 1 RTP/AVP 0\n", true),
            ("m=audio 1 RTP/AVP 0\nc=IN IP4 0.0.0.0\n", true), ("m=audio 1 RTP/AVP 0\na=recvonly\n", false),
            ("m=audio 1 RTP/AVP 0\n", false), ("a=sendonly\nm=audio 1 RTP/AVP 0\na=sendrecv\n", false),
            ("c=IN IP4 0.0.0.0\nm=audio 1 RTP/AVP 0\nc=IN IP4 192.0.2.1\n", false), ("a=inactive\n", false),
            ("m=audio 1 RTP/AVP 0\na=sendonly\nm=video 0 RTP/AVP 31\n", true),
            ("m=audio 0 RTP/AVP 0\na=sendonly\n", false), ("m=audio 1 RTP/AVP 0\na=sendonlyx\n", false),
        ])
    func hold(lines: String, isHold: Bool) throws {
        #expect(try #require(read("v=0\n" + lines) { SessionDescription($0, $1) }).isHold == isHold)
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

    @Test("A port out of range is none", arguments: ["70000", "-1", "x", "/2"])
    func badPort(port: String) throws {
        #expect(try #require(read("m=audio \(port) RTP/AVP 0") { SessionDescription($0, $1) }).media.first?.port == 0)
    }

    @Test("What is no description", arguments: ["", "hello", "v", "SIP/2.0 200 OK", "{\"v\": 0}"])
    func notADescription(text: String) {
        #expect(read(text) { SessionDescription($0, $1) } == nil)
    }

    @Test("Media and formats have their limits")
    func limits() throws {
        let line = "m=audio 1 RTP/AVP" + String(repeating: " 0", count: 1000) + "\n"
        let description = try #require(
            read(String(repeating: line, count: 200)) { SessionDescription($0, $1) })
        #expect(description.media.count == 64)
        #expect(description.media.allSatisfy { $0.formats.count <= 128 })
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
