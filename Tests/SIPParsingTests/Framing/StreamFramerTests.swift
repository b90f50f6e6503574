import SIPParsing
import Testing

@Suite("Messages out of streams (RFC 3261 section 18.3)")
struct StreamFramerTests {
    static let invite = "INVITE sip:b@c SIP/2.0\r\nVia: SIP/2.0/TCP a;branch=1\r\nContent-Length: 5\r\n\r\nv=0\r\n"
    static let compact = "BYE sip:b@c SIP/2.0\r\nl :\t3\r\n\r\nabc"
    static let ok = "SIP/2.0 200 OK\r\nCSeq: 1 BYE\r\ncontent-LENGTH: 0\r\n\r\n"

    static func frames(_ segments: [String], limits: ParsingLimits = ParsingLimits()) -> ([String], StreamFramer) {
        var framer = StreamFramer(limits: limits)
        var messages: [String] = []
        for segment in segments {
            framer.append(Array(segment.utf8).span)
            while let message = framer.next() { messages.append(String(decoding: message.bytes, as: UTF8.self)) }
        }
        return (messages, framer)
    }

    @Test("Several messages in one segment, keep-alives between them, section 7.5 and RFC 5626 section 4.4.1")
    func several() {
        let (messages, framer) = Self.frames(["\r\n\r\n" + Self.invite + Self.compact + "\r\n\r\n\0" + Self.ok + "\r\n"]
        )
        #expect(messages == [Self.invite, Self.compact, Self.ok])
        #expect(framer.skippedBytes == 0)
        #expect(framer.verdict == .sip)
    }

    @Test("One message over many segments")
    func split() {
        let text = Self.invite + Self.compact + Self.ok
        let (messages, framer) = Self.frames(text.utf8.map { String(decoding: [$0], as: UTF8.self) })
        #expect(messages == [Self.invite, Self.compact, Self.ok])
        #expect(framer.skippedBytes == 0)
    }

    @Test(
        "Spellings of Content-Length, section 7.3",
        arguments: [
            ("Content-Length: 3", 3), ("CONTENT-LENGTH:3", 3), ("l: 3", 3), ("L \t: 3", 3),
            ("Content-Length:\r\n 3", 3),
            ("Content-Length: x\r\nl: 3", 3), ("Content-Kind: 3", 0), ("Content-Length: -3", 0), ("X-l: 3", 0),
            ("lx: 3", 0),
            ("Subject: x\r\n l: 3", 0),
        ])
    func contentLength(field: String, length: Int) {
        let head = "BYE sip:b@c SIP/2.0\r\n\(field)\r\n\r\n"
        let (messages, framer) = Self.frames([head + "abc\r\n" + Self.ok])
        #expect(messages == [head + "abc".prefix(length), Self.ok])
        #expect(framer.skippedBytes == (length == 3 ? 0 : 5))
    }

    @Test("Line feeds alone end lines too")
    func bareLineFeeds() {
        let text = "BYE sip:b@c SIP/2.0\nl: 3\n\nabc"
        #expect(Self.frames([text + text]).0 == [text, text])
    }

    @Test(
        "What is no message is skipped and counted",
        arguments: [
            "tail of a body\r\n", "a=b\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", "xINVITE sip:b@c SIP/2.0x\r\n",
            "SIP/2.0 x\r\n",
        ])
    func garbage(noise: String) {
        let (messages, framer) = Self.frames([noise + Self.invite + noise + Self.ok, noise])
        #expect(messages == [Self.invite, Self.ok])
        #expect(framer.skippedBytes == 3 * (noise.utf8.count - (noise.contains("\r\n\r\nGET") ? 4 : 0)))
        #expect(framer.oversizeMessages == 0)
    }

    @Test("A message cut short in its header section gives way to the next start line")
    func cutShort() {
        let part = "SIP/2.0 100 Trying\r\nCSeq: 1 INVITE\r\n"
        let (messages, framer) = Self.frames([part + Self.invite])
        #expect(messages == [Self.invite])
        #expect(framer.skippedBytes == part.utf8.count)
    }

