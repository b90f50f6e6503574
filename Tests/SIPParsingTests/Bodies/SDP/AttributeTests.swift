import SIPParsing
import Testing

@Suite("Attributes (RFC 8866 section 5.13)")
struct AttributeTests {
    @Test(
        "Direction, section 6.7",
        arguments: [
            ([], ["a=recvonly"], .recvonly, 0), (["a=recvonly"], [], .recvonly, 0),
            (["a=inactive"], ["a=sendrecv"], .sendrecv, 0),
            ([], [], .sendrecv, 0), ([], ["a=sendonly", "a=recvonly"], .recvonly, 1),
            ([], ["a=SendOnly"], .sendrecv, 0),
            ([], ["a= sendonly "], .sendonly, 1), ([], ["a=sendonly:"], .sendrecv, 0),
            ([], ["A=sendonly"], .sendrecv, 1),
            ([], ["a:sendonly"], .sendrecv, 1),
        ] as [([String], [String], Media.Direction, Int)])
    func direction(session: [String], medium: [String], direction: Media.Direction, departures: Int) throws {
        let lines = session + ["m=audio 1 RTP/AVP 0"] + medium
        let description = try readSDP(lines.joined(separator: "\r\n"))
        #expect(description.media.first?.direction == direction)
        #expect(description.anomalies.count == departures)
    }

    @Test("Attributes without a type of their own are kept in their order")
    func others() throws {
        let description = try readSDP(
            "a=tool:x y", "m=audio 1 RTP/AVP 0", "a=silenceSupp:off - - - -", "a=x", "a=y:", "a=X:1:2", "a=b c:d",
            "a=:z", "a=")
        #expect(description.attributes.others.map(\.name) == ["tool"])
        #expect(description.attributes.others.map(\.value) == ["x y"])
        let others = try #require(description.media.first?.attributes.others)
        #expect(others.map(\.name) == ["silenceSupp", "x", "y", "X", "b c"])
        #expect(others.map(\.value) == ["off - - - -", nil, "", "1:2", "d"])
        #expect(description.anomalies.count == 3)
    }

    @Test("BUNDLE: group, mid, rtcp-mux and bundle-only, RFC 8843")
    func bundle() throws {
        let description = try readSDP(
            "a=group:BUNDLE foo bar", "a=group:LS foo bar", "m=audio 10000 RTP/AVP 0", "a=mid:foo", "a=rtcp-mux",
            "a=extmap:1 urn:ietf:params:rtp-hdrext:sdes:mid", "m=video 0 RTP/AVP 31", "a=mid:bar", "a=bundle-only",
            "m=video 0 RTP/AVP 31")
        #expect(description.attributes.groups.map(\.semantics) == ["BUNDLE", "LS"])
        #expect(description.attributes.groups.first?.mids == ["foo", "bar"])
        #expect(description.media.map(\.attributes.mid) == ["foo", "bar", nil])
        #expect(description.media.map(\.attributes.hasRTCPMux) == [true, false, false])
        #expect(description.media.map(\.attributes.headerExtensionCount) == [1, 0, 0])
        #expect(description.media.map(\.isDisabled) == [false, false, true])
        #expect(description.anomalies == [])
    }

    @Test(
        "rtcp, RFC 3605 section 2.1",
        arguments: [
            ("53020", 53020, nil, true), ("53020 IN IP4 126.16.64.4", 53020, "126.16.64.4", true),
            ("53020 IN IP6 2001:db8::1", 53020, "2001:db8::1", true), ("65536", nil, nil, false),
            ("-1", nil, nil, false),
            ("", nil, nil, false), ("53020 IN IP4", 53020, nil, false), ("53020 IN IP4 ::1", 53020, "::1", false),
        ] as [(String, UInt16?, String?, Bool)])
    func rtcp(value: String, port: UInt16?, address: String?, isGood: Bool) throws {
        let description = try readSDP("m=audio 1 RTP/AVP 0", "a=rtcp:\(value)")
        #expect(description.media.first?.attributes.rtcp?.port == port)
        #expect(description.media.first?.attributes.rtcp?.address == address)
        #expect(description.anomalies.isEmpty == isGood)
    }

    @Test("Feedback, header extensions and sources are counted")
    func counts() throws {
        let attributes = try readAudio(
            "a=rtcp-fb:* nack", "a=rtcp-fb:96 nack pli", "a=extmap:1 urn:x", "a=ssrc:1 cname:x", "a=ssrc:1 label:y",
            "a=ssrc:4294967295 cname:x", "a=ssrc:4294967296 cname:x", "a=ssrc:x"
        ).attributes
        #expect(attributes.rtcpFeedbackCount == 2)
        #expect(attributes.headerExtensionCount == 1)
        #expect(attributes.sourceCount == 2)
    }

    @Test("T.38, label and content are kept as written")
    func fax() throws {
        let description = try readSDP(
            "m=image 4000 udptl t38", "a=T38FaxVersion:0", "a=T38MaxBitRate:14400",
            "a=T38FaxRateManagement:transferredTCF",
            "a=T38FaxUdpEC:t38UDPRedundancy", "a=T38FaxFillBitRemoval:0", "a=label:1", "a=content:main")
        let attributes = try #require(description.media.first?.attributes)
        #expect(attributes.fax.version == "0")
        #expect(attributes.fax.maximumBitRate == "14400")
        #expect(attributes.fax.rateManagement == "transferredTCF")
        #expect(attributes.fax.errorCorrection == "t38UDPRedundancy")
        #expect(attributes.others.map(\.name) == ["T38FaxFillBitRemoval"])
        #expect([attributes.label, attributes.content] == ["1", "main"])
        #expect(description.anomalies == [])
    }
}
