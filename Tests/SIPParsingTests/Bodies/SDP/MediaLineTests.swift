import SIPParsing
import Testing

@Suite("Media and connection lines (RFC 8866 sections 5.7 and 5.14)")
struct MediaLineTests {
    @Test(
        "Port and number of ports",
        arguments: [
            ("4000", 4000, true, 1, true), ("0", 0, true, 1, true), ("65535", 65535, true, 1, true),
            ("4000/2", 4000, true, 2, true), ("65535/1", 65535, true, 1, true), ("65536", 0, false, 1, false),
            ("-1", 0, false, 1, false), ("+1", 0, false, 1, false), ("x", 0, false, 1, false),
            ("/2", 0, false, 2, false), ("$", 0, false, 1, false), ("4000/0", 4000, true, 1, false),
            ("4000/99999999999", 4000, true, 1, false), ("4000/", 4000, true, 1, false),
            ("65535/2", 65535, true, 1, false),
            ("4000/2/3", 4000, true, 1, false),
        ])
    func ports(text: String, port: UInt16, hasPort: Bool, count: Int, isGood: Bool) throws {
        let description = try readSDP("m=audio \(text) RTP/AVP 0")
        let medium = try #require(description.media.first)
        #expect(medium.port == port)
        #expect(medium.hasPort == hasPort)
        #expect(medium.portCount == count)
        #expect(medium.isDisabled == (text == "0"))
        #expect(description.anomalies.isEmpty == isGood)
    }

    @Test("A port of 512 digits is none")
    func longPort() throws {
        let medium = try #require(try readSDP("m=audio \(String(repeating: "4", count: 512)) RTP/AVP 0").media.first)
        #expect(!medium.hasPort && !medium.isDisabled)
    }

    @Test(
        "Formats of RTP are numbers of seven bits, sections 5.14 and 6.6",
        arguments: [
            ("RTP/AVP 0 127", true), ("RTP/AVP 128", false), ("RTP/AVP 4294967296", false), ("RTP/AVP x", false),
            ("RTP/AVP", false), ("RTP/AVP 0  8", false), ("UDP/TLS/RTP/SAVPF 300", false), ("udptl t38", true),
            ("udptl", false), ("UDP/BFCP *", true), ("udp t;38", false), ("RTP//AVP 0", false),
        ])
    func formats(rest: String, isGood: Bool) throws {
        let description = try readSDP("m=audio 4000 \(rest)")
        #expect(description.media.count == 1)
        #expect(description.anomalies.isEmpty == isGood)
    }

    @Test(
        "RTP and SRTP by their profiles",
        arguments: [
            ("RTP/AVP", true, false), ("RTP/SAVP", true, true), ("UDP/TLS/RTP/SAVPF", true, true),
            ("TCP/RTP/AVP", true, false), ("udptl", false, false), ("UDP/DTLS/SCTP", false, false),
            ("SAVP", false, false),
        ])
    func profiles(name: String, isRTP: Bool, isSecure: Bool) throws {
        let medium = try #require(try readSDP("m=audio 4000 \(name) 0").media.first)
        #expect(medium.isRTP == isRTP)
        #expect(medium.isSecureRTP == isSecure)
    }

    @Test("Lines of a damaged medium belong to no other", arguments: ["m=", "m=audio", "m=audio 1", "m=audio RTP/AVP"])
    func damagedMedium(line: String) throws {
        let description = try readSDP("m=audio 1 RTP/AVP 0", line, "a=sendonly", "c=IN IP4 192.0.2.9", "m=x 2 y z")
        #expect(description.media.map(\.kind) == ["audio", "x"])
        #expect(description.media.map(\.direction) == [.sendrecv, .sendrecv])
        #expect(description.media.map(\.connection) == ["192.0.2.1", "192.0.2.1"])
        #expect(description.anomalyKinds == [.badSDP])
    }

