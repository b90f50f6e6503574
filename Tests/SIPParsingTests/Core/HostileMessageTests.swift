import SIPParsing
import Testing

/// Messages that somebody made to break a parser: each is read as far as it goes, and what is wrong with it is named.
@Suite("Hostile messages are read as far as they go")
struct HostileMessageTests {
    /// A message with all fields that it needs; `lines` come behind them.
    private static func message(
        _ startLine: String = "BYE sip:a@b SIP/2.0", via: String = "SIP/2.0/UDP a;branch=z9hG4bK1",
        cseq: String = "CSeq: 1 BYE", lines: [String] = [], end: String = "\r\n", body: String = ""
    ) -> String {
        let fields = ["Via: \(via)", "From: <sip:a@b>;tag=1", "To: <sip:c@d>;tag=2", "Call-ID: 1@a", cseq]
        return ([startLine] + fields + lines + ["", body]).joined(separator: end)
    }

    private static let missingFields: [Anomaly.Kind] = [
        .missingVia, .missingFrom, .missingTo, .missingCallID, .missingCSeq,
    ]

    private func read(_ text: String) -> (message: Message, bytes: [UInt8])? {
        read(Array(text.utf8))
    }

    private func read(_ bytes: [UInt8]) -> (message: Message, bytes: [UInt8])? {
        var parser = MessageParser()
        guard case .message = parser.parse(bytes.span) else { return nil }
        return (parser.message, bytes)
    }

    private func kinds(_ text: String) throws -> [Anomaly.Kind] {
        try #require(read(text)).message.anomalies.map(\.kind)
    }

    @Test("A message that lacks nothing has no anomaly")
    func nothingWrong() throws {
        #expect(try kinds(Self.message()).isEmpty)
        #expect(try kinds("\r\n\r\n\0" + Self.message(lines: ["Subject: Gr\u{FC}\u{DF}e\tan alle", "X : y "])).isEmpty)
    }

    @Test(
        "Line ends (RFC 3261 section 7)",
        arguments: [
            ("\n", [Anomaly.Kind.bareLineFeed]), ("\r", [.bareCarriageReturn]), ("\r\n", []),
            ("\r\r\n", [.bareCarriageReturn]),
        ])
    func lineEnds(end: String, expected: [Anomaly.Kind]) throws {
        let text = Self.message(lines: ["Subject: x", " folded", "Content-Length: 4"], end: end, body: "body")
        let (message, bytes) = try #require(read(text))
        #expect(message.anomalies.map(\.kind) == expected)
        #expect(message.fields.map(\.name) == [.via, .from, .to, .callID, .cSeq, .subject, .contentLength])
        #expect(message.cseqMethod == .bye)
        #expect(bytes.span.text(message.body) == "body")
    }

    @Test("Line ends of all kinds in one message")
    func mixedLineEnds() throws {
        let text =
            "BYE sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP a;branch=z9hG4bK1\nFrom: <sip:a@b>;tag=1\rTo: <sip:c@d>\r\n"
            + "Call-ID: 1\rCSeq: 1 BYE\n\rrest"
        let (message, bytes) = try #require(read(text))
        #expect(message.fields.map(\.name) == [.via, .from, .to, .callID, .cSeq])
        #expect(Set(message.anomalies.map(\.kind)) == [.bareLineFeed, .bareCarriageReturn])
        #expect(bytes.span.text(message.body) == "rest")
    }

