import SIPParsing
import Testing

@Suite("Messages: what correlation needs is read at once")
struct MessageParserTests {
    private let invite = """
        INVITE sip:bob@biloxi.example.com SIP/2.0\r
        v: SIP/2.0/UDP pc33.atlanta.example.com:5066;branch=z9hG4bK776asdhds;rport, SIP/2.0/TCP b.example.com\r
        Via: SIP/2.0/UDP c.example.com;branch=z9hG4bKc\r
        Max-Forwards: 70\r
        To: "Bob <;tag=no>" <sip:bob@biloxi.example.com;tag=wrong>\r
        From: Alice <sip:alice@atlanta.example.com>\r
         ;tag=1928301774\r
        i: a84b4c76e66710@pc33.atlanta.example.com\r
        CSeq: 314159 INVITE\r
        Content-Length: 4\r
        \r
        abcdEXTRA
        """

    @Test func request() throws {
        var parser = MessageParser()
        let bytes = Array(invite.utf8)
        guard case .message = parser.parse(bytes.span) else {
            Issue.record("not a message")
            return
        }
        let message = parser.message
        #expect(message.method == .invite)
        #expect(bytes.span.text(try #require(message.requestURI)) == "sip:bob@biloxi.example.com")
        #expect(bytes.span.text(try #require(message.branch)) == "z9hG4bK776asdhds")
        #expect(bytes.span.text(try #require(message.sentBy)) == "pc33.atlanta.example.com:5066")
        #expect(message.viaCount == 3)
        #expect(message.toTag == nil)
        #expect(bytes.span.text(try #require(message.fromTag)) == "1928301774")
        #expect(bytes.span.text(try #require(message.callID)) == "a84b4c76e66710@pc33.atlanta.example.com")
        #expect(message.cseqNumber == 314159)
        #expect(message.cseqMethod == .invite)
        #expect(bytes.span.text(message.body) == "abcd")
        #expect(message.anomalies.map(\.kind) == [.bytesAfterBody])
    }

    @Test(
        "Not SIP, and nothing at all",
        arguments: [
            ("HTTP/1.1 200 OK\r\n\r\n", false), ("GET / HTTP/1.1\r\nHost: x\r\n\r\n", false), ("\r\n\r\n", true),
            ("INVITE sip:a@b\r\n\r\nxxxxxxxx", false), ("SIP/2.0 abc OK\r\n\r\n", false), ("", true),
        ])
    func otherBytes(text: String, isKeepAlive: Bool) {
        var parser = MessageParser()
        switch parser.parse(Array(text.utf8).span) {
        case .message: Issue.record("taken for SIP: \(text)")
        case .keepAlive: #expect(isKeepAlive)
        case .notSIP: #expect(!isKeepAlive)
        }
    }

    @Test(
        "Departures are noted and read past",
        arguments: [
            ("SIP/2.0  200  OK\r\n", Anomaly.Kind.startLineSpacing), ("SIP/2.0 099 Odd\r\n", .statusOutOfRange),
            ("BYE sip:a@b SIP/2.0 \r\n\r\n", .startLineSpacing), ("BYE <sip:a@b> SIP/2.0\r\n\r\n", .badRequestURI),
            ("BYE sip:a@b; lr SIP/2.0\r\n\r\n", .badRequestURI), ("BYE sip:a@b?x=y SIP/2.0\r\n\r\n", .badRequestURI),
            ("SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP a,,SIP/2.0/UDP b\r\n\r\n", .badVia),
            ("SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP ;branch=1\r\n\r\n", .badVia),
            ("SIP/2.0 200 OK\r\nTo: \"Bob <sip:a@b>\r\n\r\n", .badAddress),
            ("SIP/2.0 200 OK\r\nFrom: <sip:a@b;tag=1\r\n\r\n", .badAddress),
            ("SIP/3.0 200 OK\r\n", .otherVersion), ("SIP/2.0 200 OK\nTo: <sip:a@b>\n\n", .bareLineFeed),
            ("SIP/2.0 200 OK\r\nContent-Length: 9\r\n\r\nabc", .shortBody),
            ("SIP/2.0 200 OK\r\nContent-Length: x\r\n\r\nabc", .badContentLength),
            ("SIP/2.0 200 OK\r\nCSeq: 99999999999 INVITE\r\n\r\n", .badCSeq),
            ("SIP/2.0 200 OK\r\nno colon here\r\n\r\n", .lineWithoutColon),
            ("BYE sip:a@b SIP/2.0\r\nCSeq: 1 INVITE\r\n\r\n", .cseqMethodMismatch),
            ("BYE sip:a@b SIP/2.0\r\nTo: <sip:a@b>\r\nTo: <sip:c@d>\r\n\r\n", .repeatedField),
        ] as [(String, Anomaly.Kind)])
    func anomalies(text: String, kind: Anomaly.Kind) {
        var parser = MessageParser()
        guard case .message = parser.parse(Array(text.utf8).span) else {
            Issue.record("not a message")
            return
        }
        #expect(parser.message.anomalies.contains { $0.kind == kind })
    }

