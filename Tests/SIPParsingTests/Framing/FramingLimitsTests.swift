import SIPParsing
import Testing
import _TestSupport

@Suite("Limits of a stream, however it is cut (RFC 3261 section 18.3)")
struct FramingLimitsTests {
    private static let ok = "SIP/2.0 200 OK\r\nl: 0\r\n\r\n"

    /// Streams around limits, each with what is found of it.
    static let cases: [(stream: String, messages: [String], oversize: Int)] = {
        let lines = [1, 0, -1].map { "x: " + String(repeating: "y", count: 164 - $0) + "\r\n" }
        let head = "BYE sip:b@c SIP/2.0\r\n"
        return [
            // 191 bytes and the empty line: the limit is 200.
            (head + lines[0] + "\r\n" + ok, [head + lines[0] + "\r\n", ok], 0),
            // A start line that crosses the limit begins a message of its own.
            (head + lines[2] + ok, [ok], 1),
            (head + lines[1] + "x:\r\n" + ok, [ok], 1),
            // The line that passes the limit is searched like any other behind a message given up.
            (head + "x: " + String(repeating: "y", count: 300) + ok, [ok], 1),
            // A body without length that the next start line ends at the limit, and behind it.
            (
                head + "c: a/b\r\n\r\n" + String(repeating: "z", count: 134) + "\r\n" + ok,
                [
                    head + "c: a/b\r\n\r\n" + String(repeating: "z", count: 134) + "\r\n", ok,
                ], 0
            ),
            (
                head + "c: a/b\r\n\r\n" + String(repeating: "z", count: 160) + "\r\n" + ok,
                [head + "c: a/b\r\n\r\n", ok], 1
            ),
        ]
    }()

    @Test("What passes the limit is given up at the same line", arguments: cases)
    func messages(stream: String, messages: [String], oversize: Int) {
        var limits = ParsingLimits()
        limits.messageBytes = 200
        for length in [1, 2, 3, 7, 50, 199, 200, 201, stream.utf8.count] {
            let framing = Framing(stream.cut(length), limits: limits, ending: .end)
            #expect(framing.texts == messages, "in segments of \(length) bytes")
            #expect(framing.framer.oversizeMessages == oversize, "in segments of \(length) bytes")
        }
    }

    @Test(
        "A start line is at most so long that the message parser reads it, and of a scheme that is not known 4,096 bytes",
        arguments: [("sip:", 65_528, true), ("sip:", 65_529, false), ("http:", 4_096, true), ("http:", 4_097, false)])
    func startLines(scheme: String, length: Int, isStartLine: Bool) {
        let filling = String(repeating: "a", count: length - "INVITE  SIP/2.0".utf8.count - scheme.utf8.count)
        let message = "INVITE \(scheme)\(filling) SIP/2.0\r\nl: 0\r\n\r\n"
        for cut in [100, length, length + 1, 1 << 20] {
            let framing = Framing((Self.ok + message + Self.ok).cut(cut), ending: .end)
            #expect(framing.texts == [Self.ok] + (isStartLine ? [message] : []) + [Self.ok])
        }
        var parser = MessageParser()
        let bytes = Array(message.utf8)
        guard case .message = parser.parse(bytes.span, framing: .stream) else {
            Issue.record("the message parser does not read it")
            return
        }
    }

    @Test("Bytes that a body had before are not skipped when what begins with them is no message")
    func takenBack() {
        let message = "SIP/2.0 200 OK\r\nc: a/b\r\nl: 2\r\n\r\nxS"
        let rest = "IP/2.0 200 OK\r\nVia: x"
        let framing = Framing([message + rest], ending: .end)
        #expect(framing.texts == [message])
        #expect(framing.framer.skippedBytes == rest.utf8.count)
        let whole = Framing([message + rest + "\r\n\r\n"], ending: .end)
        #expect(whole.texts == [message, "S\(rest)\r\n\r\n"])
        #expect(whole.framer.skippedBytes == 0)
    }
}

extension String {
    /// Segments of so many bytes.
    fileprivate func cut(_ length: Int) -> [[UInt8]] {
        let bytes = Array(utf8)
        return stride(from: 0, to: bytes.count, by: length).map { Array(bytes[$0..<min($0 + length, bytes.count)]) }
    }
}
