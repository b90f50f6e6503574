import SIPParsing
import Testing

@Suite("Trees of bodies")
struct BodyTreeTests {
    @Test(
        "A body of one part, RFC 3261 section 7.4",
        arguments: [
            ("Content-Type: text/plain", "Hello", ["0 text/plain:Hello"], []),
            ("Content-Type: text/plain", "", [], []),
            ("c: text", "Hello", ["0 ?:Hello"], []),
            ("X: y", "Hello", ["0 ?:Hello"], [.missingContentType]),
            ("X: y", "", [], []),
        ] as [(String, String, [String], [Anomaly.Kind])])
    func single(header: String, body: String, outline: [String], anomalies: [Anomaly.Kind]) throws {
        let read = try #require(ReadBodies(header, body))
        #expect(read.outline == outline)
        #expect(read.anomalies == anomalies)
    }

    @Test(
        "A session description without Content-Type, RFC 3261 section 20.15",
        arguments: [
            ("v=0\r\no=-", true), ("v=0\ns=-", true), ("v=0", false), ("v=01\r\n", false), ("V=0\r\n", false),
            ("\r\nv=0\r\n", false), ("v =0\r\n", false),
        ] as [(String, Bool)])
    func untypedSessionDescription(body: String, isTaken: Bool) throws {
        let read = try #require(ReadBodies("X: y", body))
        #expect(read.tree.parts.first?.type?.name == (isTaken ? "application/sdp" : nil))
        #expect(read.tree.parts.first?.isTypeAssumed == isTaken)
        #expect(read.anomalies == [.missingContentType])
        let (message, bytes) = try #require(parse("INFO sip:a@b SIP/2.0\r\nX: y\r\n\r\n\(body)"))
        let found = message.bodyPart("application/sdp", in: bytes.span)
        #expect((found != nil) == isTaken)
    }

    private static let nested = multipart(
        "out",
        [
            "Content-Type: application/sdp\r\n\r\nv=0",
            "Content-Type: multipart/alternative;boundary=in\r\n\r\n"
                + multipart("in", ["Content-Type: text/plain\r\n\r\na", "Content-Type: text/html\r\n\r\nb"]),
            "Content-Type: application/isup;version=nxv3\r\n\r\n\u{1}\u{2}",
        ])

