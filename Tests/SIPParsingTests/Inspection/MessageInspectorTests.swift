import SIPParsing
import Testing
import _TestSupport

@Suite struct MessageInspectorTests {
    @Test(
        "RFC 3261 sections 19.1.1 and 20: addresses",
        arguments: [
            ("To: Watson, Thomas <sip:b@c>", ["bad-display-name: Watson, Thomas"]),
            ("To: \"A\" B <sip:b@c>", ["bad-display-name: \"A\" B"]), ("To: <>", ["bad-address: <>"]),
            ("To: \"A\" sip:b@c", ["bad-address: \"A\" sip:b@c"]),
            ("Reply-To: \"A <sip:b@c>", ["bad-address: \"A <sip:b@c>"]),
            ("Reply-To: <sip:b@c", ["bad-address: <sip:b@c"]), ("Contact: <sip:<b@c>>", ["bad-address: <sip:<b@c>>"]),
            ("Reply-To:", ["bad-address: Reply-To"]), ("To: <sip:b@c> d", ["bad-address: d"]),
            ("To: < sip:b@c >", ["bad-uri:  sip:b@c "]), ("To: <b@c>", ["bad-uri: b@c"]), ("To: b", ["bad-uri: b"]),
            ("To: <sip:b%4@c>", ["bad-uri: sip:b%4@c"]), ("To: <sip:b%zz@c>", ["bad-uri: sip:b%zz@c"]),
            ("To: <sip:b@c:65536>", ["bad-uri: sip:b@c:65536"]), ("To: <sip:b@c:>", ["bad-uri: sip:b@c:"]),
            ("To: <sip:@c>", ["bad-uri: sip:@c"]), ("To: <sip:b@>", ["bad-uri: sip:b@"]),
            ("To: <sip:*21#@c>", ["bad-uri: sip:*21#@c"]), ("To: <sip:b@c;;lr>", ["bad-uri: sip:b@c;;lr"]),
            ("To: <sip:2001:db8::1>", ["bad-uri: sip:2001:db8::1"]), ("To: <sip:b@[1:2]>", ["bad-uri: sip:b@[1:2]"]),
            ("To: <sip:b@[1::2::3]>", ["bad-uri: sip:b@[1::2::3]"]), ("To: <tel:>", ["bad-uri: tel:"]),
            ("To: <sip:b@[:::1]>", ["bad-uri: sip:b@[:::1]"]), ("To: <sip:b@[::1>", ["bad-uri: sip:b@[::1"]),
            ("Refer-To: <sip:c@d?Replaces=1@a;to-tag=2>", ["bad-uri: sip:c@d?Replaces=1@a;to-tag=2"]),
            ("Refer-To: sip:c@d?Replaces=1%40a", ["unbracketed-uri: sip:c@d?Replaces=1%40a"]),
            ("To: sip:b,c@d", ["unbracketed-uri: sip:b,c@d"]), ("Contact: sip:b,c@d", ["unbracketed-uri: c@d"]),
            ("Contact: <sip:b>, c@d", ["bad-uri: c@d"]), ("Route: sip:p;lr", ["unbracketed-uri: sip:p"]),
            ("Alert-Info: urn:alert:x", ["unbracketed-uri: urn:alert:x"]),
            ("Alert-Info: Bellcore-dr1", ["bad-address: Bellcore-dr1"]),
            ("Contact: *, <sip:b@c>", ["bad-value: *"]), ("Contact: <sip:b@c>\r\nContact: *", ["bad-value: *"]),
            ("Contact: *;x", ["bad-address: ;x"]), ("Contact: <sip:b>,,<sip:c>", ["empty-list-item: ,"]),
        ])
    func addresses(_ line: String, _ found: [String]) {
        #expect(inspect(request(with: line)) == found)
    }

    @Test(
        "RFC 3261 section 25.1: parameters",
        arguments: [
            ("Contact: <sip:b@c>;", ["bad-parameter: ;"]), ("Contact: <sip:b@c>;=d", ["bad-parameter: =d"]),
            ("Contact: <sip:b@c>;d=", ["bad-parameter: d="]), ("Contact: <sip:b@c>;d=e@f;g", ["bad-parameter: d=e@f"]),
            ("Contact: <sip:b@c>;d=\"e", ["bad-parameter: d=\"e"]),
            ("Contact: <sip:b@c>;d e;f", ["bad-parameter: d e"]),
            ("Contact: <sip:b@c>;q=2", ["number-out-of-range: 2"]), ("Contact: <sip:b@c>;q=.5", ["bad-number: .5"]),
            ("Contact: <sip:b@c>;q=1.001", ["number-out-of-range: 1.001"]),
            ("Accept: a/b;q=0.1234", ["bad-number: 0.1234"]),
            ("Contact: <sip:b@c>;expires=4294967296", ["number-out-of-range: 4294967296"]),
            ("Contact: <sip:b@c>;expires=soon", ["bad-number: soon"]), ("Reason: SIP;cause=x", ["bad-number: x"]),
            ("Subscription-State: active;expires=-1", ["bad-number: -1"]),
            ("Contact: <sip:b@c>;d=1;e;D=2", ["repeated-parameter: D=2"]),
            ("Contact: <sip:b@c>;d=1, <sip:e@f>;d=1", []),
            ("Contact: <sip:b@c;d=1>;d=1", []), ("P-Charging-Function-Addresses: ccf=a;ccf=b", []),
            ("From: <sip:a@b>;tag=a/b", ["bad-parameter: tag=a/b"]),
            ("Content-Type: multipart/mixed;boundary=a:b", ["bad-parameter: boundary=a:b"]),
        ])
    func parameters(_ line: String, _ found: [String]) {
        #expect(inspect(request(with: line)) == found)
    }