    @Test(
        "What looks like a departure and is none",
        arguments: [
            ("SIP/2.0 100 ", "Via: SIP/2.0/UDP a"), ("SIP/2.0 200 OK ", "Via: SIP / 2.0 / UDP a , SIP/2.0/TCP b"),
            ("BYE sip:crazy?x@b SIP/2.0", "v: SIP/2.0/UDP a;x=\"1,,2\""),
            ("BYE http://a?b SIP/2.0", "VIA :SIP/2.0/UDP a"),
        ])
    func noAnomaly(startLine: String, via: String) throws {
        let fields = "\(via)\r\nf: \"<\\\"\" <sip:a@b>\r\nt: sip:a@b\r\ni: 1\r\nCSeq: 1 BYE\r\n"
        let message = try #require(parse("\(startLine)\r\n\(fields)\r\n")).message
        #expect(message.anomalies.filter(\.kind.isError).isEmpty)
    }

    @Test("An unclosed quote hides no tag, RFC 4475 section 3.1.2.6")
    func unclosedQuote() throws {
        let (message, bytes) = try #require(parse("SIP/2.0 200 OK\r\nTo: \"Bob <sip:a@b;tag=1>;tag=2\r\n\r\n"))
        let tag = message.toTag.map { bytes.span.text($0) }
        #expect(tag == "2")
    }

    @Test("Empty Via values are no hops, RFC 4475 section 3.1.2.1")
    func emptyVias() throws {
        let (message, bytes) = try #require(parse("SIP/2.0 200 OK\r\nVia: ,;;,SIP/2.0/UDP a;branch=1,\r\n\r\n"))
        let branch = message.branch.map { bytes.span.text($0) }
        #expect(message.viaCount == 1)
        #expect(branch == "1")
    }

    @Test(
        "Every compact form means its long one, RFC 3261 section 7.3.3",
        arguments: HeaderName.allCases.filter { $0 != .other })
    func compactForms(name: HeaderName) throws {
        let spellings =
            [name.rawValue, name.rawValue.uppercased(), name.rawValue.lowercased(), name.rawValue + " \t"]
            + (name.compactForm.map { [String($0), String($0).uppercased()] } ?? [])
        for spelling in spellings {
            let fields = try #require(parse("SIP/2.0 200 OK\r\n\(spelling): x\r\n\r\n")).message.fields
            #expect(fields.map(\.name) == [name], "\(spelling)")
        }
        for near in [name.rawValue + "x", "x" + name.rawValue, String(name.rawValue.dropLast()) + "\r", "z"] {
            let fields = try #require(parse("SIP/2.0 200 OK\r\n\(near): x\r\n\r\n")).message.fields
            #expect(fields.map(\.name) == [.other], "\(near)")
        }
    }

    @Test func everyPrefixOfAMessageIsSafe() {
        var parser = MessageParser()
        let bytes = Array(invite.utf8)
        for end in 0...bytes.count {
            if case .message = parser.parse(bytes.span.extracting(0..<end)) {
                #expect(parser.message.extent.range.upperBound <= end)
                #expect(parser.message.fields.allSatisfy { $0.value.range.upperBound <= end })
            }
        }
    }

    @Test func methodsRoundTrip() {
        for method in Method.allCases where method != .other {
            let bytes = Array("\(method.name) sip:a@b SIP/2.0\r\n\r\n".utf8)
            var parser = MessageParser()
            _ = parser.parse(bytes.span)
            #expect(parser.message.method == method)
        }
    }
}
