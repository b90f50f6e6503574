import SIPParsing
import Testing
import _TestSupport

@Suite("Bodies that mean harm")
struct HostileBodyTests {
    private static let type = "Content-Type: multipart/mixed;boundary="

    /// Multipart bodies inside of one another, with a text at the bottom.
    private func nest(_ depth: Int, boundary: (Int) -> String = { "b\($0)." }) -> String {
        var head = "--\(boundary(0))\r\n"
        var tail = "\r\n--\(boundary(0))--"
        for level in 1..<max(depth, 1) {
            head += "\(Self.type)\(boundary(level))\r\n\r\n--\(boundary(level))\r\n"
            tail = "\r\n--\(boundary(level))--" + tail
        }
        return head + "\r\nbottom" + tail
    }

    @Test(
        "Nested as deep as the limit, and one deeper",
        arguments: [(8, 8, []), (9, 8, [.nestingTooDeep])]
            as [(Int, Int, [Anomaly.Kind])])
    func nesting(levels: Int, deepest: Int, anomalies: [Anomaly.Kind]) throws {
        let read = try #require(ReadBodies(Self.type + "b0.", nest(levels)))
        #expect(read.tree.parts.last?.depth == deepest)
        #expect(read.tree.parts.last?.type?.type == (levels == 8 ? "text" : "multipart"))
        #expect(read.anomalies == anomalies)
    }

    @Test("A thousand levels, with a boundary each and with the same one", arguments: [true, false])
    func thousandLevels(isSame: Bool) throws {
        let body = nest(1000) { isSame ? "b" : "b\($0)." }
        let read = try #require(ReadBodies(Self.type + (isSame ? "b" : "b0."), body))
        #expect(read.tree.parts.count <= 65)
        #expect(!read.anomalies.isEmpty)
    }

    @Test("Messages inside of messages")
    func nestedMessages() throws {
        let line = "SIP/2.0 200 OK\r\nContent-Type: message/sipfrag\r\n\r\n"
        let read = try #require(ReadBodies("c: message/sipfrag", String(repeating: line, count: 1000)))
        #expect(read.tree.parts.map(\.depth) == Array(0...8))
        #expect(read.anomalies == [.nestingTooDeep])
    }

    @Test(
        "As many parts as the limit, and one more",
        arguments: [(64, []), (65, [.tooManyParts])]
            as [(Int, [Anomaly.Kind])])
    func partCount(count: Int, anomalies: [Anomaly.Kind]) throws {
        let body = multipart("x", Array(repeating: "\r\na", count: count))
        let read = try #require(ReadBodies(Self.type + "x", body))
        #expect(read.inner == Array(repeating: "1 text/plain:a", count: 64))
        #expect(read.anomalies == anomalies)
    }

    @Test("A hundred thousand delimiters", arguments: ["--x\r\n", "--x\r\n\r\n", "--x \n", "--xx\r\n", "--x-"])
    func delimiters(line: String) throws {
        let read = try #require(ReadBodies(Self.type + "x", String(repeating: line, count: 100_000)))
        #expect(read.tree.parts.count <= 65)
        #expect(read.anomalies.count == 1)
    }

    @Test("A boundary longer than the body, and lines that nearly hold it")
    func longBoundary() throws {
        let boundary = String(repeating: "b", count: 60_000)
        let short = try #require(ReadBodies(Self.type + boundary, "--b\r\n\r\na\r\n--b--"))
        #expect(short.inner == [])
        #expect(short.anomalies == [.badMultipart])
        let nearly = String(repeating: "--\(boundary.dropLast())\r\n", count: 10)
        let long = try #require(ReadBodies(Self.type + boundary, nearly))
        #expect(long.inner == [])
        let whole = try #require(ReadBodies(Self.type + boundary, multipart(boundary, ["\r\na"])))
        #expect(whole.inner == ["1 text/plain:a"])
    }

    @Test("A part with more header fields than are kept")
    func manyFields() throws {
        let part = String(repeating: "X: y\r\n", count: 20_000) + "Content-Type: a/b\r\n\r\nz"
        let read = try #require(ReadBodies(Self.type + "x", multipart("x", [part])))
        #expect(read.inner == ["1 text/plain:z"])
        #expect(read.tree.parts.last?.fields.count == ParsingLimits.standard.headerFields)
        #expect(read.anomalies == [.tooManyFields])
    }

    @Test(
        "A megabyte of one thing",
        arguments: ["\n", "\r", "-", "--", " ", "a\n ", "a:\n ", "--x\n:", "\0", "--x\na", "--x\n\n--x--\n"])
    func megabyte(unit: String) throws {
        let body = String(repeating: unit, count: (1 << 20) / unit.utf8.count)
        for head in ["", "--x\r\n", "--x\r\n\r\n"] {
            let read = try #require(ReadBodies(Self.type + "x", head + body))
            #expect(read.tree.parts.count <= 65)
            #expect(read.tree.anomalies.count <= ParsingLimits.standard.anomalies)
        }
    }

    @Test("Anomalies are counted only as far as their limit")
    func manyAnomalies() throws {
        var limits = ParsingLimits()
        limits.anomalies = 3
        let body = multipart("x", Array(repeating: "odd\r\n\r\na", count: 9))
        let read = try #require(ReadBodies(Self.type + "x", body, limits: limits))
        #expect(read.tree.parts.count == 10)
        #expect(read.anomalies == [.lineWithoutColon, .lineWithoutColon, .lineWithoutColon])
    }

    @Test("Damaged bodies keep every range inside of the bytes, and each part inside of its parent", arguments: 1...4)
    func damaged(seed: UInt64) throws {
        let inner = multipart(
            "y", ["Content-Type: message/sip\r\n\r\nSIP/2.0 200 OK\r\nc: application/sdp\r\n\r\nv=0\r\n"])
        let body = multipart(
            "x", ["c: multipart/mixed;boundary=y\r\n\r\n\(inner)", "c: application/sdp\r\n\r\nv=0\r\n"])
        let sample = Array("INFO sip:a@b SIP/2.0\r\n\(Self.type)x\r\n\r\n\(body)".utf8)
        let special = Array("-xy:;\r\n =\"0".utf8)
        var numbers = SeededGenerator(seed: seed)
        var parser = MessageParser()
        for _ in 0..<2_000 {
            var bytes = sample
            for _ in 0...Int.random(in: 0..<6, using: &numbers) {
                let offset = Int.random(in: 22..<bytes.count, using: &numbers)
                switch Int.random(in: 0..<3, using: &numbers) {
                case 0: bytes[offset] = special[Int.random(in: 0..<special.count, using: &numbers)]
                case 1: bytes.removeSubrange(offset..<min(bytes.count, offset + 20))
                default: bytes.insert(contentsOf: bytes[offset..<min(bytes.count, offset + 30)], at: offset)
                }
            }
            guard case .message = parser.parse(bytes.span) else { continue }
            let tree = parser.message.bodyParts(bytes.span)
            for part in tree.parts {
                let around = part.parent.map { tree.parts[$0].content.range } ?? 0..<bytes.count
                let holds =
                    around.lowerBound <= part.content.range.lowerBound
                    && part.content.range.upperBound <= around.upperBound
                #expect(holds, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
                #expect(part.fields.allSatisfy { $0.value.range.upperBound <= bytes.count })
            }
        }
    }
}