    @Test("Where the body ends, the transport says (section 18.3, RFC 7118 section 5)")
    func framings() throws {
        let text = Self.message(lines: ["Content-Type: a/b", "Content-Length: 2"], body: "1234")
        let bytes = Array(text.utf8)
        var parser = MessageParser()
        for (framing, count, kinds) in [
            (MessageFraming.datagram, 2, [Anomaly.Kind.bytesAfterBody]), (.webSocket, 2, [.bytesAfterBody]),
            (.stream, 4, []),
        ] {
            guard case .message = parser.parse(bytes.span, framing: framing) else {
                Issue.record("not a message")
                continue
            }
            #expect(parser.message.body.count == count)
            #expect(parser.message.anomalies.map(\.kind) == kinds)
        }
        parser.add([Anomaly(kind: .shortBody, range: .empty), Anomaly(kind: .shortBody, range: .empty)])
        #expect(parser.message.anomalies.map(\.kind) == [.shortBody])
    }

    @Test("A CR inside of a value ends no line")
    func carriageReturnInValue() throws {
        let (message, bytes) = try #require(read(Self.message(lines: ["Subject: a\rb", "Expires: 1"])))
        #expect(message.anomalies.map(\.kind) == [.bareCarriageReturn])
        #expect(message.first(.subject).map { bytes.span.text($0) } == "a\rb")
        #expect(message.first(.expires) != nil)
    }

    @Test("No empty line, and nothing at all behind the start line")
    func missingEnd() throws {
        let cut = String(Self.message(lines: ["Subject: x"]).dropLast(1))
        #expect(try kinds(cut) == [.missingEmptyLine])
        #expect(try kinds("BYE sip:a@b SIP/2.0\r\n") == [.missingEmptyLine] + Self.missingFields)
    }

    @Test("Ten thousand folds, and a fold at the end (section 7.3.1)")
    func folds() throws {
        let folded = "Subject: x" + String(repeating: "\r\n y", count: 10_000)
        let (message, _) = try #require(read(Self.message(lines: [folded, "Expires: 1"])))
        #expect(message.anomalies.isEmpty)
        #expect(message.first(.subject)?.count == 40_001)
        #expect(message.first(.expires) != nil)
        #expect(try kinds(Self.message(lines: ["Subject: x", " "]) + "").isEmpty)
        #expect(try kinds("BYE sip:a@b SIP/2.0\r\nSubject: x\r\n ") == [.missingEmptyLine] + Self.missingFields)
    }

    @Test("Names and values that are empty or of 64 KB")
    func extremeFields() throws {
        let long = String(repeating: "x", count: 1 << 16)
        let (message, _) = try #require(read(Self.message(lines: [": empty", "\(long): 1", "Subject: \(long)", "k:"])))
        #expect(message.fields.count == 9)
        #expect(message.anomalies.map(\.kind) == [.lineTooLong, .lineTooLong])
        #expect(message.first(.subject)?.count == 65_527)
        #expect(message.first(.supported)?.isEmpty == true)
        #expect(try kinds(Self.message(lines: ["Subject: \(long.dropLast(16))"])).isEmpty)
    }

    @Test("More header fields than are kept")
    func manyFields() throws {
        let (message, _) = try #require(read(Self.message(lines: Array(repeating: "X: y", count: 10_000))))
        #expect(message.fields.count == 512)
        #expect(message.anomalies.map(\.kind) == [.tooManyFields])
        #expect(try kinds(Self.message(lines: Array(repeating: "X: y", count: 507))).isEmpty)
    }

    @Test(
        "Bytes that no header field holds (section 25.1)",
        arguments: [
            ([UInt8(0)], [Anomaly.Kind.controlByte]), ([27, 91, 51, 49, 109], [.controlByte]), ([127], [.controlByte]),
            ([0xFF], [.invalidUTF8]), ([0xC0, 0x80], [.invalidUTF8]), ([0xED, 0xA0, 0x80], [.invalidUTF8]),
            ([0xF4, 0x90, 0x80, 0x80], [.invalidUTF8]), ([0xE2, 0x82], [.invalidUTF8]),
            ([0xE2, 0x80, 0xAE], [.bidirectionalControl]),
            (
                [0xE2, 0x81, 0xA6, 1, 0xFE],
                [
                    .bidirectionalControl, .controlByte, .invalidUTF8,
                ]
            ),
            ([0xC3, 0xBC], []), ([0xF0, 0x9F, 0x93, 0x9E], []), ([9], []),
        ] as [([UInt8], [Anomaly.Kind])])
    func oddBytes(odd: [UInt8], expected: [Anomaly.Kind]) throws {
        let parts = Self.message(lines: ["Subject: a#b", "Expires: 1"]).split(separator: "#").map { Array($0.utf8) }
        let (message, _) = try #require(read(parts[0] + odd + parts[1]))
        #expect(message.anomalies.map(\.kind) == expected)
        #expect(message.anomalies.allSatisfy { $0.range.range.lowerBound >= parts[0].count })
        #expect(message.fields.count == 7)
    }

