import SIPParsing
import Testing
import _TestSupport

@Suite("Damaged session descriptions are read safely")
struct SDPDamageTests {
    private static let sample = Array(
        """
        v=0
        o=- 3724394400 3724394405 IN IP4 198.51.100.1
        s=-
        c=IN IP4 233.252.0.1/127/3
        b=AS:64
        t=3724394400 3754123200
        r=7d 1h 0 25h
        z=3730928400 -1h 3749680800 0
        a=group:BUNDLE 0 1
        m=audio 49170/2 UDP/TLS/RTP/SAVPF 96 8 101
        c=IN IP6 2001:db8::1
        a=rtpmap:96 opus/48000/2
        a=fmtp:96 minptime=10;useinbandfec=1
        a=ptime:20
        a=candidate:2 1 UDP 1694498815 192.0.2.3 45664 typ srflx raddr 203.0.113.141 rport 8998
        a=fingerprint:sha-256 0A:1B:FF
        a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwg
        a=rtcp:53020 IN IP4 126.16.64.4
        a=setup:actpass
        m=image 0 udptl t38
        a=T38FaxVersion:0

        """.utf8)

    @Test("Ranges stay inside of the bytes, and everything that is read can be shown", arguments: [21, 22, 23, 24])
    func damage(seed: UInt64) {
        var numbers = SeededGenerator(seed: seed)
        let special = Array("\r\n\0 \t=:/;.-+0a".utf8) + [0xFF, 0xC3]
        for round in 0..<1500 {
            var bytes = Self.sample
            for _ in 0...Int(numbers.next() % 8) {
                let offset = Int.random(in: 0..<bytes.count, using: &numbers)
                switch numbers.next() % 4 {
                case 0: bytes[offset] = UInt8(truncatingIfNeeded: numbers.next())
                case 1: bytes[offset] = special[Int.random(in: 0..<special.count, using: &numbers)]
                case 2: bytes.removeSubrange(offset..<min(bytes.count, offset + Int(numbers.next() % 30)))
                default: bytes.insert(contentsOf: bytes[offset..<min(bytes.count, offset + 40)], at: offset)
                }
                if bytes.isEmpty { bytes = Self.sample }
            }
            let start = Int(numbers.next() % 4) % bytes.count
            let range = ByteRange(start..<bytes.count)
            guard let description = SessionDescription(bytes.span, range) else { continue }
            let isInside = description.anomalies.allSatisfy {
                $0.range.range.lowerBound >= start && $0.range.range.upperBound <= bytes.count
            }
            let isShort = description.summary.count < 1000
            let parameters = description.media.flatMap { $0.codecTable.compactMap(\.parameters?.parameters.count) }
            #expect(
                isInside && isShort && parameters.allSatisfy { $0 <= 256 },
                "seed \(seed), round \(round): \(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test("Every prefix is read, whichever way its lines end", arguments: ["\n", "\r\n", "\r"])
    func prefixes(end: String) {
        let bytes = Array(String(decoding: Self.sample, as: UTF8.self).replacing("\n", with: end).utf8)
        for count in 0...bytes.count {
            let description = SessionDescription(bytes.span, ByteRange(0..<count))
            #expect((description == nil) == (count < 2))
            #expect((description?.media.count ?? 0) <= 2)
        }
    }
}
