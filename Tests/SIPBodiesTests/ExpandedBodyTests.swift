import SIPBodies
import SIPParsing
import Testing

@Suite("Expanding compressed bodies (RFC 3261 section 20.12)")
struct ExpandedBodyTests {
    private static let text = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nm=audio 4000 RTP/AVP 0 8 101\r\n"

    /// Expands bytes that stand between others.
    private func expand(
        _ body: [UInt8], _ encodings: [String], limits: ParsingLimits = .standard
    ) -> (bytes: [UInt8], text: String, anomalies: [Anomaly.Kind]) {
        let bytes = Array("\r\n".utf8) + body + Array("tail".utf8)
        let content = ByteRange(2..<(2 + body.count))
        let expanded = ExpandedBody(bytes.span, content: content, encodings: encodings, limits: limits)
        #expect(expanded.isWhole == expanded.anomalies.isEmpty)
        #expect(expanded.anomalies.allSatisfy { $0.range == content })
        return (expanded.bytes, String(decoding: expanded.bytes, as: UTF8.self), expanded.anomalies.map(\.kind))
    }

    @Test(
        "Codings that are known",
        arguments: [
            (["gzip"], .gzip), (["x-gzip"], .gzip), (["deflate"], .zlib), (["deflate"], .none),
            (["identity", "gzip", "identity"], .gzip),
        ] as [([String], Compressor.Wrapper)])
    func known(encodings: [String], wrapper: Compressor.Wrapper) {
        let expanded = expand(Compressor.compress(Self.text, wrapper), encodings)
        #expect(expanded.text == Self.text)
        #expect(expanded.anomalies.isEmpty)
    }

    @Test(
        "Codings that are not known, or not what the bytes are, leave the bytes as they are",
        arguments: [["compress"], ["br"], ["gzip"], ["deflate"], [""], ["gzip;q=1"], ["tar", "identity"]])
    func unknown(encodings: [String]) {
        let expanded = expand(Array(Self.text.utf8), encodings)
        #expect(expanded.text == Self.text)
        #expect(expanded.anomalies == [.badContentEncoding])
    }

    @Test("gzip is not deflate", arguments: [("gzip", .zlib), ("deflate", .gzip)] as [(String, Compressor.Wrapper)])
    func mixedUp(encoding: String, wrapper: Compressor.Wrapper) {
        let body = Compressor.compress(Self.text, wrapper)
        let expanded = expand(body, [encoding])
        #expect(expanded.bytes == body)
        #expect(expanded.anomalies == [.badContentEncoding])
    }

    @Test("Nothing to undo")
    func identity() {
        #expect(expand(Array(Self.text.utf8), []).text == Self.text)
        #expect(expand(Array(Self.text.utf8), ["identity"]).anomalies.isEmpty)
    }

    @Test("An empty body is empty, whatever its coding", arguments: ["gzip", "deflate", "identity", "br"])
    func empty(encoding: String) {
        let expanded = expand([], [encoding])
        #expect(expanded.bytes.isEmpty)
        #expect(expanded.anomalies.isEmpty)
    }

