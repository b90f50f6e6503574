import SIPParsing
import Testing

@Suite("Session-level lines (RFC 8866 section 5)")
struct SessionFieldTests {
    /// The example of RFC 8866 section 5, and what a longer description adds to it.
    private static let example = [
        "v=0", "o=jdoe 3724394400 3724394405 IN IP4 198.51.100.1", "s=Call to John Smith", "i=SDP Offer #1",
        "u=http://www.jdoe.example.com/home.html", "e=Jane Doe <jane@jdoe.example.com>", "p=+1 617 555-6011",
        "c=IN IP4 198.51.100.1", "b=CT:128", "b=X-YZ:64", "t=3724394400 3754123200", "r=604800 3600 0 90000",
        "r=7d 1h 0 25h", "z=3730928400 -1h 3749680800 0", "t=0 0", "k=clear:secret", "a=tool:x",
        "m=audio 49170 RTP/AVP 0",
        "i=speech", "c=IN IP4 233.252.0.1/127/3", "b=AS:64", "k=prompt", "a=label:1",
    ].map { $0 + "\r\n" }.joined()

    @Test("Every line of both levels is read, and none departs")
    func everyLine() throws {
        let description = try #require(read(Self.example) { SessionDescription($0, $1) })
        #expect(description.anomalies == [])
        #expect(description.protocolVersion == 0)
        #expect(description.origin?.networkType == "IN")
        #expect(description.origin?.addressType == "IP4")
        #expect(description.name == "Call to John Smith")
        #expect(description.information == "SDP Offer #1")
        #expect(description.uri == "http://www.jdoe.example.com/home.html")
        #expect(description.emailAddresses == ["Jane Doe <jane@jdoe.example.com>"])
        #expect(description.phoneNumbers == ["+1 617 555-6011"])
        #expect(description.connections.map(\.address) == ["198.51.100.1"])
        #expect(description.bandwidths.map(\.type) == ["CT", "X-YZ"])
        #expect(description.bandwidths.map(\.value) == [128, 64])
        #expect(description.times.map(\.start) == ["3724394400", "0"])
        #expect(description.times.map(\.stop) == ["3754123200", "0"])
        #expect(description.times.map(\.repeats) == [["604800 3600 0 90000", "7d 1h 0 25h"], []])
        #expect(description.times.map(\.zoneAdjustments) == ["3730928400 -1h 3749680800 0", nil])
        #expect(description.hasKey)
        #expect(description.attributes.others.map(\.name) == ["tool"])
        let medium = try #require(description.media.first)
        #expect(medium.title == "speech")
        #expect(medium.connection == "233.252.0.1")
        #expect(medium.connections.first?.timeToLive == 127)
        #expect(medium.connections.first?.addressCount == 3)
        #expect(medium.bandwidths.map(\.value) == [64])
        #expect(medium.hasKey)
        #expect(medium.attributes.label == "1")
    }

    @Test(
        "Fields that break their grammar are noted and what can be read of them is, section 9",
        arguments: [
            "v=1", "v=", "v=x", "o=- 1 1 IN IP4", "o=- x 1 IN IP4 192.0.2.1", "o=- 1 1 IN IP4 2001:db8::1",
            "o=- 1 1 IN IP4 192.0.2.1 x", "o=John Smith 1 1 IN IP4 192.0.2.1", "o=-  1 1 IN IP4 192.0.2.1", "s=", "t=0",
            "t=1 2", "t=0 0 0", "t=x y", "r=7d", "r=7d 1h x", "z=3730928400", "z=x -1h", "b=AS", "b=AS:x", "b=:1",
            "b=AS:-1",
            "b=AS:99999999999999999999", "c=IN IP4", "i=", "u=", "x=1", "A=x", "V=0", "=", "a", "no line",
        ])
    func damagedFields(line: String) throws {
        var lines = [
            "v=0", "o=- 1 1 IN IP4 192.0.2.1", "s=-", "i=x", "u=x", "c=IN IP4 192.0.2.1", "b=AS:1", "t=0 0",
            "r=7d 1h 0",
            "z=3730928400 -1h",
        ]
        #expect(try badSDPLines(lines.map { $0 + "\r\n" }.joined()) == [])
        let index = lines.firstIndex { $0.utf8.first == line.utf8.first } ?? lines.count
        lines.replaceSubrange(index..<min(index + 1, lines.count), with: [line])
        #expect(try badSDPLines(lines.map { $0 + "\r\n" }.joined()).first == line)
    }

    @Test("A user name of several words is kept whole, and the other fields keep their places, section 5.2")
    func userNameWithSpaces() throws {
        let origin = try #require(
            try readSDP(session: "v=0\r\no=John Q Smith 5 6 IN IP6 2001:db8::1\r\n").origin)
        #expect(origin.username == "John Q Smith")
        #expect([origin.sessionID, origin.version] == ["5", "6"])
        #expect([origin.networkType, origin.addressType, origin.address] == ["IN", "IP6", "2001:db8::1"])
    }

    @Test("A session name may be a space, section 5.3", arguments: [("s= ", 0), ("s=-", 0), ("s=é", 0), ("s=", 1)])
    func sessionName(line: String, departures: Int) throws {
        let text = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\n\(line)\r\nt=0 0\r\n"
        #expect(try badSDPLines(text).count == departures)
    }

    @Test("Numbers of any length are read, section 5.9")
    func longNumbers() throws {
        let digits = String(repeating: "9", count: 512)
        let text = "v=0\r\no=- \(digits) \(digits) IN IP4 192.0.2.1\r\ns=-\r\nt=\(digits) 0\r\n"
        let description = try readSDP(session: text)
        #expect(description.origin?.version == digits)
        #expect(description.times.first?.start == digits)
        #expect(description.anomalies == [])
    }
}
