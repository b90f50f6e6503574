import SIPParsing
import Testing

@Suite("Finding the next message in a stream (RFC 3261 section 18.3)")
struct ResynchronisationTests {
    static let ok = ContentLengthFramingTests.next

    @Test("Line ends of any kind, section 7", arguments: ["\r\n", "\n", "\r", "\r\r\n"])
    func lineEnds(end: String) {
        let message = "INVITE sip:b@c SIP/2.0\(end)Via: SIP/2.0/TCP a\(end)Content-Length:\(end) 3\(end)\(end)abc"
        let stream = message + message + Self.ok
        #expect(Framing([stream]).texts == [message, message, Self.ok])
        #expect(Framing(Array(stream.utf8).singly).texts == [message, message, Self.ok])
    }

    @Test(
        "Mixed line ends",
        arguments: [
            "BYE sip:b@c SIP/2.0\r\nl: 3\n\r\nabc", "BYE sip:b@c SIP/2.0\nl: 3\r\n\nabc",
            "BYE sip:b@c SIP/2.0\r\nX: y\rl: 3\r\n\r\nabc", "BYE sip:b@c SIP/2.0\rl: 3\r\r\nabc",
            "BYE sip:b@c SIP/2.0\r\nX: y\r\r\nl: 3\r\n\r\nabc", "BYE sip:b@c SIP/2.0\r\nl: 3\r\n\rabc",
            "BYE sip:b@c SIP/2.0\r\nl: 3\r\rabc",
        ])
    func mixed(message: String) {
        let stream = message + message + Self.ok
        #expect(Framing([stream]).texts == [message, message, Self.ok])
        #expect(Framing(Array(stream.utf8).singly).texts == [message, message, Self.ok])
    }

    @Test(
        "A start line that a body without a line end runs into",
        arguments: [
            ("</x>", true), ("a=sendrecv", true), ("0", true), ("x", true), ("text: ", false), ("s=", false),
        ])
    func embedded(before: String, isFound: Bool) {
        for next in [Self.ok, "PRACK sip:b@c SIP/2.0\r\nl: 0\r\n\r\n"] {
            let framing = Framing(["y\r\n" + before + next])
            #expect(framing.texts == (isFound ? [next] : []))
            #expect(framing.framer.skippedBytes == (isFound ? 3 + before.utf8.count : framing.framer.skippedBytes))
        }
    }

    @Test("In a stream of SIP also behind what may quote it", arguments: ["text: ", "s=", "\""])
    func quoted(before: String) {
        #expect(Framing([Self.ok + "y\r\n" + before + Self.ok]).texts == [Self.ok, Self.ok])
    }

    @Test(
        "A method that is not known keeps what may be its own",
        arguments: [
            ("XBYE sip:b@c SIP/2.0", 0), ("!x-BYE-y sip:b@c SIP/2.0", 0), ("x.BYE sip:b@c SIP/2.0", 2),
            ("VP 8BYE sip:b@c SIP/2.0", 4), ("8BYE sip:b@c SIP/2.0", 1),
        ])
    func unknownMethod(line: String, skipped: Int) {
        let framing = Framing([line + "\r\nl: 0\r\n\r\n"])
        #expect(framing.framer.skippedBytes == skipped)
        #expect(framing.messages.count == 1)
    }

    @Test("A header section cut short in a line gives way to the start line in it when a Via follows")
    func inHeader() {
        let next = "INVITE sip:b@c SIP/2.0\r\nVia: SIP/2.0/TCP a\r\nl: 0\r\n\r\n"
        #expect(Framing(["BYE sip:b@c SIP/2.0\r\nX: SIP/2.0/T" + next]).texts == [next])
        let cut = Framing(["BYE sip:b@c SIP/2.0\r\nVia: SIP/2.0/T" + next])
        #expect(cut.texts == ["BYE sip:b@c SIP/2.0\r\nVia: SIP/2.0/T", next])
        #expect(cut.messages.map(\.isComplete) == [false, true])
        let legal = "BYE sip:b@c SIP/2.0\r\nSubject: INVITE sip:b@c SIP/2.0\r\nl: 0\r\n\r\n"
        #expect(Framing([legal]).texts == [legal])
    }