    @Test("Several codings are undone from the last to the first, as far as the limit", arguments: [2, 8, 9])
    func several(count: Int) {
        var body = Array(Self.text.utf8)
        var encodings: [String] = []
        for index in 0..<count {
            body = Compressor.compress(body, index % 2 == 0 ? .gzip : .zlib)
            encodings.append(index % 2 == 0 ? "gzip" : "deflate")
        }
        let expanded = expand(body, encodings)
        #expect((expanded.text == Self.text) == (count <= 8))
        #expect(expanded.anomalies == (count <= 8 ? [] : [.badContentEncoding]))
        if count == 2 { #expect(expand(body, encodings.reversed()).anomalies.first == .badContentEncoding) }
    }

    @Test("A coding that is not known ends the undoing, what came out before is kept")
    func unknownInside() {
        let expanded = expand(Compressor.compress(Self.text, .gzip), ["br", "gzip"])
        #expect(expanded.text == Self.text)
        #expect(expanded.anomalies == [.badContentEncoding])
    }

    @Test("Several members of a gzip file follow one another, RFC 1952 section 2.2")
    func members() {
        let body = Compressor.compress("one ", .gzip) + Compressor.compress("two", .gzip)
        let expanded = expand(body, ["gzip"])
        #expect(expanded.text == "one two")
        #expect(expanded.anomalies.isEmpty)
    }

    @Test(
        "Bytes behind the end are noted",
        arguments: [("gzip", .gzip), ("deflate", .zlib), ("deflate", .none)]
            as [(String, Compressor.Wrapper)])
    func garbageBehind(encoding: String, wrapper: Compressor.Wrapper) {
        for garbage in ["x", "\r\n", "\0\0", "\u{1F}"] {
            let expanded = expand(Compressor.compress(Self.text, wrapper) + Array(garbage.utf8), [encoding])
            #expect(expanded.text == Self.text)
            #expect(expanded.anomalies == [.badContentEncoding])
        }
    }

    @Test(
        "A checksum that is wrong is noted, all is kept",
        arguments: [("gzip", .gzip, 8), ("deflate", .zlib, 1)]
            as [(String, Compressor.Wrapper, Int)])
    func wrongChecksum(encoding: String, wrapper: Compressor.Wrapper, fromEnd: Int) {
        var body = Compressor.compress(Self.text, wrapper)
        body[body.count - fromEnd] ^= 1
        let expanded = expand(body, [encoding])
        #expect(expanded.text == Self.text)
        #expect(expanded.anomalies == [.badContentEncoding])
    }

    @Test(
        "What is cut off gives its beginning",
        arguments: [("gzip", .gzip), ("deflate", .zlib), ("deflate", .none)]
            as [(String, Compressor.Wrapper)])
    func truncated(encoding: String, wrapper: Compressor.Wrapper) {
        let whole = Compressor.compress(Self.text, wrapper)
        for count in 1..<whole.count {
            let expanded = expand(Array(whole.prefix(count)), [encoding])
            #expect(expanded.anomalies == [.badContentEncoding])
            let isBeginning = Self.text.utf8.starts(with: expanded.bytes)
            #expect(isBeginning || expanded.bytes == Array(whole.prefix(count)))
        }
        let most = expand(Array(whole.dropLast(9)), [encoding])
        #expect(most.bytes.count > 20)
    }

    @Test(
        "Ten megabytes of zeros",
        arguments: [("gzip", .gzip), ("deflate", .zlib), ("deflate", .none)]
            as [(String, Compressor.Wrapper)])
    func bomb(encoding: String, wrapper: Compressor.Wrapper) {
        let body = Compressor.compress([UInt8](repeating: 0, count: 10_000_000), wrapper)
        let expanded = expand(body, [encoding])
        #expect(expanded.bytes.count == min(1 << 20, body.count * 100))
        #expect(expanded.bytes.allSatisfy { $0 == 0 })
        #expect(expanded.anomalies == [.bodyExpandsTooFar])
    }

    @Test("A bomb inside of a bomb grows no further than one")
    func nestedBomb() {
        let inner = Compressor.compress([UInt8](repeating: 0, count: 10_000_000), .gzip)
        let body = Compressor.compress(inner + [UInt8](repeating: 0, count: 1_000), .gzip)
        let expanded = expand(body, ["gzip", "gzip"])
        #expect(expanded.bytes.count <= body.count * 100)
        #expect(expanded.anomalies.contains(.bodyExpandsTooFar))
    }

    @Test(
        "Exactly as much as may be kept, and one byte more",
        arguments: [(1_000, []), (999, [.bodyExpandsTooFar])]
            as [(Int, [Anomaly.Kind])])
    func limit(bytes: Int, anomalies: [Anomaly.Kind]) {
        var limits = ParsingLimits()
        limits.expandedBodyBytes = bytes
        let expanded = expand(
            Compressor.compress([UInt8](repeating: 65, count: 1_000), .gzip), ["gzip"], limits: limits)
        #expect(expanded.bytes.count == bytes)
        #expect(expanded.anomalies == anomalies)
    }

    @Test("Limits without sense keep nothing and trap nothing", arguments: [(0, 0), (-1, -1), (Int.max, Int.max)])
    func absurdLimits(bytes: Int, ratio: Int) {
        var limits = ParsingLimits()
        limits.expandedBodyBytes = bytes
        limits.expansionRatio = ratio
        let expanded = expand(Compressor.compress(Self.text, .gzip), ["gzip"], limits: limits)
        #expect(expanded.anomalies == (bytes > 0 ? [] : [.bodyExpandsTooFar]))
    }

    @Test("A content that is not in the bytes is empty")
    func outside() {
        let bytes = Array("abc".utf8)
        let expanded = ExpandedBody(bytes.span, content: ByteRange(1..<9), encodings: ["gzip"])
        #expect(expanded.bytes.isEmpty)
    }

    @Test("The part of a message, with the codings that its header fields name")
    func part() throws {
        let head = "INFO sip:a@b SIP/2.0\r\nContent-Type: application/sdp\r\nContent-Encoding: GZIP\r\n\r\n"
        let bytes = Array(head.utf8) + Compressor.compress(Self.text, .gzip)
        var parser = MessageParser()
        guard case .message = parser.parse(bytes.span) else {
            Issue.record("no message")
            return
        }
        let part = try #require(parser.message.bodyParts(bytes.span).parts.first)
        let expanded = ExpandedBody(bytes.span, part)
        #expect(String(decoding: expanded.bytes, as: UTF8.self) == Self.text)
        #expect(expanded.isWhole)
    }
}