    @Test(
        "Content-Length (section 20.14)",
        arguments: [
            ("-1", Anomaly.Kind.badContentLength), ("+5", .badContentLength), ("0x5", .badContentLength),
            ("5,5", .badContentLength), ("5 5", .badContentLength), ("", .badContentLength),
            ("2147483648", .shortBody), ("4294967301", .shortBody),
            ("18446744073709551616", .badContentLength), (String(repeating: "9", count: 30), .badContentLength),
            ("6", .shortBody), ("4", .bytesAfterBody), ("5", nil), ("0000000005", nil),
            ("5\r\nContent-Length: 4", .conflictingContentLength), ("5\r\nl: 5", .repeatedField),
        ] as [(String, Anomaly.Kind?)])
    func contentLength(value: String, expected: Anomaly.Kind?) throws {
        let text = Self.message(lines: ["Content-Type: a/b", "Content-Length: \(value)"], body: "12345")
        let (message, _) = try #require(read(text))
        #expect(message.anomalies.map(\.kind) == (expected.map { [$0] } ?? []))
        #expect(message.body.count == (value == "4" ? 4 : 5))
    }

    @Test(
        "CSeq (sections 8.1.1.5 and 20.16)",
        arguments: [
            ("-1 BYE", Anomaly.Kind.badCSeq, nil), ("2147483647 BYE", nil, 2_147_483_647),
            ("2147483648 BYE", .cseqOutOfRange, 2_147_483_648), ("4294967296 BYE", .badCSeq, nil),
            ("18446744073709551617 BYE", .badCSeq, nil), ("1", .badCSeq, nil), ("1BYE", .badCSeq, nil),
            ("1 INVITE", .cseqMethodMismatch, 1), ("1 bye", .cseqMethodMismatch, 1), ("", .badCSeq, nil),
            ("1 " + String(repeating: "M", count: 5_000), .cseqMethodMismatch, 1), ("1\r\n BYE", nil, 1),
            ("1 BYE x: 0", .badCSeq, 1), ("1 /BYE", .badCSeq, 1),
        ] as [(String, Anomaly.Kind?, UInt32?)])
    func cseq(value: String, expected: Anomaly.Kind?, number: UInt32?) throws {
        let (message, _) = try #require(read(Self.message(cseq: "CSeq: \(value)")))
        let first = message.anomalies.first?.kind
        #expect(first == expected)
        #expect(message.cseqNumber == number)
    }

    @Test("A method that is not registered compares by its text")
    func unknownMethods() throws {
        #expect(try kinds(Self.message("DANCE sip:a@b SIP/2.0", cseq: "CSeq: 1 DANCE")).isEmpty)
        #expect(try kinds(Self.message("DANCE sip:a@b SIP/2.0", cseq: "CSeq: 1 SING")) == [.cseqMethodMismatch])
    }