    @Test("A header section without an empty line is a message when it says so, RFC 3261 section 7")
    func withoutEmptyLine() {
        let next = "INVITE sip:b@c SIP/2.0\r\nVia: SIP/2.0/TCP a\r\nl: 0\r\n\r\n"
        let cut = "BYE sip:b@c SIP/2.0\r\nCall-ID: 1\r\nl: 5\r\n"
        #expect(Framing([cut + next]).texts == [cut, next])
        var framer = StreamFramer()
        framer.append(Array(cut.utf8).span)
        #expect(framer.next() == nil)
        framer.markEnd()
        let last = framer.next()
        #expect(last?.bytes.count == cut.utf8.count && last?.isComplete == false)
        #expect(Framing(["BYE sip:b@c SIP/2.0\r\nSubject: 1\r\n" + next]).texts == [next])
    }

    @Test("Two lengths that are both wrong do not take the next message with them")
    func twoWrongLengths() {
        let sdp = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n"
        let head = "INVITE sip:b@c SIP/2.0\r\nc: application/sdp\r\nl: 10\r\nl: 300\r\n\r\n"
        let next = "BYE sip:b@c SIP/2.0\r\nVia: SIP/2.0/TCP a\r\nl: 0\r\n\r\n"
        #expect(Framing([head + sdp + next + next]).texts.suffix(2) == [next, next])
    }

    @Test("A length that takes the first bytes of the next start line", arguments: 1...40)
    func overlap(excess: Int) {
        for (type, body) in [("application/sdp", "v=0\r\n"), ("text/plain", "Hello."), ("x/y", "<x/>"), ("x/y", "")] {
            for next in [Self.ok, "OPTIONS sip:b@c SIP/2.0\r\nVia: SIP/2.0/TCP a\r\nl: 0\r\n\r\n"] {
                let head = "INFO sip:b@c SIP/2.0\r\nc: \(type)\r\nl: \(body.utf8.count + excess)\r\n\r\n"
                let whole = Framing([head + body + next + next])
                #expect(whole.texts.dropFirst() == [next, next])
                #expect(Framing(Array((head + body + next + next).utf8).singly).messages == whole.messages)
            }
        }
    }

    @Test("Bytes that were skipped are told of with the message behind them")
    func skippedBefore() {
        let framing = Framing([Self.ok + "a\r\nb\r\n" + Self.ok + "\r\n\r\n" + Self.ok])
        #expect(framing.messages.map(\.info.skippedBefore) == [0, 6, 0])
        #expect(framing.messages.map(\.info.isFollowedByOtherBytes) == [true, false, false])
        #expect(Framing([Self.ok, "a\r\nb\r\n", Self.ok, "\r\n\r\n", Self.ok]).messages == framing.messages)
    }

    @Test("Several gaps before anything is taken out")
    func gaps() {
        var framer = StreamFramer()
        for part in [Self.ok + "BYE sip:b@c SIP/2.0\r\nl: 9\r\n\r\nabc", "def", "ghi\r\n" + Self.ok + "SIP/2.0 1"] {
            framer.append(Array(part.utf8).span)
            framer.markGap()
        }
        framer.append(Array(("00 Trying\r\n\r\n" + Self.ok).utf8).span)
        var lengths: [Int] = []
        while let length = framer.next({ bytes, _ in bytes.count }) { lengths.append(length) }
        #expect(lengths == [Self.ok.utf8.count, 32, Self.ok.utf8.count, Self.ok.utf8.count])
        #expect(framer.skippedBytes == 3 + 5 + 9 + 13 - 2)
    }

    @Test("A line as long as a start line may be is dropped but for its end, where the next message begins")
    func longLine() {
        let line = String(repeating: "x", count: 200_000)
        for segments in [[Self.ok, line, line + "</x>" + Self.ok], [Self.ok + line + line + "</x>" + Self.ok]] {
            #expect(Framing(segments).texts == [Self.ok, Self.ok])
        }
    }
}
