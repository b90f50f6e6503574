import SIPParsing

/// What a framer made of a stream.
struct Framing {
    var messages: [FramedMessage] = []
    var framer: StreamFramer

    var texts: [String] { messages.map { String(decoding: $0.bytes, as: UTF8.self) } }
    var kinds: [[Anomaly.Kind]] { messages.map { $0.anomalies.map(\.kind) } }

    /// What comes behind the last segment.
    enum Ending {
        case nothing, gap, end
    }

    /// Feeds segments, taking messages out after each.
    init(_ segments: [[UInt8]], limits: ParsingLimits = ParsingLimits(), ending: Ending = .nothing) {
        framer = StreamFramer(limits: limits)
        for segment in segments {
            framer.append(segment.span)
            drain()
        }
        switch ending {
        case .nothing: break
        case .gap: framer.markGap()
        case .end: framer.markEnd()
        }
        drain()
    }

    /// Feeds segments of text.
    init(_ segments: [String], limits: ParsingLimits = ParsingLimits(), ending: Ending = .nothing) {
        self.init(segments.map { Array($0.utf8) }, limits: limits, ending: ending)
    }

    /// Takes out what is there.
    mutating func drain() {
        while let message = framer.next() { messages.append(message) }
    }
}

extension [UInt8] {
    /// The bytes one by one.
    var singly: [[UInt8]] { map { [$0] } }

    /// The bytes in pieces of random lengths.
    func cut(atMost longest: Int, _ numbers: inout some RandomNumberGenerator) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var offset = 0
        while offset < count {
            let end = Swift.min(count, offset + Int.random(in: 1...longest, using: &numbers))
            pieces.append(Array(self[offset..<end]))
            offset = end
        }
        return pieces
    }
}
