import SIPParsing
import Testing

@Suite("Delimiters of multipart bodies (RFC 2046 section 5.1.1)")
struct MultipartTests {
    private func read(_ boundary: String, _ body: String) throws -> ReadBodies {
        try #require(ReadBodies("Content-Type: multipart/mixed;boundary=\(boundary)", body))
    }

    @Test(
        "What delimits parts and what does not",
        arguments: [
            ("--x\r\n\r\na\r\n--x\r\n\r\nb\r\n--x--\r\n", ["a", "b"]),
            ("--x\n\na\n--x\n\nb\n--x--", ["a", "b"]),
            ("--x\r\n\r\na\n--x\n\r\nb\r\n--x--", ["a", "b"]),
            ("--x \t\r\n\r\na\r\n--x \r\n\r\nb\r\n--x-- \t\r\n", ["a", "b"]),
            ("preamble\r\n--x\r\n\r\na\r\n--x--\r\nepilogue\r\n--x\r\n\r\nb", ["a"]),
            ("--x\r\n\r\na\r\n\r\n--x--", ["a\r\n"]),
            ("--x\r\n\r\na\r\n--xy\r\n\r\nb\r\n--x--", ["a\r\n--xy\r\n\r\nb"]),
            ("--x\r\n\r\na\r\n --x\r\n\r\nb\r\n--x--", ["a\r\n --x\r\n\r\nb"]),
            ("--x\r\n\r\na --x\r\nb\r\n--x--", ["a --x\r\nb"]),
            ("--x\r\n\r\na\r\n-x\r\nx\r\n--X\r\n--x--", ["a\r\n-x\r\nx\r\n--X"]),
            ("--x\r\n\r\na\r\n--x-\r\n--x--y\r\n--x--", ["a\r\n--x-\r\n--x--y"]),
            ("--x\r\n\r\na\r\n--x--\0\0", ["a"]),
            ("--x--\r\n", []),
        ] as [(String, [String])])
    func delimiters(body: String, parts: [String]) throws {
        let read = try read("x", body)
        #expect(read.inner == parts.map { "1 text/plain:\($0)" })
        #expect(read.anomalies.isEmpty)
    }

    @Test(
        "Parts without content or without header fields, section 5.1",
        arguments: [
            (
                "--x\r\n--x\r\n\r\n--x\r\nContent-Type: a/b\r\n--x\r\nContent-Type: a/b\r\n\r\n--x--",
                "text text a/b a/b"
            ),
            ("--x\r\n\r\n\r\n--x--", "text"),
            ("--x\n--x--", "text"),
        ])
    func emptyParts(body: String, types: String) throws {
        let read = try read("x", body)
        let expected = types.split(separator: " ").map { "1 \($0 == "text" ? "text/plain" : String($0)):" }
        #expect(read.inner == expected)
        #expect(read.anomalies.isEmpty)
    }

    @Test(
        "A body that is never closed, or never opened, is noted",
        arguments: [
            ("--x\r\n\r\na\r\n", ["a\r\n"]), ("--x\r\n\r\na\r\n--x\r\n\r\nb", ["a", "b"]),
            ("--x\r\n\r\na\r\n--x\r\n", ["a"]), ("--x", []), ("--x\r\n", []), ("no delimiter", []), ("--", []),
            ("--x\r\nSubject: y", [""]), ("\r\n", []),
        ] as [(String, [String])])
    func unclosed(body: String, parts: [String]) throws {
        let read = try read("x", body)
        #expect(read.inner == parts.map { "1 text/plain:\($0)" })
        #expect(read.anomalies == [.badMultipart])
    }