    @Test("A gap in a body hands out what is there; the rest is searched for a start line")
    func gapInBody() throws {
        var framer = StreamFramer()
        let head = "INVITE sip:b@c SIP/2.0\r\nl: 100\r\n\r\nv=0"
        framer.append(Array((Self.ok + head).utf8).span)
        framer.markGap()
        framer.append(Array(("rest\r\n" + Self.ok).utf8).span)
        let messages = [framer.next(), framer.next(), framer.next(), framer.next()].compactMap { $0 }
        try #require(messages.count == 3)
        let (first, second, third) = (messages[0], messages[1], messages[2])
        #expect(first.isComplete)
        #expect(first.offset == 0)
        #expect(second.bytes == Array(head.utf8))
        #expect(!second.isComplete)
        #expect(second.offset == UInt64(Self.ok.utf8.count))
        #expect(third.bytes == Array(Self.ok.utf8))
        #expect(third.offset == UInt64((Self.ok + head + "rest\r\n").utf8.count))
        #expect(framer.skippedBytes == 6)
    }

    @Test("A gap in a header section or in a start line loses the message", arguments: [10, 30])
    func gapInHeader(length: Int) {
        var framer = StreamFramer()
        framer.append(Array(Self.invite.utf8.prefix(length)).span)
        framer.markGap()
        framer.append(Array(("lost: x\r\n\r\n" + Self.ok).utf8).span)
        let messages = [framer.next(), framer.next()].compactMap { $0 }
        #expect(messages.map(\.bytes) == [Array(Self.ok.utf8)])
        #expect(framer.skippedBytes == length + 9)
    }

    @Test("Of a message over the limit the header section is handed out, if it has an end; both are counted")
    func oversize() {
        var limits = ParsingLimits()
        limits.messageBytes = 200
        let long = "BYE sip:b@c SIP/2.0\r\nl: 400\r\n\r\n"
        let (messages, framer) = Self.frames([long, "abc\r\n", Self.ok], limits: limits)
        #expect(messages == [long, Self.ok])
        #expect(framer.oversizeMessages == 1)
        #expect(framer.skippedBytes == 5)
        let endless = "BYE sip:b@c SIP/2.0\r\nX: " + String(repeating: "x", count: 300)
        let (others, other) = Self.frames([endless, endless, "\r\n" + Self.ok], limits: limits)
        #expect(others == [Self.ok])
        #expect(other.oversizeMessages == 2)
    }

    @Test("Something else than SIP is dropped, and SIP that begins a later segment is found")
    func notSIP() {
        let noise = String(repeating: "HTTP/1.1 200 OK\r\nHost: x\r\n\r\n", count: 200)
        let (messages, framer) = Self.frames([noise, noise])
        #expect(messages.isEmpty)
        #expect(framer.verdict == .notSIP)
        let (later, revived) = Self.frames([noise, noise, Self.invite, Self.ok])
        #expect(later == [Self.invite, Self.ok])
        #expect(revived.verdict == .sip)
    }

    @Test("An endless line is dropped")
    func endlessLine() {
        let (messages, framer) = Self.frames(Array(repeating: String(repeating: "x", count: 1000), count: 10))
        #expect(messages.isEmpty)
        #expect(framer.verdict == .notSIP)
        #expect(framer.skippedBytes == 10_000)
    }

    @Test("A start line without an end is given up, and the next line is looked at again")
    func endlessStartLine() {
        let start = "INVITE sip:" + String(repeating: "a", count: 70_000)
        let (messages, framer) = Self.frames([Self.ok, start, start, "\r\n" + Self.invite])
        #expect(messages == [Self.ok, Self.invite])
        #expect(framer.skippedBytes == 2 * start.utf8.count + 2)
        #expect(framer.oversizeMessages == 0)
    }

    @Test("Offsets survive what the buffer gives up")
    func offsets() throws {
        var framer = StreamFramer()
        var seen: [UInt64] = []
        let text = Array((Self.invite + Self.compact).utf8)
        for _ in 0..<500 {
            framer.append(text.span)
            while let message = framer.next() { seen.append(message.offset) }
        }
        let length = UInt64(text.count)
        #expect(seen.count == 1000)
        #expect(seen.last == 499 * length + UInt64(Self.invite.utf8.count))
    }
}
