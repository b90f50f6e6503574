import SIPParsing
import Testing

@Suite("Lines of a session description (RFC 8866 section 5)")
struct SDPLineTests {
    private let lines =
        sdpSession.split(separator: "\r\n").map { String($0) } + ["m=audio 4000 RTP/AVP 0", "a=sendonly"]

    @Test(
        "Line ends, section 5",
        arguments: [
            ("\r\n", []), ("\n", [.bareLineFeed]), ("\r", [.bareCarriageReturn]),
            ("\r\r\n", [.bareCarriageReturn]), (" \r\n", []), ("\n\r", [.bareLineFeed, .bareCarriageReturn, .badSDP]),
        ] as [(String, Set<Anomaly.Kind>)])
    func lineEnds(end: String, kinds: Set<Anomaly.Kind>) throws {
        let description = try readSDP(session: lines.joined(separator: end) + end)
        #expect(description.media.first?.direction == .sendonly)
        #expect(description.anomalyKinds == kinds)
    }

    @Test(
        "What follows the last line",
        arguments: [
            ("", []), ("\r\n", []), ("\r\n\r\n", []), ("\0", [.badSDP]), ("\r\n\0\0", [.badSDP]),
            ("\r\n\0\r\n", [.badSDP]), ("\r\n ", [.badSDP]),
        ] as [(String, Set<Anomaly.Kind>)])
    func tail(tail: String, kinds: Set<Anomaly.Kind>) throws {
        let text = lines.joined(separator: "\r\n") + tail
        let description = try #require(read(text) { SessionDescription($0, $1) })
        #expect(description.media.first?.direction == .sendonly)
        #expect(description.anomalyKinds == kinds)
    }

    @Test(
        "A line that stands in the wrong place is noted, and read",
        arguments: [
            (["o=- 1 1 IN IP4 192.0.2.1", "v=0", "s=-", "t=0 0"], ["v=0"]),
            (["v=0", "s=-", "o=- 1 1 IN IP4 192.0.2.1", "t=0 0"], ["o=- 1 1 IN IP4 192.0.2.1"]),
            (["v=0", "o=- 1 1 IN IP4 192.0.2.1", "s=-", "t=0 0", "b=AS:1"], ["b=AS:1"]),
            (["v=0", "o=- 1 1 IN IP4 192.0.2.1", "s=-", "s=-", "t=0 0"], ["s=-"]),
            (["v=0", "o=- 1 1 IN IP4 192.0.2.1", "s=-", "t=0 0", "t=0 0", "a=x", "a=x"], []),
            (["v=0", "o=- 1 1 IN IP4 192.0.2.1", "s=-", "t=0 0", "", "a=x"], [""]),
            (["v=0", "o=- 1 1 IN IP4 192.0.2.1", "s=-", "t=0 0", "z=3730928400 0"], ["z=3730928400 0"]),
            (
                [" v=0", "o =- 1 1 IN IP4 192.0.2.1", "s= -", "t= 0 0"],
                [" v=0", "o =- 1 1 IN IP4 192.0.2.1", "t= 0 0"]
            ),
        ] as [([String], [String])])
    func order(lines: [String], bad: [String]) throws {
        let text = lines.map { $0 + "\r\n" }.joined()
        #expect(try badSDPLines(text) == bad)
        let description = try readSDP(session: text)
        #expect(description.protocolVersion == 0)
        #expect(description.origin?.sessionID == "1")
        #expect(description.name == "-")
        #expect(description.times.first?.start == "0")
    }

    @Test(
        "Lines of a medium have their order, too",
        arguments: [
            (["i=x", "c=IN IP4 192.0.2.1", "b=AS:1", "a=x"], []), (["a=x", "b=AS:1"], ["b=AS:1"]),
            (["c=IN IP4 192.0.2.1", "i=x"], ["i=x"]), (["i=x", "i=y"], ["i=y"]), (["s=x"], ["s=x"]),
            (["t=0 0"], ["t=0 0"]), (["o=- 1 1 IN IP4 192.0.2.1"], ["o=- 1 1 IN IP4 192.0.2.1"]),
        ] as [([String], [String])])
    func orderOfMedium(lines: [String], bad: [String]) throws {
        let text = sdpSession + (["m=audio 1 RTP/AVP 0"] + lines).map { $0 + "\r\n" }.joined()
        #expect(try badSDPLines(text) == bad)
    }

    @Test(
        "A line that must be there and is not, is noted once at the start",
        arguments: ["v=0", "o=- 1 1 IN IP4 192.0.2.1", "s=-", "t=0 0"])
    func missing(line: String) throws {
        let text = sdpSession.replacing(line + "\r\n", with: "") + "m=audio 1 RTP/AVP 0\r\n"
        let description = try #require(read(text) { SessionDescription($0, $1) })
        #expect(description.anomalies == [Anomaly(kind: .badSDP, range: ByteRange(3..<3))])
        #expect(description.media.count == 1)
    }

    @Test("An address for each medium, or for all, section 5.7")
    func missingAddress() throws {
        let text = sdpSession.replacing("c=IN IP4 192.0.2.1\r\n", with: "")
        let some = "m=audio 1 RTP/AVP 0\r\nc=IN IP4 192.0.2.1\r\nm=video 2 RTP/AVP 31\r\n"
        #expect(try badSDPLines(text + some) == ["m=video 2 RTP/AVP 31"])
        #expect(try badSDPLines(text + some + "c=IN IP4 192.0.2.1\r\n") == [])
        #expect(try badSDPLines(sdpSession + some) == [])
    }

    @Test("The range of an anomaly is the line's, as an offset into the bytes")
    func ranges() throws {
        let text = sdpSession + "x=1\r\n"
        let description = try #require(read(text) { SessionDescription($0, $1) })
        let start = 3 + sdpSession.utf8.count
        #expect(description.anomalies == [Anomaly(kind: .badSDP, range: ByteRange(start..<(start + 3)))])
    }

    @Test(
        "Text is UTF-8 where no other character set is named, sections 5 and 6.10",
        arguments: [
            ([0xC3, 0xA9], "a=x", 0), ([0xE9], "a=x", 1), ([0xE9], "a=charset:ISO-8859-1", 0), ([0], "a=x", 1),
        ]
            as [([UInt8], String, Int)])
    func encoding(name: [UInt8], attribute: String, departures: Int) throws {
        var bytes = Array("v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=".utf8) + name
        bytes += Array("\r\nt=0 0\r\n\(attribute)\r\n".utf8)
        let read = SessionDescription(bytes.span, ByteRange(0..<bytes.count))
        let description = try #require(read)
        #expect(description.anomalies.count == departures)
    }
}