    @Test(
        "Boundaries with and without quotes",
        arguments: [
            ("\"gc0pJq0M:08jU534c0p\"", "gc0pJq0M:08jU534c0p"), ("gc0pJq0M:08jU534c0p", "gc0pJq0M:08jU534c0p"),
            ("\"simple boundary\"", "simple boundary"), ("\"x;y=,z\"", "x;y=,z"), ("\"a\\\"b\"", "a\"b"),
            ("=_'()+_,-./:=?", "=_'()+_,-./:=?"), ("\"---\"", "---"), ("-", "-"),
            ("\"ends in blanks  \"", "ends in blanks"),
            ("é", "é"), ("x;charset=utf-8", "x"), ("x ; type=\"a/b\"", "x"), ("x,y", "x,y"),
            (String(repeating: "b", count: 200), String(repeating: "b", count: 200)),
        ])
    func boundaries(parameter: String, boundary: String) throws {
        let read = try read(parameter, multipart(boundary, ["\r\na", "\r\n--\(boundary)x\r\nb"]))
        #expect(read.inner == ["1 text/plain:a", "1 text/plain:--\(boundary)x\r\nb"])
        #expect(read.anomalies.isEmpty)
    }

    @Test(
        "Without a boundary nothing is guessed",
        arguments: ["", ";boundary", ";boundary=", ";boundary=\"\"", ";boundary=\"  \"", ";bounds=x"])
    func noBoundary(parameter: String) throws {
        let body = multipart("x", ["\r\na"])
        let read = try #require(ReadBodies("Content-Type: multipart/mixed\(parameter)", body))
        #expect(read.outline == ["0 multipart/mixed:\(body)"])
        #expect(read.anomalies == [.badMultipart])
    }

    @Test("An inner body that is not closed ends with the outer one's delimiter, section 5.1.2")
    func unclosedInside() throws {
        let inner = "Content-Type: multipart/mixed;boundary=xy\r\n\r\n--xy\r\n\r\na"
        let read = try read("x", multipart("x", [inner, "\r\nb"]))
        #expect(read.inner == ["1 multipart/mixed:--xy\r\n\r\na", "2 text/plain:a", "1 text/plain:b"])
        #expect(read.anomalies == [.badMultipart])
    }

    @Test("A part that is multipart by its type alone")
    func emptyInside() throws {
        let read = try read("x", multipart("x", ["Content-Type: multipart/mixed;boundary=y\r\n\r\n"]))
        #expect(read.inner == ["1 multipart/mixed:"])
        #expect(read.anomalies == [.badMultipart])
    }

    @Test("A part without Content-Type is text, and mail in a digest")
    func assumedTypes() throws {
        let body = multipart("x", ["\r\na", "Content-Type: text\r\n\r\nb"])
        let digest = try #require(ReadBodies("Content-Type: multipart/digest;boundary=x", body))
        #expect(digest.inner == ["1 message/rfc822:a", "1 ?:b"])
        #expect(digest.tree.parts.map(\.isTypeAssumed) == [false, true, false])
        #expect(digest.anomalies == [.badMediaType])
    }

    @Test(
        "Header fields of parts that break the grammar",
        arguments: [
            // A line without a colon among fields is read past, as in a message.
            ("Content-Type: a/b\r\nodd line\r\nX: y\r\n\r\nz", "a/b:z", .lineWithoutColon),
            // No empty line: the content begins where the fields end.
            ("Content-Type: application/sdp\r\nv=0\r\na=x:y", "application/sdp:v=0\r\na=x:y", .missingEmptyLine),
            (
                "v=0\r\nb=CT:1\r\nm=audio 1 RTP/AVP 0", "text/plain:v=0\r\nb=CT:1\r\nm=audio 1 RTP/AVP 0",
                .missingEmptyLine
            ),
            ("Content-Type:\r\n a/b\r\n\r\nz", "a/b:z", nil),
            ("Content-Type : a/b\r\n: x\r\n\r\nz", "a/b:z", nil),
            ("Content-Type: a/b\n\nz", "a/b:z", nil),
        ] as [(String, String, Anomaly.Kind?)])
    func fields(part: String, expected: String, anomaly: Anomaly.Kind?) throws {
        let read = try read("x", multipart("x", [part, "\r\nnext"]))
        #expect(read.inner == ["1 \(expected)", "1 text/plain:next"])
        #expect(read.anomalies == (anomaly.map { [$0] } ?? []))
    }
}
