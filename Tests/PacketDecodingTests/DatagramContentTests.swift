import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("UDP payloads that cannot be SIP are named before anything is spent on them")
struct DatagramContentTests {
    /// What a payload between two ports is taken for.
    private func decoded(_ payload: [UInt8], from source: UInt16 = 6000, to destination: UInt16 = 6002) -> Decoded {
        var bench = DecodingBench()
        return bench.decode(
            PacketBuilder(payload).udp(from: source, to: destination).ipv4(
                from: Sample.alice, to: Sample.bob))
    }

    private static let zeros = [UInt8](repeating: 0, count: 64)

    static let contents: [(name: String, start: [UInt8], zeros: Int)] = [
        ("other: rtp", [0x80, 0], 10),
        ("other: rtp", [0x80, 0x88], 64),
        ("other: rtp", [0x90, 101], 64),
        ("other: rtp", [0x82, 0], 18),
        ("datagram", [0x82, 0], 17),
        ("datagram", [0x80, 0], 9),
        ("datagram", [0x80, 80], 64),
        ("datagram", [0xc0, 0], 64),
        ("other: rtcp", [0x80, 200, 0, 6], 24),
        ("other: rtcp", [0x81, 201, 0, 7], 60),
        ("datagram", [0x80, 200, 0, 6], 23),
        ("datagram", [0x80, 200, 0, 0], 64),
        ("other: stun", [0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42], 12),
        ("other: stun", [1, 1, 0, 8, 0x21, 0x12, 0xa4, 0x42], 20),
        ("datagram", [0, 1, 0, 4, 0x21, 0x12, 0xa4, 0x42], 12),
        ("datagram", [0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x43], 12),
        ("other: dtls", [22, 0xfe, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5], 5),
        ("other: dtls", [23, 0xfe, 0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5], 9),
        ("datagram", [22, 0xfe, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5], 4),
        ("datagram", [22, 3, 3], 64),
        ("datagram", [13, 10, 13, 10], 0),
        ("datagram", [0], 0),
        ("datagram", [0], 3),
    ]

    @Test(arguments: contents)
    func content(_ expected: String, _ start: [UInt8], _ zeros: Int) {
        #expect(decoded(start + [UInt8](repeating: 0, count: zeros)).name == expected)
    }

    @Test("Well-known ports carry no media", arguments: [(53, 6000), (6000, 53)] as [(UInt16, UInt16)])
    func wellKnownPorts(_ source: UInt16, _ destination: UInt16) {
        #expect(decoded([0x80, 0] + Self.zeros, from: source, to: destination).name == "datagram")
    }

    @Test(
        "Every SIP method and response is delivered, whatever the ports",
        arguments: [
            "INVITE sip:a@b SIP/2.0\r\n", "ACK sip:a@b SIP/2.0\r\n", "BYE sip:a@b SIP/2.0\r\n", "SIP/2.0 200 OK\r\n",
            "MESSAGE sip:a@b SIP/2.0\r\n", "OPTIONS sip:a@b SIP/2.0\r\n", "\r\nNOTIFY sip:a@b SIP/2.0\r\n",
            "a-method sip:a@b SIP/2.0\r\n", "!x sip:a@b SIP/2.0\r\n", "GKLMNO sip:a@b SIP/2.0\r\n",
        ])
    func messages(_ text: String) {
        for port: UInt16 in [5060, 3478, 5349, 4500, 9899, 80] {
            for length in [text.utf8.count, 500, 1500, 9000] {
                let payload = Array(text.utf8) + [UInt8](repeating: 0x20, count: length - text.utf8.count)
                #expect(decoded(payload, from: port, to: 5062).payload == payload)
                #expect(decoded(payload, from: 5062, to: port).payload == payload)
            }
        }
    }

    @Test("Channel data of TURN is opened on TURN's ports", arguments: [0, 3])
    func channel(_ padding: Int) throws {
        let payload = [0x40, 1] + Bytes.big(UInt16(Sample.payload.count)) + Sample.payload + Self.zeros.prefix(padding)
        for port: UInt16 in [3478, 5349] {
            let result = decoded(payload, from: port, to: 6000)
            #expect(result.payload == Sample.payload)
            #expect(try #require(result.header).source.port == port)
        }
        #expect(decoded(payload).payload == payload)
    }

    @Test func channelDataThatIsNoneOrNoText() {
        let text = Sample.payload
        let media: [UInt8] = [0x40, 0, 0, 12, 0x80, 0] + Self.zeros.prefix(10)
        #expect(decoded(media, to: 3478).name == "other: turn")
        #expect(decoded([0x40, 0, 0, 0], to: 3478).name == "other: turn")
        let short = [0x40, 1] + Bytes.big(UInt16(text.count + 1)) + text
        #expect(decoded(short, to: 3478).payload == short)
        let long = [0x40, 1] + Bytes.big(UInt16(text.count)) + text + [0, 0, 0, 0]
        #expect(decoded(long, to: 3478).payload == long)
    }

    @Test func packetsInPortsOfTheirOwn() {
        let sctp = [19, 196, 19, 216, 0, 0, 0, 1, 0, 0, 0, 0] + SCTPSample.data(1, Sample.text)
        #expect(decoded(sctp, from: 9899, to: 9899).payload == Sample.payload)
        #expect(decoded(sctp, from: 9899, to: 9899).header?.transport == .sctp)
        #expect(decoded(sctp).payload == sctp)
        let count = (4 - (Sample.udp.bytes.count + 2) % 4) % 4
        let body = Sample.udp.bytes + (0..<count).map { UInt8($0 + 1) } + [UInt8(count), 17]
        let esp = [0, 0, 16, 1, 0, 0, 0, 2] + body + [UInt8](repeating: 0xee, count: 12)
        #expect(decoded(esp, from: 4500, to: 4500).payload == Sample.payload)
        #expect(decoded(esp).payload == esp)
        #expect(decoded([0xff], from: 4500, to: 4500).name == "datagram")
    }

    @Test func mediaThatASnapLengthCutIsNamed() {
        let packet = PacketBuilder([0x80, 0] + Self.zeros).udp(from: 6000, to: 6002).ipv4(
            from: Sample.alice, to: Sample.bob
        ).bytes
        var bench = DecodingBench()
        #expect(bench.decode(Array(packet.prefix(34)), wireLength: packet.count).name == "other: rtp")
        #expect(bench.decode(Array(packet.prefix(30)), wireLength: packet.count).name == "datagram")
    }
}