    @Test(
        "Connection addresses, section 5.7",
        arguments: [
            ("IN IP4 192.0.2.1", "192.0.2.1", nil, 1, true), ("IN IP4 233.252.0.1/127", "233.252.0.1", 127, 1, true),
            ("IN IP4 233.252.0.1/127/3", "233.252.0.1", 127, 3, true),
            ("IN IP6 2001:db8::1", "2001:db8::1", nil, 1, true),
            ("IN IP6 ff00::db8:0:101/3", "ff00::db8:0:101", nil, 3, true),
            ("IN IP4 pbx.example", "pbx.example", nil, 1, true),
            ("IN IP6 pbx.example", "pbx.example", nil, 1, true), ("IN IP4 0.0.0.0", "0.0.0.0", nil, 1, true),
            ("TN RFC2543 +1-201-406-4090", "+1-201-406-4090", nil, 1, true),
            ("IN IP4 233.252.0.1", "233.252.0.1", nil, 1, false), ("IN IP4 192.0.2.1/127", "192.0.2.1", 127, 1, false),
            ("IN IP4 233.252.0.1/256", "233.252.0.1", nil, 1, false),
            ("IN IP4 233.252.0.1/127/0", "233.252.0.1", 127, 1, false),
            ("IN IP4 233.252.0.1/127/99999999999", "233.252.0.1", 127, 1, false),
            ("IN IP4 233.252.0.1/127/3/4", "233.252.0.1", 127, 1, false),
            ("IN IP6 ff00::101/127/3", "ff00::101", nil, 1, false),
            ("IN IP6 2001:db8::1/2", "2001:db8::1", nil, 2, false),
            ("IN IP4 2001:db8::1", "2001:db8::1", nil, 1, false), ("IN IP6 192.0.2.1", "192.0.2.1", nil, 1, false),
            ("IN IP4  192.0.2.1", "192.0.2.1", nil, 1, false), ("IN IP4 192.0.2.1 x", "192.0.2.1", nil, 1, false),
        ] as [(String, String, UInt8?, Int, Bool)])
    func connections(line: String, address: String, timeToLive: UInt8?, count: Int, isGood: Bool) throws {
        let description = try readSDP("m=audio 1 RTP/AVP 0", "c=\(line)")
        let connection = try #require(description.media.first?.connections.first)
        #expect(connection.address == address)
        #expect(connection.timeToLive == timeToLive)
        #expect(connection.addressCount == count)
        #expect(description.media.first?.connection == address)
        #expect(description.anomalies.isEmpty == isGood)
    }

    @Test(
        "IPv6 addresses, section 9",
        arguments: [
            ("::", true), ("::1", true), ("1::", true), ("1:2:3:4:5:6:7:8", true), ("1::8", true),
            ("::ffff:192.0.2.1", true),
            ("1:2:3:4:5:6:192.0.2.1", true), ("1:2:3:4:5:6:7::", true), ("::2:3:4:5:6:7:8", true),
            ("2001:DB8::1", true),
            (":", false), (":::", false), ("1:2:3:4:5:6:7", false), ("1:2:3:4:5:6:7:8:9", false), ("1::2::3", false),
            ("12345::", false), ("g::1", false), ("[::1]", false), ("fe80::1%eth0", false), ("1:", false),
            (":1", false),
            ("::192.0.2.256", false), ("1:2:3:4:5:6:7:192.0.2.1", false), ("192.0.2.1::", false),
            ("1::2:3:4:5:6:7:8:", false),
        ])
    func ip6(address: String, isGood: Bool) throws {
        #expect(try readSDP("m=audio 1 RTP/AVP 0", "c=IN IP6 \(address)").anomalies.isEmpty == isGood)
    }

    @Test(
        "IPv4 addresses and domain names, section 9",
        arguments: [
            ("255.255.255.255", false), ("192.0.2.255", true), ("host", true), ("a-b.example.", true),
            ("1a.example", true),
            ("256.0.2.1", false), ("192.0.2", false), ("192.0.2.01", false), ("192.0.2.1.5", false),
            ("192.0.2.1.", false),
            ("abc", false), ("ho_st.example", false), ("$", false), (String(repeating: "1", count: 512), false),
            (String(repeating: "a", count: 512), false),
        ])
    func ip4(address: String, isGood: Bool) throws {
        #expect(try readSDP("m=audio 1 RTP/AVP 0", "c=IN IP4 \(address)").anomalies.isEmpty == isGood)
    }

    @Test("Of several connection lines the first is the base address, section 5.14")
    func layers() throws {
        let medium = try #require(
            try readSDP("m=video 49170/2 RTP/AVP 31", "c=IN IP6 ff00::db8:0:101", "c=IN IP6 ff00::db8:0:102").media
                .first)
        #expect(medium.connection == "ff00::db8:0:101")
        #expect(medium.connections.count == 2)
    }

    @Test("IPv6 in SDP, and both families in one description, RFC 5118 sections 4.6 and 4.8")
    func torture() throws {
        let ip6 = """
            v=0
            o=assistant 971731711378798081 0 IN IP6 2001:db8::20
            s=Live video feed for today's meeting
            c=IN IP6 2001:db8::20
            t=3338481189 3370017201
            m=audio 6000 RTP/AVP 2
            a=rtpmap:2 G726-32/8000
            m=video 6024 RTP/AVP 107
            a=rtpmap:107 H263-1998/90000
            """
        let first = try readSDP(session: ip6.replacing("\n", with: "\r\n"))
        #expect(first.anomalies == [])
        #expect(
            first.summary == "audio [2001:db8::20]:6000 G726-32 sendrecv, video [2001:db8::20]:6024 H263-1998 sendrecv")
        let both = """
            v=0
            o=bob 280744730 28977631 IN IP4 host.example.com
            s=
            t=0 0
            m=audio 22334 RTP/AVP 0
            c=IN IP4 192.0.2.1
            m=video 6024 RTP/AVP 107
            c=IN IP6 2001:db8::1
            a=rtpmap:107 H263-1998/90000
            """
        #expect(try badSDPLines(both.replacing("\n", with: "\r\n")) == ["s="])
        let second = try readSDP(session: both)
        #expect(second.media.map(\.connection) == ["192.0.2.1", "2001:db8::1"])
    }
}
