import SIPParsing
import Testing
import _TestSupport

@Suite("Streams however cut and damaged (RFC 3261 section 18.3)")
struct FramingPropertyTests {
    @Test("A stream cut in two at every position gives the same messages")
    func cutInTwo() {
        let messages = (0..<10).map { FramingSamples.message($0, body: $0) }
        let stream = Array(messages.joined(separator: "\r\n\r\n").utf8)
        for position in 0...stream.count {
            let framing = Framing([Array(stream[..<position]), Array(stream[position...])], ending: .end)
            guard framing.texts == messages, framing.framer.skippedBytes == 0 else {
                Issue.record("cut at \(position)")
                return
            }
        }
    }

    @Test(
        "A stream in random pieces gives the same messages, each with its last byte",
        arguments: 1...8 as ClosedRange<UInt64>)
    func pieces(seed: UInt64) {
        var numbers = SeededGenerator(seed: seed)
        let messages = (0..<200).map { FramingSamples.message($0, body: Int.random(in: 0..<10, using: &numbers)) }
        var framer = StreamFramer()
        var found: [String] = []
        for piece in Array(messages.joined().utf8).cut(atMost: 1 << seed, &numbers) {
            framer.append(piece.span)
            while let message = framer.next() { found.append(String(decoding: message.bytes, as: UTF8.self)) }
        }
        #expect(found == messages)
        #expect(framer.skippedBytes == 0)
        for message in messages.prefix(20) { #expect(Framing([message]).texts == [message]) }
    }

    /// Bodies that hold SIP themselves stand only in intact messages: damaged ones may leave no way to tell.
    @Test("Damage loses no more than the damaged messages", arguments: 1...20 as ClosedRange<UInt64>)
    func damage(seed: UInt64) {
        var numbers = SeededGenerator(seed: seed)
        for round in 0..<25 {
            var intact: [String] = []
            var stream: [UInt8] = []
            for number in 0..<20 {
                let body = Int.random(in: 0..<10, using: &numbers)
                let message = FramingSamples.message(number, body: body)
                if number % 4 == 2 {
                    stream += Self.damaged(Array(FramingSamples.message(number, body: body % 4).utf8), &numbers)
                } else {
                    intact.append(message)
                    stream += Array(message.utf8)
                }
            }
            let whole = Framing([stream], ending: .end)
            let lost = intact.filter { message in !whole.texts.contains { Self.isFound(message, as: $0) } }
            guard lost.isEmpty else {
                Issue.record("seed \(seed), round \(round): \(lost.count) of \(intact.count) lost, first \(lost[0])")
                return
            }
            #expect(Framing(stream.cut(atMost: 300, &numbers), ending: .end).messages == whole.messages)
        }
    }

    /// Whether a message was found, but for bytes of the damaged one that its method seems to begin with.
    private static func isFound(_ message: String, as text: String) -> Bool {
        text.hasSuffix(message) && !text.utf8.dropLast(message.utf8.count).contains(10)
    }

    /// A message with bytes changed, left out or put in, or with another length.
    static func damaged(_ message: [UInt8], _ numbers: inout SeededGenerator) -> [UInt8] {
        var bytes = message
        for _ in 0...Int.random(in: 0..<3, using: &numbers) where !bytes.isEmpty {
            let offset = Int.random(in: 0..<bytes.count, using: &numbers)
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0: bytes[offset] = UInt8.random(in: .min ... .max, using: &numbers)
            case 1: bytes.removeSubrange(offset..<min(bytes.count, offset + Int.random(in: 1...60, using: &numbers)))
            case 2: bytes.insert(contentsOf: Array("\r\nx: y".utf8), at: offset)
            case 3: bytes.removeSubrange(offset...)
            case 4: bytes.removeSubrange(..<offset)
            default: bytes = lengthened(bytes, &numbers)
            }
        }
        return bytes
    }

    private static func lengthened(_ bytes: [UInt8], _ numbers: inout SeededGenerator) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        let lengths = ["", "1", "9", "20", "999", "123456789", "-", "x", "0x"]
        let length = lengths[Int.random(in: 0..<lengths.count, using: &numbers)]
        return Array(text.replacing("Content-Length: ", with: "Content-Length: \(length)", maxReplacements: 1).utf8)
    }

    @Test("A stream that begins anywhere gives the messages from the next start line on")
    func midStream() {
        let messages = (0..<12).map { FramingSamples.message($0, body: $0 % 4) }
        let stream = Array(messages.joined().utf8)
        var ends: [Int] = []
        for message in messages { ends.append((ends.last ?? 0) + message.utf8.count) }
        for position in stride(from: 0, to: stream.count, by: 3) {
            let whole = messages[(ends.firstIndex { $0 >= position } ?? 0)...].dropFirst(position == 0 ? 0 : 1)
            let framing = Framing([Array(stream[position...])], ending: .end)
            guard framing.texts.suffix(whole.count) == Array(whole) else {
                Issue.record("begun at \(position)")
                return
            }
        }
    }

    @Test("One megabyte byte by byte, a line of a megabyte, and many messages at once")
    func volume() {
        var framer = StreamFramer()
        var count = 0
        let message = Array(FramingSamples.message(1, body: 1).utf8)
        for _ in 0..<(1 << 20) / message.count {
            for byte in message {
                framer.append([byte].span)
                while framer.next({ _, _ in }) != nil { count += 1 }
            }
        }
        #expect(count == (1 << 20) / message.count)
        let line = Array(repeating: UInt8(ascii: "x"), count: 1 << 20)
        framer.append(line.span)
        #expect(framer.next() == nil)
        let tiny = "M s:u SIP/2.0\n\n"
        framer.append(Array(("\n" + String(repeating: tiny, count: 100_000)).utf8).span)
        count = 0
        while let length = framer.next({ bytes, _ in bytes.count }) { count += length == tiny.utf8.count ? 1 : 0 }
        #expect(count == 100_000)
        #expect(framer.skippedBytes == line.count + 1)
    }
}