    @Test(
        "Status lines (section 7.2)",
        arguments: [
            ("SIP/2.0 20 OK", Anomaly.Kind.statusOutOfRange, 0), ("SIP/2.0 0200 OK", .statusOutOfRange, 0),
            ("SIP/2.0 099 Odd", .statusOutOfRange, 99), ("SIP/2.0 700 Odd", .statusOutOfRange, 700),
            ("SIP/2.0 20", .statusOutOfRange, 0), ("SIP/2.0 99999999999999999999999 Odd", .statusOutOfRange, 0),
            ("SIP/2.0\t200 OK", .startLineSpacing, 200), ("SIP/2.00 200 OK", .otherVersion, 200),
            ("SIP/10.0 200 OK", .otherVersion, 200), ("sip/2.0 200 OK", nil, 200), ("SIP/2.0 200 ", nil, 200),
            ("SIP/2.0 200", nil, 200), ("SIP/2.0 699 \u{FC}", nil, 699),
        ] as [(String, Anomaly.Kind?, UInt16)])
    func status(line: String, expected: Anomaly.Kind?, status: UInt16) throws {
        let (message, _) = try #require(read(Self.message(line)))
        #expect(message.anomalies.map(\.kind) == (expected.map { [$0] } ?? []))
        #expect(message.status == status)
    }

    @Test(
        "Branches (section 8.1.1.7)",
        arguments: [
            ("", Anomaly.Kind.missingBranch), (";branch=", .emptyBranch), (";branch=z9hG4bK", .emptyBranch),
            (";branch=1", .branchWithoutCookie), (";branch=x9hG4bK1", .branchWithoutCookie),
            (";branch=z9hG4bK1", nil), (" ; BRANCH = Z9HG4BK1", nil), (";received=x;branch=z9hG4bK-1;rport", nil),
        ] as [(String, Anomaly.Kind?)])
    func branches(parameters: String, expected: Anomaly.Kind?) throws {
        #expect(try kinds(Self.message(via: "SIP/2.0/UDP a" + parameters)) == (expected.map { [$0] } ?? []))
    }

    @Test(
        "A tag ends where no token goes on (section 19.3)",
        arguments: [
            (";tag=1", "1"), (";tag=1\r\"Via: x", "1"), (";tag=1 y", "1"), (";tag = \"1 2\" ;x", "1 2"), (";tag=", ""),
            (";tag=1\r\n ;x=2", "1"), (";x=\";tag=2\";tag=1", "1"), (";tags=2;tag=1@b=", "1@b="), (";x", nil),
        ] as [(String, String?)])
    func tags(parameters: String, expected: String?) throws {
        let (message, bytes) = try #require(read("SIP/2.0 200 OK\r\nTo: <sip:a@b>\(parameters)\r\n\r\n"))
        let tag = message.toTag.map { bytes.span.text($0) }
        #expect(tag == expected)
    }

    @Test("A hundred Vias in one field, and ten thousand commas")
    func manyVias() throws {
        let hundred = Array(repeating: "SIP/2.0/UDP a;branch=z9hG4bK1", count: 100).joined(separator: ",")
        #expect(try #require(read(Self.message(via: hundred))).message.viaCount == 100)
        let (message, _) = try #require(read(Self.message(via: String(repeating: ",", count: 10_000))))
        #expect(message.viaCount == 0)
        #expect(message.anomalies.count { $0.kind == .badVia } == 8)
        let fields = Array(repeating: "Via: SIP/2.0/UDP a;branch=z9hG4bK1", count: 99)
        #expect(try #require(read(Self.message(lines: fields))).message.viaCount == 100)
        #expect(try kinds(Self.message(via: "SIP/2.0/UDP a;branch=z9hG4bK1,")) == [.badVia])
        #expect(try kinds(Self.message(via: "")) == [.badVia, .missingVia])
    }

    @Test(
        "Values that never close",
        arguments: ["\"", "<", "(", "\\", ";", "\"<", "\";", "<\"", "\\\""])
    func unclosed(text: String) throws {
        let long = String(repeating: text, count: 30_000)
        let (message, _) = try #require(read("BYE sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP \(long)\r\nTo: \(long)\r\n\r\n"))
        #expect(message.fields.count == 2)
        #expect(message.to?.count ?? 0 > 29_000)
    }