    @Test(
        "Any subtype has the same syntax, RFC 2046 section 5.1",
        arguments: ["mixed", "alternative", "related", "signed", "MIXED", "x-unknown"])
    func nestedParts(subtype: String) throws {
        let read = try #require(ReadBodies("Content-Type: multipart/\(subtype);boundary=out", Self.nested))
        let alternative = multipart("in", ["Content-Type: text/plain\r\n\r\na", "Content-Type: text/html\r\n\r\nb"])
        #expect(
            read.inner == [
                "1 application/sdp:v=0", "1 multipart/alternative:\(alternative)", "2 text/plain:a", "2 text/html:b",
                "1 application/isup:\u{1}\u{2}",
            ])
        #expect(read.tree.parts.map(\.parent) == [nil, 0, 0, 2, 2, 0])
        #expect(read.tree.children(of: 0) == [1, 2, 5])
        #expect(read.tree.children(of: 2) == [3, 4])
        #expect(read.tree.children(of: 9) == [])
        #expect(read.anomalies.isEmpty)
    }

    @Test("A type other than multipart is not looked into, RFC 2046 section 5.1")
    func otherType() throws {
        let read = try #require(ReadBodies("Content-Type: text/plain;boundary=out", Self.nested))
        #expect(read.outline.count == 1)
        #expect(read.anomalies.isEmpty)
    }

    @Test("The header fields of a part, RFC 5621 section 3.1")
    func fields() throws {
        let part = """
            Content-Type: application/resource-lists+xml;charset="utf-8"\r
            Content-Disposition: recipient-list;\r
             handling=optional\r
            Content-ID: <list@example.com>\r
            content-transfer-encoding:  Base64\r
            Content-Encoding: X-Foo , gzip\r
            e: deflate\r
            Content-Length: 3\r
            X-Own: 1\r
            \r
            abc
            """
        let read = try #require(ReadBodies("Content-Type: multipart/mixed;boundary=x", multipart("x", [part])))
        let found = try #require(read.tree.parts.last)
        let bytes = read.bytes
        func value(_ name: HeaderName) -> String? { found.first(name).map { bytes.span.text($0) } }
        #expect(value(.contentDisposition) == "recipient-list;\r\n handling=optional")
        #expect(value(.contentID) == "<list@example.com>")
        #expect(value(.contentLength) == "3")
        #expect(value(.subject) == nil)
        #expect(found.fields.count == 8)
        #expect(found.type?.parameters.value(of: "charset") == "utf-8")
        #expect(found.transferEncoding == .base64)
        #expect(found.contentEncodings == ["x-foo", "gzip", "deflate"])
        #expect(found.isEncoded)
    }

    @Test("Of a message, the header fields that speak of its body, RFC 3261 section 7.4")
    func messageFields() throws {
        let headers = "Via: x\r\nMIME-Version: 1.0\r\nSubject: y\r\nContent-Whatever: 1\r\nl: 5\r\nc: text/plain"
        let read = try #require(ReadBodies(headers, "Hello"))
        #expect(read.tree.parts.first?.fields.map(\.name) == [.mimeVersion, .other, .contentLength, .contentType])
    }

    @Test(
        "How a body is written, RFC 5621 section 3.2",
        arguments: [
            ("base64", .base64, true), ("Quoted-Printable", .quotedPrintable, true), ("binary", .identity, false),
            ("7bit", .identity, false), ("8BIT ", .identity, false), ("", .identity, false), ("base65", .other, true),
        ] as [(String, TransferEncoding, Bool)])
    func transferEncoding(value: String, expected: TransferEncoding, isEncoded: Bool) throws {
        let headers = "Content-Type: text/plain\r\nContent-Transfer-Encoding: \(value)"
        let part = try #require(ReadBodies(headers, "x")?.tree.parts.first)
        #expect(part.transferEncoding == expected)
        #expect(part.isEncoded == isEncoded)
    }

    @Test(
        "What is encoded stays in one piece, RFC 3261 section 20.12",
        arguments: [
            ("Content-Encoding: gzip", 1), ("Content-Transfer-Encoding: base64", 1), ("Content-Encoding: identity", 3),
            ("Content-Transfer-Encoding: binary", 3), ("Content-Encoding:", 3),
        ] as [(String, Int)])
    func encoded(field: String, count: Int) throws {
        let read = try #require(
            ReadBodies("Content-Type: multipart/mixed;boundary=x\r\n\(field)", multipart("x", ["\r\na", "\r\nb"])))
        #expect(read.outline.count == count)
        #expect(read.anomalies.isEmpty)
    }

    @Test(
        "The root of multipart/related, RFC 5621 section 7.1",
        arguments: [
            (";start=\"<b@x>\"", 2), (";start=\"b@x\"", 2), (";start=\"<a@x>\"", 1), ("", 1), (";start=\"<c@x>\"", nil),
            (";start=\"<B@x>\"", nil),
        ] as [(String, Int?)])
    func related(parameter: String, expected: Int?) throws {
        let body = multipart("x", ["Content-ID: <a@x>\r\n\r\na", "Content-ID: <b@x>\r\n\r\nb"])
        let read = try #require(ReadBodies("Content-Type: multipart/related;boundary=x\(parameter)", body))
        let root = read.tree.rootPart(ofRelated: 0, in: read.bytes.span)
        #expect(root == expected)
        let ofLeaf = read.tree.rootPart(ofRelated: 1, in: read.bytes.span)
        #expect(ofLeaf == nil)
        let mixed = try #require(ReadBodies("Content-Type: multipart/mixed;boundary=x\(parameter)", body))
        let ofMixed = mixed.tree.rootPart(ofRelated: 0, in: mixed.bytes.span)
        #expect(ofMixed == nil)
    }

    @Test("The bodies inside of bytes that stand alone")
    func standingAlone() throws {
        let bytes = Array(multipart("x", ["\r\na", "\r\nb"]).utf8)
        let value = Array("multipart/mixed;boundary=x".utf8)
        let made = MediaType(value.span, ByteRange(0..<value.count))
        let type = try #require(made)
        let tree = BodyTree(bytes.span, content: ByteRange(0..<bytes.count), type: type)
        let texts = tree.parts.dropFirst().map { bytes.span.text($0.content) }
        #expect(texts == ["a", "b"])
        let outside = BodyTree(bytes.span, content: ByteRange(0..<(bytes.count + 1)), type: type)
        #expect(outside.parts.isEmpty)
    }
}
