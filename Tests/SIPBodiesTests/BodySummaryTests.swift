import SIPBodies
import SIPParsing
import Testing

@Suite("What a body says, in a line")
struct BodySummaryTests {
    @Test(
        "Bodies by their type",
        arguments: [
            (
                "application/sdp", "v=0\r\nc=IN IP4 192.0.2.1\r\nm=audio 4000 RTP/AVP 0\r\n",
                "application/sdp: audio 192.0.2.1:4000 PCMU sendrecv"
            ),
            ("application/sdp", "v=0\r\ns=-\r\n", "application/sdp: no media"),
            ("application/sdp", "hello", "application/sdp: unreadable, 5 bytes"),
            ("message/sipfrag;version=2.0", "SIP/2.0 603 Declined\r\n", "message/sipfrag: SIP/2.0 603 Declined"),
            ("message/sipfrag", "\r\nINVITE sip:a@b SIP/2.0\r\nTo: x", "message/sipfrag: INVITE sip:a@b SIP/2.0"),
            ("message/sipfrag", "From: a\r\nTo: b\r\n", "message/sipfrag: no start line; From, To"),
            ("message/sipfrag", "404 Not Found", "message/sipfrag: 13 bytes"),
            ("message/sip", "BYE sip:a@b SIP/2.0\r\nTo: x\r\n\r\n", "message/sip: BYE sip:a@b SIP/2.0"),
            ("message/sip", "From: a\r\nTo: b\r\n", "message/sip: 16 bytes"),
            ("Text/Plain", "  Hello, world \r\n", "text/plain: \"Hello, world\""),
            ("text/html;charset=utf-8", "<b>Grüße</b>", "text/html: \"<b>Grüße</b>\""),
            ("application/isup;version=itu-t92+", "\u{1}", "application/isup: 1 byte"),
            ("application/x-unknown", "abc", "application/x-unknown: 3 bytes"),
            ("nonsense", "abc", "unreadable content type: 3 bytes"),
            (
                "multipart/mixed;boundary=x", "--x\r\nContent-Type: a/b\r\n\r\n--x\r\n\r\nc\r\n--x--",
                "multipart/mixed: 2 parts: a/b, text/plain"
            ),
            ("multipart/mixed", "--x\r\n\r\n--x--", "multipart/mixed: 0 parts, 12 bytes"),
        ])
    func byType(type: String, body: String, expected: String) {
        #expect(summarize(type, Array(body.utf8))?.text == expected)
    }

    @Test(
        "A key that was pressed (application/dtmf-relay, application/dtmf)",
        arguments: [
            ("application/dtmf-relay", "Signal=5\r\nDuration=160\r\n", "signal 5, duration 160"),
            ("application/dtmf-relay", "Signal= *\nDuration= 250", "signal *, duration 250"),
            ("application/dtmf-relay", "SIGNAL=#", "signal #"), ("application/dtmf-relay", "Duration=9", "duration 9"),
            ("application/dtmf", "7\r\n", "signal 7"), ("application/dtmf", "\r\n", "empty"),
            ("application/dtmf-relay", "Signals=5", "signal Signals=5"),
        ])
    func dtmf(type: String, body: String, expected: String) {
        #expect(details(type, body) == expected)
    }

    @Test(
        "Messages that wait, RFC 3842 section 5.2",
        arguments: [
            (
                "Messages-Waiting: yes\r\nMessage-Account: sip:a@b\r\nVoice-Message: 2/8 (1/2)\r\n",
                "waiting yes, voice-message 2 new (1 urgent), 8 old (2 urgent)"
            ),
            ("messages-waiting : NO\r\n", "waiting no"),
            (
                "Messages-Waiting: yes\nVoice-Message: 4294967295/0\nFax-Message:1 / 2 ( 3 / 4 )",
                "waiting yes, voice-message 4294967295 new, 0 old, fax-message 1 new (3 urgent), 2 old (4 urgent)"
            ),
            ("Messages-Waiting: yes\r\nVoice-Message: 4294967296/0\r\n", "waiting yes"),
            ("Messages-Waiting: yes\r\nVoice-Message: 1/2 (3)\r\n", "waiting yes, voice-message 1 new, 2 old"),
            ("Messages-Waiting: yes\r\nVoice-Message: 1\r\nX: -1/2\r\n", "waiting yes"),
            // Behind the empty line stand header fields of the messages.
            (
                "Messages-Waiting: yes\r\nVoice-Message: 1/0\r\n\r\nFax-Message: 1/2",
                "waiting yes, voice-message 1 new, 0 old"
            ),
            ("Voice-Message: 1/2\r\n", "unreadable, 20 bytes"), ("yes", "unreadable, 3 bytes"),
        ])
    func messageWaiting(body: String, expected: String) {
        #expect(details("application/simple-message-summary", body) == expected)
    }