    @Test(
        "A damaged first line over sound header fields",
        arguments: [
            ("SIP/2.0 1e2 x", nil, "SIP/2.0 1e2 x"), ("SIP/2.0 -1 OK", nil, "SIP/2.0 -1 OK"),
            ("SIP/2.0 +200 OK", nil, "SIP/2.0 +200 OK"), ("SIP/2.0 0x200 OK", nil, "SIP/2.0 0x200 OK"),
            ("SIP/2.0 200OK", nil, "SIP/2.0 200OK"), ("SIP/2.0 OK", nil, "SIP/2.0 OK"),
            ("SIP/2 200 OK", nil, "SIP/2 200 OK"),
            ("B\0YE sip:a@b SIP/2.0", "B", "\0YE sip:a@b SIP/2.0"),
            ("BYE sip:a@b SIP/2.0\0", "BYE", "sip:a@b SIP/2.0\0"),
            ("BYE sip:a@b", "BYE", "sip:a@b"),
            ("BYE sip:a@b SIP2.0", "BYE", "sip:a@b SIP2.0"), ("(BYE) sip:a@b SIP/2.0", "", "(BYE) sip:a@b SIP/2.0"),
        ] as [(String, String?, String)])
    func damagedStartLine(line: String, method: String?, rest: String) throws {
        let (message, bytes) = try #require(read(Self.message(line)))
        #expect(message.anomalies.first?.kind == .badStartLine)
        #expect(message.callID.map { bytes.span.text($0) } == "1@a")
        switch message.startLine {
        case .request(_, let name, let uri):
            #expect(bytes.span.text(name) == method)
            #expect(bytes.span.text(uri) == rest)
        case .response(let status, let reason):
            #expect(method == nil && status == 0)
            #expect(bytes.span.text(reason) == rest)
        }
    }

    @Test("A CR inside of the start line leaves a message a message")
    func returnInStartLine() throws {
        let (message, _) = try #require(read("B \r SIP/2.0\r\nX: 1\r\n\r\n"))
        #expect(message.method == .other)
        #expect(message.fields.count == 1 && message.extent.count == 21)
    }

    @Test("A damaged first line over header fields that end in CR")
    func damagedStartLineAndReturns() throws {
        let (message, _) = try #require(read("I m SIP/2.0\ra\nCall-ID: 1\nCSeq: 8 T\rX: 1\nV: SIP/2.0/UDP a\r"))
        #expect(message.anomalies.first?.kind == .badStartLine)
        #expect(message.fields.count == 4)
        #expect(message.extent.count == 57)
    }

    @Test(
        "What is no SIP message at all",
        arguments: [
            "HTTP/1.1 200 OK", "GET / HTTP/1.1", "", "\u{1}\u{2} sip:a@b SIP/2.0",
            "0\u{1}\u{2}\u{3}\u{4}\u{5}BYE sip:a@b SIP/2.0",
        ])
    func otherProtocols(line: String) {
        #expect(read("\(line)\r\nCSeq: 1 BYE\r\nHost: x\r\n\r\n") == nil)
    }

    @Test("A message longer than what is kept of one")
    func tooLong() throws {
        let long = Self.message(lines: ["Content-Length: 2000000"], body: String(repeating: "x", count: 2_000_000))
        let (message, _) = try #require(read(long))
        #expect(message.anomalies.map(\.kind) == [.shortBody, .messageTooLong])
        #expect(message.extent.count == 1 << 20)
    }

    @Test("What is wrong with one field does not hide what is wrong with another")
    func manyOfOneKind() throws {
        let text = Self.message(lines: Array(repeating: "no colon", count: 100) + ["Content-Length: 99"])
        #expect(Set(try kinds(text)) == [.lineWithoutColon, .shortBody])
    }

