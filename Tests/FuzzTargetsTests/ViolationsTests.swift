import SIPParsing
import Testing

@testable import FuzzTargets

@Suite("Invariants")
struct ViolationsTests {
    @Test(arguments: [(0..<4, true), (4..<4, true), (2..<3, true), (0..<5, false), (5..<5, false)])
    func rangesStayInside(range: Range<Int>, isInside: Bool) {
        var violations = Violations()
        violations.expect(ByteRange(range), inside: 0..<4, "it")
        violations.expect(nil, inside: 0..<4, "nothing")
        #expect(violations.found.isEmpty == isInside)
    }

    @Test func countsKeepToLimits() {
        var violations = Violations()
        violations.expect(3, atMost: 3, "words")
        #expect(violations.found.isEmpty)
        violations.expect(4, atMost: 3, "words")
        #expect(violations.found == ["4 words, of which no more than 3 may be kept"])
    }

    @Test("Every type that reads a header field is among those that are tried", arguments: HeaderName.allCases)
    func types(name: HeaderName) {
        // What Message holds itself has no type of its own.
        guard let type = name.valueType, type != Message.self else { return }
        #expect(HeaderReading.all.contains { $0.type == type }, "\(type), of \(name)")
    }

    @Test("Messages that differ in one byte's place have different shapes")
    func shapes() throws {
        func shape(_ text: String, from origin: Int = 0) throws -> MessageShape {
            var parser = MessageParser()
            let bytes = Array(text.utf8)
            try #require(parser.parse(bytes.span).isMessage)
            return MessageShape(parser.message, from: origin)
        }
        let text = "SIP/2.0 200 OK\r\nCall-ID: a\r\nCSeq: 1 ACK\r\n\r\n"
        #expect(try shape("\r\n" + text, from: 2) == shape(text))
        for other in ["ID:  a", "ID: aa", "ID; a"] {
            #expect(try shape(text) != shape(text.replacing("ID: a", with: other)))
        }
        #expect(try shape(text) != shape(text.replacing("ACK", with: "BYE")))
    }
}