    @Test("Compressed and encoded bodies")
    func encoded() {
        let sdp = "v=0\r\nc=IN IP4 192.0.2.1\r\nm=audio 4000 RTP/AVP 0\r\n"
        let compressed = Compressor.compress(sdp, .gzip)
        let whole = summarize("application/sdp", compressed, fields: "Content-Encoding: gzip\r\n")
        #expect(whole?.details == "audio 192.0.2.1:4000 PCMU sendrecv (gzip)")
        #expect(whole?.anomalies.isEmpty == true)
        let cut = summarize("text/plain", compressed.dropLast(4), fields: "Content-Encoding: gzip\r\n")
        #expect(cut?.details.hasSuffix("(gzip, not whole)") == true)
        #expect(cut?.anomalies.map(\.kind) == [.badContentEncoding])
        let parts = Compressor.compress("--x\r\nContent-Type: a/b\r\n\r\n--x--", .zlib)
        let multipart = summarize("multipart/mixed;boundary=x", parts, fields: "e: deflate\r\n")
        #expect(multipart?.text == "multipart/mixed: 1 part: a/b (deflate)")
        #expect(multipart?.anomalies.isEmpty == true)
    }

    @Test("What is wrong inside of a compressed body is noted, each kind once, with the range of the whole body")
    func insideCompressed() throws {
        let bodies: [(type: String, body: String, kinds: [Anomaly.Kind])] = [
            ("multipart/mixed;boundary=x", "--x\r\na\r\n--x\r\nb\r\n--x", [.missingEmptyLine, .badMultipart]),
            ("multipart/mixed", "--x--", [.badMultipart]), ("text/xml", "<a>", [.badXML]), ("text/plain", "<a>", []),
        ]
        for (type, body, kinds) in bodies {
            let compressed = Compressor.compress(body, .gzip)
            let summary = try #require(summarize(type, compressed, fields: "Content-Encoding: gzip\r\n"))
            #expect(summary.anomalies.map(\.kind) == kinds)
            #expect(summary.anomalies.allSatisfy { $0.range.range.count == compressed.count })
            // Uncompressed, the reader of the message's bodies notes all but what is wrong with XML.
            let plain = try #require(summarize(type, Array(body.utf8)))
            #expect(plain.anomalies.map(\.kind) == kinds.filter { $0 == .badXML })
        }
    }

    @Test(
        "What only follows from the missing end of a decoded body is not noted",
        arguments: [
            ("text/xml", "<a><b/><c/></a>", .badXML),
            ("multipart/mixed;boundary=x", "--x\r\nContent-Type: a/b\r\n\r\nHello\r\n--x--", .badMultipart),
        ] as [(String, String, Anomaly.Kind)])
    func decodedInPart(type: String, body: String, kind: Anomaly.Kind) throws {
        func summary(_ bytes: [UInt8], limit: Int = 1_000) throws -> BodySummary {
            var limits = ParsingLimits()
            limits.expandedBodyBytes = limit
            return try #require(summarize(type, bytes, fields: "Content-Encoding: gzip\r\n", limits: limits))
        }
        let compressed = Compressor.compress(body, .gzip)
        #expect(try summary(compressed).anomalies.isEmpty)
        let cut = try summary(compressed, limit: body.utf8.count - 2)
        #expect(cut.anomalies.map(\.kind) == [.bodyExpandsTooFar])
        #expect(!cut.details.contains("not well-formed"))
        #expect(try summary(compressed.dropLast(11)).anomalies.map(\.kind) == [.badContentEncoding])
        // The same end missing from what was compressed is the sender's fault.
        let sent = try summary(Compressor.compress(String(body.dropLast(2)), .gzip))
        #expect(sent.anomalies.map(\.kind) == [kind])
    }