    @Test("An inspector that knows a value again says the same")
    func repeatedValues() {
        var parser = MessageParser()
        var inspector = MessageInspector()
        let lines = [
            "Contact: *\r\nContact: <sip:a@b>", "Contact: <sip:a@b>", "Contact: <sip:a@b", "Subject: <sip:a@b",
        ]
        for bytes in (lines + lines).map({ request(with: $0) }) {
            _ = parser.parse(bytes.span)
            let once = inspect(bytes)
            let again = inspector.inspect(parser.message, bytes.span).map {
                "\($0.kind.name): \(bytes.span.text($0.range))"
            }
            #expect(once == again)
        }
    }

    @Test("What an inspector has seen changes nothing, whatever the values are")
    func warmAndCold() {
        let values = [
            "sip:a@b;tag=1", "bob", "<sip:a@b>", "*", "a, b", "\"x", "1 BYE", "11111111", "01111111\0", "SIP/2.0/UDP a",
            "", ",",
            "<sip:a@b", "text/plain", "-1", "Foo (bar", "SIP;cause=x",
        ]
        let names = [
            "Contact", "From", "To", "m", "Expires", "Reply-To", "Route", "Via", "User-Agent", "Reason", "c", "X",
        ]
        var random = SeededGenerator(seed: 1)
        var warm = MessageInspector()
        for _ in 0..<2_000 {
            let lines = (0..<4).map { _ in
                "\(names.randomElement(using: &random) ?? ""): \(values.randomElement(using: &random) ?? "")"
            }
            let bytes = Array(("BYE sip:a@b SIP/2.0\r\n" + lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
            var parser = MessageParser()
            var cold = MessageInspector()
            _ = parser.parse(bytes.span)
            #expect(warm.inspect(parser.message, bytes.span) == cold.inspect(parser.message, bytes.span), "\(lines)")
        }
    }

    @Test(
        "RFC 3261 section 20.42: Via",
        arguments: [
            ("Via: SIP/2.0/UDP b:65536;branch=z9hG4bK1", ["number-out-of-range: 65536"]),
            ("Via: SIP/2.0/UDP b:;branch=z9hG4bK1", ["bad-via: :"]),
            ("Via: SIP/2.0/UDP ::1;branch=z9hG4bK1", ["bad-via: SIP/2.0/UDP ::1"]),
            ("Via: SIP/2.0 b;branch=z9hG4bK1", ["bad-via: SIP/2.0 b"]),
            ("Via: SIP/2.0/UDP b;ttl=256;branch=z9hG4bK1", ["number-out-of-range: 256"]),
            ("Via: SIP/2.0/UDP b;rport=x;branch=z9hG4bK1", ["bad-number: x"]),
            ("Via: SIP/2.0/UDP b;received=1::2::3;branch=z9hG4bK1", ["bad-parameter: received=1::2::3"]),
            ("Via: SIP/2.0/UDP b;;branch=z9hG4bK1", ["bad-parameter: ;"]),
        ])
    func vias(_ line: String, _ found: [String]) {
        #expect(inspect(request(with: line)) == found)
    }

    @Test(
        "RFC 3261 sections 20 and 25.1: other values",
        arguments: [
            ("Max-Forwards: 256", ["number-out-of-range: 256"]), ("Max-Forwards: x", ["bad-number: x"]),
            ("Max-Forwards:", ["bad-number: Max-Forwards"]),
            ("Expires: 4294967296", ["number-out-of-range: 4294967296"]),
            ("Expires: 1 2", ["bad-number: 2"]), ("Retry-After: Thu", ["bad-number: Thu"]),
            ("Retry-After: 1 (a", ["bad-value: (a"]), ("Retry-After: 1;duration=x", ["bad-number: x"]),
            ("Date: Sat, 13 Nov 2010 23:29:00 UTC", ["bad-date: Sat, 13 Nov 2010 23:29:00 UTC"]),
            ("Date: Sat, 3 Nov 2010 23:29:00 GMT", ["bad-date: Sat, 3 Nov 2010 23:29:00 GMT"]),
            ("Date: sat, 13 Nov 2010 23:29:00 GMT", ["bad-date: sat, 13 Nov 2010 23:29:00 GMT"]),
            ("Date: Sat, 13 Nov 2010 24:29:00 GMT", ["bad-date: Sat, 13 Nov 2010 24:29:00 GMT"]),
            ("Timestamp: .5", ["bad-value: .5"]), ("MIME-Version: 1", ["bad-value: 1"]),
            ("RAck: 1 INVITE", ["bad-value: 1 INVITE"]),
            ("RAck: 1 2 INVITE x", ["bad-value: x"]), ("Call-ID: a=b", ["bad-value: =b"]),
            ("Call-ID: a@b@c", ["bad-value: @c"]),
            ("Content-Type: sdp", ["bad-media-type: sdp"]), ("Content-Type: a/", ["bad-media-type: a/"]),
            ("Require: a b", ["bad-value: b"]), ("Require:", ["empty-list-item: Require"]),
            ("Supported: a,,b", ["empty-list-item: ,"]), ("Supported: a,", ["empty-list-item: ,"]),
            ("Event: a b", ["bad-value: b"]), ("Priority: a/b", ["bad-value: /b"]),
            ("Privacy: id, user", ["bad-value: , user"]),
            ("Warning: 1812 overture \"a\"", ["number-out-of-range: 1812"]), ("Warning: 399 a b", ["bad-value: a b"]),
            ("Warning: 399 \"a\"", ["bad-value: \"a\""]), ("User-Agent: A (b", ["bad-product: (b"]),
            ("Server: A: B", ["bad-product: : B"]), ("Authorization: Digest", ["bad-value: Digest"]),
            ("Authorization: Digest a=b=", ["bad-parameter: a=b="]),
            ("Authorization: Digest a=\"b", ["bad-parameter: a=\"b"]),
            ("WWW-Authenticate: Digest a=\"b\",", ["empty-list-item: ,"]), ("X Y: z", ["bad-field-name: X Y"]),
            (": z", ["bad-field-name: "]), ("Subject: a\r\nSubject: b", ["repeated-field: Subject"]),
            ("Content-Type: a/b\r\nc: a/b", ["repeated-field: c"]),
        ])
    func others(_ line: String, _ found: [String]) {
        #expect(inspect(request(with: line)) == found)
    }

    @Test("RFC 3261 section 8.1.1 and 20.15: what is missing")
    func missing() {
        #expect(inspect(request(with: "From: <sip:a@b>")) == ["missing-from-tag: <sip:a@b>"])
        #expect(inspect(request(with: "", body: "x")) == ["missing-content-type: x"])
        #expect(inspect(request(with: "Content-Type: text/plain", body: "x")) == [])
        let response = "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP a;branch=z9hG4bK1\r\nTo: <sip:a@b>;tag=1\r\nCall-ID: 1\r\n"
        let rest = "CSeq: 1 BYE\r\nFrom: <sip:a@b>;tag=2\r\n\r\n"
        #expect(inspect(Array((response + rest).utf8)) == [])
        #expect(inspect(Array((response + rest + "\r\n").utf8)) == [])
        let request = response.replacing("SIP/2.0 200 OK", with: "BYE sip:b SIP/2.0")
        #expect(inspect(Array((request + rest).utf8)) == ["missing-max-forwards: BYE sip:b"])
    }

    @Test(
        "RFC 3261 section 19.1.1: Request-URI",
        arguments: [
            ("sip:b@c?Subject=x", true), ("sip:2001:db8::10", true), ("sip:b%@c", true), ("sip:b@c;lr", false),
            ("tel:+15551234", false), ("sip:[2001:db8::10:5070]", false),
        ])
    func requestURI(_ uri: String, _ isBad: Bool) throws {
        let text = String(decoding: request(with: ""), as: UTF8.self).replacing(
            "sip:b@example.com SIP", with: "\(uri) SIP")
        let reading = try #require(TortureReading(Array(text.utf8)))
        #expect(reading.anomalies == (isBad ? ["bad-request-uri in start line"] : []))
    }

    @Test func saysNothingTwice() throws {
        var parser = MessageParser()
        let bytes = request(with: "To: \"A <sip:b@c>")
        guard case .message = parser.parse(bytes.span) else { return #expect(Bool(false)) }
        #expect(parser.message.anomalies.map(\.kind) == [.badAddress])
        var inspector = MessageInspector()
        #expect(inspector.inspect(parser.message, bytes.span).isEmpty)
    }
}