    @Test("A good value behind a bad one is a second one")
    func badBeforeGood() throws {
        #expect(try kinds(Self.message(cseq: "CSeq: x\r\nCSeq: 1 BYE")) == [.badCSeq, .repeatedField])
        let lengths = Self.message(lines: ["Content-Length: x", "Content-Length: 0"])
        #expect(try kinds(lengths) == [.badContentLength, .conflictingContentLength])
    }

    @Test(
        "Control bytes, and what is no UTF-8, wherever they stand",
        arguments: [
            "BYE# sip:a@b SIP/2.0", "BYE sip:#a@b SIP/2.0", "SIP/2.0 200 O#K", "Call-ID#: 1", "Call-I#D: 1", "X: #",
            "#X: 1",
            "From: <sip:a@b>;tag=#1", "From: \"#\" <sip:a@b>;tag=1", "Via: SIP/2.0/UDP a;branch=z9hG4bK#1",
            "CSeq: 1# BYE",
            "Content-Length: 0#", "X: 1\r\n #",
        ])
    func oddBytesAnywhere(line: String) throws {
        let isStartLine = line.hasPrefix("BYE") || line.hasPrefix("SIP")
        let text = isStartLine ? Self.message(line) : Self.message(lines: [line])
        let parts = text.split(separator: "#", maxSplits: 1).map { Array($0.utf8) }
        for (odd, kind) in [
            ([UInt8(0)], Anomaly.Kind.controlByte), ([27], .controlByte), ([0xFE], .invalidUTF8),
            ([0xC2, 0x9B], .controlByte), ([0xE2, 0x80, 0xAE], .bidirectionalControl),
        ] {
            let (message, _) = try #require(read(parts[0] + odd + parts[1]), "\(odd)")
            #expect(message.anomalies.contains { $0.kind == kind }, "\(odd)")
            #expect(message.cseqNumber == 1 && message.callID != nil)
        }
    }

    @Test("A fold right behind the start line is none, and parts of 64 KB")
    func startLineExtremes() throws {
        let (message, _) = try #require(read("BYE sip:a@b SIP/2.0\r\n Via: SIP/2.0/UDP a\r\n\r\n"))
        #expect(message.viaCount == 1)
        let long = String(repeating: "x", count: 1 << 16)
        for line in ["\(long) sip:a@b SIP/2.0", "BYE sip:\(long)@b SIP/2.0", "SIP/2.0 200 \(long)"] {
            #expect(try kinds(Self.message(line, cseq: "CSeq: 1 BYE")).contains(.lineTooLong))
        }
    }

    @Test("Half a megabyte of lines or folds that end in CR", arguments: ["a:\r", "\r ", "\r\ta:", "a\r"])
    func manyReturns(piece: String) throws {
        let many = String(repeating: piece, count: 200_000)
        let (message, _) = try #require(read("BYE sip:a@b SIP/2.0\rTo: <sip:a@b>\r\(many)\rX: 1\r\r"))
        #expect(message.to != nil && message.anomalies.count < 20)
    }

    @Test("A lone CR at the start of a line is the empty line")
    func emptyLineOfReturn() throws {
        let text = "BYE sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP a;branch=z9hG4bK1\r\nl: 3\r\n\rabc"
        let (message, bytes) = try #require(read(text))
        #expect(bytes.span.text(message.body) == "abc")
    }

    @Test("After bytes that are none, a parser holds nothing of the message before")
    func nothingStale() throws {
        var parser = MessageParser()
        for bytes in [Array(Self.message(lines: ["no colon"], body: "x").utf8), Array("GET / HTTP/1.1\r\n\r\n".utf8)] {
            _ = parser.parse(bytes.span)
        }
        #expect(parser.message.fields.isEmpty && parser.message.anomalies.isEmpty && parser.message.extent.isEmpty)
        #expect(parser.message.requestURI == nil && parser.message.callID == nil)
    }
}
