import SIPParsing
import Testing

@Suite("Damaged input is read safely")
struct MutationTests {
    /// SplitMix64: the same numbers for the same seed, on every machine.
    struct SeededNumbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = state
            word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
            return word ^ word >> 31
        }
    }

    static let samples = [
        """
        INVITE sip:bob@biloxi.example.com;user=phone SIP/2.0\r
        Via: SIP/2.0/UDP pc33.atlanta.example.com:5066;branch=z9hG4bK776;rport, SIP / 2.0 / TCP [2001:db8::1]:5060\r
        Route: <sip:p1.example.com;lr>,"x, y" <sip:p2.example.com>;q=0.5\r
        To: "Bob \\"B\\" <;tag=no>" <sip:bob@biloxi.example.com;tag=wrong>\r
        From: Alice <sip:alice@atlanta.example.com>\r
         ;tag=1928301774\r
        i: a84b4c76e66710@pc33.atlanta.example.com\r
        CSeq: 314159 INVITE\r
        Refer-To: <sip:c@d?Replaces=1%40b%3Bto-tag%3D2%3Bfrom-tag%3D3>\r
        Proxy-Authorization: Digest username="a", realm="b", nonce="c", nc=00000001\r
        Contact: <sip:a@b>;q=0.7,*\r
        c: multipart/mixed;boundary="b"\r
        Content-Length: 132\r
        \r
        --b\r
        Content-Type: application/sdp\r
        \r
        v=0\r
        o=- 1 2 IN IP4 192.0.2.1\r
        c=IN IP4 192.0.2.1\r
        m=audio 4000/2 RTP/AVP 0 101\r
        a=rtpmap:101 x/8000\r
        --b--\r
        """,
        """
        SIP/2.0 503 Service Unavailable\r
        v: SIP/2.0/TLS a;received=192.0.2.1;branch=z9hG4bKx\r
        f: sip:a@b;tag=1\r
        t: <tel:+1-201>;tag=2\r
        i: x\r
        CSeq: 4294967295 REFER\r
        Retry-After: 120 (I'm (busy) \\) now);duration=60\r
        Warning: 399 a.example "text, \\"quoted\\""\r
        Reason: Q.850;cause=34;text="No circuit";location=RLN, SIP;cause=503\r
        WWW-Authenticate: Digest realm="a", nonce="b", stale=true, qop="auth,auth-int"\r
        Call-Info: <https://a.example/x>;purpose=jwscard\r
        Subscription-State: terminated;reason=noresource;retry-after=5\r
        Event: refer;id=1\r
        c: message/sipfrag;version=2.0\r
        l: 22\r
        \r
        SIP/2.0 603 Declined\r

        """,
    ]

    /// A sample with a few bytes changed, dropped, doubled or moved.
    static func damaged(_ numbers: inout SeededNumbers) -> [UInt8] {
        var bytes = Array(samples[Int(numbers.next() % 2)].utf8)
        let special = Array("\"<>,;:=@?%\\()[]\r\n \t\0/-*0".utf8) + [0xFF, 0xC3]
        for _ in 0...Int(numbers.next() % 6) where !bytes.isEmpty {
            let offset = Int.random(in: 0..<bytes.count, using: &numbers)
            switch numbers.next() % 6 {
            case 0: bytes[offset] = UInt8(truncatingIfNeeded: numbers.next())
            case 1, 2: bytes[offset] = special[Int.random(in: 0..<special.count, using: &numbers)]
            case 3: bytes.removeSubrange(offset..<min(bytes.count, offset + Int(numbers.next() % 40)))
            case 4: bytes.insert(special[Int.random(in: 0..<special.count, using: &numbers)], at: offset)
            default:
                bytes.insert(
                    contentsOf: bytes[offset..<min(bytes.count, offset + 30)],
                    at: Int(numbers.next() % UInt64(bytes.count)))
            }
        }
        return bytes
    }

    @Test("Twenty thousand damaged messages keep every range inside of the bytes", arguments: [1, 2, 3, 4])
    func messages(seed: UInt64) {
        var numbers = SeededNumbers(state: seed)
        var parser = MessageParser()
        var count = 0
        for _ in 0..<5000 {
            let bytes = Self.damaged(&numbers)
            guard case .message = parser.parse(bytes.span) else { continue }
            count += 1
            let message = parser.message
            let ranges =
                message.fields.flatMap { [$0.nameRange, $0.value] } + message.anomalies.map(\.range)
                + [message.body, message.extent]
                + [message.callID, message.fromTag, message.toTag, message.branch, message.sentBy].compactMap { $0 }
            guard ranges.allSatisfy({ $0.range.upperBound <= bytes.count }) else {
                Issue.record("a range leaves the bytes: seed \(seed), \(String(decoding: bytes, as: UTF8.self))")
                return
            }
            if count % 5 == 0 { Self.readEverything(message, bytes) }
        }
        #expect(count > 3000)
    }

    /// Reads every field as every type: none may trap, whatever it finds.
    static func readEverything(_ message: Message, _ bytes: [UInt8]) {
        let span = bytes.span
        for field in message.fields {
            let value = field.value
            let made: [Any?] = [
                ContactList(span, value), ReferTo(span, value), Replaces(span, value), EventHeader(span, value),
                SubscriptionState(span, value), RetryAfter(span, value), Challenge(span, value),
                Credentials(span, value),
                OptionTags(span, value), MediaType(span, value), HeaderNumber.parse(span, value),
                ReferSub.parse(span, value),
                SIPURI(span, value), Sipfrag(span, value), SessionDescription(span, value),
            ]
            let lists: [[Any]] = [
                NameAddress.list(span, value), Via.list(span, value), ReasonHeader.list(span, value),
                WarningHeader.list(span, value), CallInfo.list(span, value),
            ]
            withExtendedLifetime((made, lists)) {}
        }
        for type in ["application/sdp", "message/sipfrag"] {
            guard let part = message.bodyPart(type, in: span) else { continue }
            withExtendedLifetime((SessionDescription(span, part)?.summary, Sipfrag(span, part))) {}
        }
    }

    @Test("Damaged streams give the same messages however they are split", arguments: [11, 12])
    func streams(seed: UInt64) {
        var numbers = SeededNumbers(state: seed)
        for round in 0..<300 {
            var stream: [UInt8] = []
            for _ in 0..<5 { stream += numbers.next() % 2 == 0 ? Self.damaged(&numbers) : Array(Self.samples[1].utf8) }
            let whole = Self.frames(stream) { _ in stream.count }
            let split = Self.frames(stream) { Int.random(in: 1...$0, using: &numbers) }
            #expect(whole == split, "seed \(seed), round \(round)")
            #expect(
                whole.allSatisfy { message in
                    let start = Int(message.offset)
                    return start + message.bytes.count <= stream.count
                        && message.bytes == Array(stream[start..<(start + message.bytes.count)])
                })
        }
    }

    private static func frames(_ stream: [UInt8], _ step: (Int) -> Int) -> [FramedMessage] {
        var framer = StreamFramer()
        var messages: [FramedMessage] = []
        var offset = 0
        while offset < stream.count {
            let end = min(stream.count, offset + step(stream.count - offset > 400 ? 400 : stream.count - offset))
            framer.append(Array(stream[offset..<end]).span)
            while let message = framer.next() { messages.append(message) }
            offset = end
        }
        framer.markGap()
        while let message = framer.next() { messages.append(message) }
        return messages
    }

    @Test func everyPrefixOfEverySampleIsSafe() {
        var parser = MessageParser()
        for sample in Self.samples {
            let bytes = Array(sample.utf8)
            for end in 0...bytes.count {
                guard case .message = parser.parse(bytes.span.extracting(0..<end)) else { continue }
                #expect(parser.message.extent.range.upperBound <= end)
                Self.readEverything(parser.message, Array(bytes[..<end]))
            }
        }
    }
}