    @Test("All bodies of a message, in their order")
    func list() {
        let body =
            "--x\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n\r\n--x\r\n\r\nHi\r\n--x\r\nContent-Type: message/sipfrag"
            + "\r\n\r\nSIP/2.0 200 OK\r\nContent-Type: a/b\r\n\r\nbody\r\n--x\r\nContent-Type: multipart/mixed\r\n\r\n?\r\n--x--"
        let bytes = Array("INFO sip:a@b SIP/2.0\r\nContent-Type: multipart/mixed;boundary=x\r\n\r\n\(body)".utf8)
        var parser = MessageParser()
        _ = parser.parse(bytes.span)
        let texts = BodySummary.list(bytes.span, parser.message).map(\.text)
        #expect(
            texts == [
                "application/sdp: no media", "text/plain: \"Hi\"", "message/sipfrag: SIP/2.0 200 OK", "a/b: 4 bytes",
                "multipart/mixed: 0 parts, 1 byte",
            ])
    }

    @Test("A body without Content-Type, and no body")
    func untyped() {
        let texts = ["v=0\r\ns=-", "Hello", ""].map { body -> [String] in
            let bytes = Array("INFO sip:a@b SIP/2.0\r\nTo: x\r\n\r\n\(body)".utf8)
            var parser = MessageParser()
            _ = parser.parse(bytes.span)
            return BodySummary.list(bytes.span, parser.message).map(\.text)
        }
        #expect(texts == [["application/sdp: no media"], ["no content type: 5 bytes"], []])
    }

    private static let poison = "\u{1B}[31m\u{202E}evil\r\n\u{0}\u{200B}"

    @Test(
        "Whatever a body holds, the line is short and safe to show",
        arguments: [
            ("text/plain", poison), ("text/plain", String(repeating: "é", count: 100_000)),
            ("text/plain", "e" + String(repeating: "\u{301}", count: 100_000)),
            ("text/plain", String(repeating: "\u{202E}", count: 1_000)),
            ("application/sdp", "v=0\r\nc=IN IP4 \(poison)\r\nm=\(poison) 1 RTP/AVP \(poison)"),
            ("application/sdp", "v=0\r\n" + String(repeating: "m=audio 1 RTP/AVP 0\r\n", count: 1_000)),
            ("message/sipfrag", "SIP/2.0 200 \(poison)"), ("message/sipfrag", "From: x\r\n\(poison): y\r\n"),
            ("message/sip", "INVITE \(poison) SIP/2.0\r\n\r\n"),
            ("application/dtmf-relay", "Signal=\(poison)"), ("application/dtmf", poison),
            ("application/simple-message-summary", "Messages-Waiting: \(poison)\n\(poison): 1/2"),
            ("application/reginfo+xml", "<reginfo><registration aor='\u{202E}&#x9b;'/></reginfo>"),
            ("application/pidf+xml", "<presence><note>\u{202E}&#x85;&#xAD;</note></presence>"),
            ("application/dialog-info+xml", "<dialog-info entity='\u{202E}'/>"),
            ("application/x+xml", "<\u{200C}x/>"),
            ("application/\(String(repeating: "x", count: 10_000))", "y"),
        ])
    func hostile(type: String, body: String) throws {
        let summary = try #require(summarize(type, Array(body.utf8)))
        for text in [summary.text, summary.details, summary.type] {
            #expect(text.unicodeScalars.count <= BodySummary.longestText)
            let steering = text.unicodeScalars.filter {
                $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.properties.generalCategory == .format
            }
            #expect(steering.isEmpty, "\(text)")
        }
    }
}
