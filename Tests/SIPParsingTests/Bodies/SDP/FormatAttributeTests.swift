import SIPParsing
import Testing

@Suite("Formats of a medium (RFC 8866 section 6, RFC 3551 section 6)")
struct FormatAttributeTests {
    @Test(
        "rtpmap, section 6.6",
        arguments: [
            ("96 opus/48000/2", "opus", 48000, 2, true), ("96 L8/8000", "L8", 8000, nil, true),
            ("96 H264/90000", "H264", 90000, nil, true), ("96 opus", "opus", nil, nil, false),
            ("96 x/18446744073709551616", "x", nil, nil, false), ("96 x/4294967296", "x", nil, nil, false),
            ("96 x/0", "x", nil, nil, false), ("96 x/-1", "x", nil, nil, false), ("96 x/8000/0", "x", 8000, nil, false),
            ("96 x/8000/y", "x", 8000, nil, false), ("96 x/8000/1/2", "x", 8000, nil, false),
            ("96  x/8000", "x", 8000, nil, false), ("96 x/8000 y", "x", 8000, nil, false),
        ] as [(String, String, UInt32?, Int?, Bool)])
    func rtpMap(value: String, name: String, clockRate: UInt32?, channels: Int?, isGood: Bool) throws {
        let description = try readSDP("m=audio 4000 RTP/AVP 96", "a=rtpmap:\(value)")
        let map = try #require(description.media.first?.attributes.rtpMaps.first)
        #expect(map.format == "96")
        #expect(map.encodingName == name)
        #expect(map.clockRate == clockRate)
        #expect(map.channels == channels)
        #expect(description.anomalies.isEmpty == isGood)
    }

    @Test("rtpmap without what it is for", arguments: ["", "96", "/", "96 /8000", "opus/48000", "96/48000"])
    func damagedMap(value: String) throws {
        let description = try readSDP("m=audio 4000 RTP/AVP 96", "a=rtpmap:\(value)")
        #expect(description.media.first?.attributes.rtpMaps == [])
        #expect(description.media.first?.codecs == ["96"])
        #expect(description.anomalyKinds == [.badSDP])
    }

    @Test("The codec table: by rtpmap, or else by RFC 3551, or else nothing")
    func codecTable() throws {
        let medium = try readAudio(
            "a=rtpmap:96 opus/48000/2", "a=fmtp:96 minptime=10;useinbandfec=1", "a=rtpmap:8 PCMA/8000",
            "a=fmtp:18 annexb=no", "a=rtpmap:101 telephone-event/8000", "a=fmtp:101 0-16",
            formats: "96 8 18 10 14 101 97 20")
        let table = medium.codecTable
        #expect(table.map(\.format) == ["96", "8", "18", "10", "14", "101", "97", "20"])
        #expect(table.map(\.encodingName) == ["opus", "PCMA", "G729", "L16", "MPA", "telephone-event", nil, nil])
        #expect(table.map(\.name) == ["opus", "PCMA", "G729", "L16", "MPA", "telephone-event", "97", "20"])
        #expect(table.map(\.clockRate) == [48000, 8000, 8000, 44100, 90000, 8000, nil, nil])
        #expect(table.map(\.channels) == [2, 1, 1, 2, nil, 1, nil, nil])
        #expect(
            table.map(\.source) == [
                .rtpMap, .rtpMap, .profile, .profile, .profile, .rtpMap, Media.Codec.Source.none, .none,
            ])
        #expect(
            table.map(\.parameters?.text) == [
                "minptime=10;useinbandfec=1", nil, "annexb=no", nil, nil, "0-16", nil, nil,
            ])
    }

    @Test("Payload types are static in RTP alone, and video has no channels")
    func codecTableOfOthers() throws {
        let description = try readSDP("m=audio 4000 udp 0", "m=video 4000 RTP/AVP 34 96", "a=rtpmap:96 VP8/90000")
        #expect(description.media.map(\.codecs) == [["0"], ["H263", "VP8"]])
        #expect(description.media.last?.codecTable.map(\.channels) == [nil, nil])
    }

    @Test("Of two rtpmap lines for a format the first counts, and the second is noted, section 6.6")
    func repeatedMap() throws {
        let description = try readSDP("m=audio 4000 RTP/AVP 96", "a=rtpmap:96 x/8000", "a=rtpmap:96 y/8000")
        #expect(description.media.first?.codecs == ["x"])
        #expect(description.anomalies.count == 1)
    }

    @Test(
        "fmtp, section 6.15",
        arguments: [
            ("96 x", true), ("0 annexb=no", true), ("96", false), ("", false), ("97 x", false),
            ("96 x\r\na=fmtp:96 y", false),
        ])
    func formatParameters(value: String, isGood: Bool) throws {
        let description = try readSDP("m=audio 4000 RTP/AVP 0 96", "a=fmtp:\(value)")
        #expect(description.anomalies.isEmpty == isGood)
        #expect(description.media.first?.codecTable.last?.parameters?.text == (value.hasPrefix("96 x") ? "x" : nil))
    }

    @Test("fmtp of a format that RTP does not carry")
    func otherFormats() throws {
        let description = try readSDP("m=application 4002 udp TBCP", "a=fmtp:TBCP queuing=0;timestamp=0")
        #expect(description.anomalies == [])
        #expect(description.media.first?.codecTable.first?.parameters?.parameters.value(of: "queuing") == "0")
    }

    @Test(
        "The parameters of fmtp",
        arguments: [
            (
                "profile-level-id=42e016; packetization-mode=1",
                ["profile-level-id": "42e016", "packetization-mode": "1"]
            ),
            ("ANNEXB = no ;", ["annexb": "no"]), ("0-16", ["0-16": nil]), ("a=b=c;;=d;e=", ["a": "b=c", "e": ""]),
            ("", [:]),
        ] as [(String, [String: String?])])
    func parameters(text: String, expected: [String: String?]) throws {
        let medium = try readAudio("a=fmtp:96 \(text)")
        let found = medium.attributes.formatParameters.first?.parameters ?? []
        #expect(Dictionary(found.map { ($0.name, $0.value) }) { first, _ in first } == expected)
    }

    @Test(
        "ptime and maxptime, sections 6.4 and 6.5",
        arguments: [
            ("20", 20), ("2.5", 2.5), ("", nil), ("0", nil), ("-20", nil), ("x", nil), ("1e3", nil), ("nan", nil),
            ("20.", nil),
            (String(repeating: "9", count: 512), nil),
        ] as [(String, Double?)])
    func packetTime(value: String, time: Double?) throws {
        let description = try readSDP("m=audio 4000 RTP/AVP 0", "a=ptime:\(value)", "a=maxptime:\(value)")
        let attributes = try #require(description.media.first?.attributes)
        #expect(attributes.packetTime == time)
        #expect(attributes.maximumPacketTime == time)
        #expect(description.anomalies.count == (time == nil ? 2 : 0))
    }

    @Test(
        "What explains formats is a medium's, section 6",
        arguments: ["a=rtpmap:96 x/8000", "a=fmtp:96 x", "a=ptime:20", "a=maxptime:20"])
    func sessionLevel(line: String) throws {
        #expect(try readSDP(line).anomalyKinds == [.badSDP])
    }
}
