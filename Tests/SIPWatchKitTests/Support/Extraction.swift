import SIPParsing
import SIPReporting
import TraceTypes
import _TestSupport

@testable import SIPWatchKit

/// A message extractor with what came out of it.
struct Extraction {
    /// A message that came out.
    struct Found: Equatable {
        var bytes: [UInt8]
        var header: PayloadHeader

        var text: String { String(decoding: bytes, as: UTF8.self) }

        static func == (left: Found, right: Found) -> Bool {
            left.bytes == right.bytes && left.header.source == right.header.source
                && left.header.destination == right.header.destination
                && left.header.isTruncated == right.header.isTruncated
                && left.header.transport == right.header.transport
        }
    }

    var extractor: MessageExtractor
    private(set) var found: [Found] = []
    private(set) var times: [Timestamp] = []
    private var number: UInt64 = 0

    init(limits: ParsingLimits = ParsingLimits(), keepsParts: Bool = false) {
        extractor = MessageExtractor(limits: limits, seed: 1, keepsParts: keepsParts)
    }

    /// What became of the frames.
    var account: CaptureAccount { extractor.account }
    /// The sum over all that frames are counted as.
    var counted: Int {
        let parts = [account.otherFrames, account.undecodedFrames, account.incompleteFrames]
        return parts.flatMap(\.values).reduce(Int(account.sipFrames + account.truncatedFrames), +)
    }

    mutating func feed(
        _ frame: [UInt8], at time: Timestamp = SIPScenario.time(0), linkType: LinkType = .ethernet,
        wireLength: Int? = nil
    ) {
        number += 1
        var batch = MessageBatch()
        extractor.feed(
            FrameHeader(
                number: FrameNumber(rawValue: number), time: time, linkType: linkType,
                wireLength: wireLength ?? frame.count), frame.span, into: &batch)
        take(batch)
    }

    mutating func finish() {
        var batch = MessageBatch()
        extractor.finish(into: &batch)
        take(batch)
    }

    private mutating func take(_ batch: MessageBatch) {
        times += batch.frames.map(\.time)
        for index in 0..<batch.messageCount {
            found.append(
                batch.withPayload(index) { bytes, header, _ in
                    Found(bytes: (0..<bytes.count).map { bytes[$0] }, header: header)
                })
        }
    }

    /// What comes out of some frames, to the end.
    static func of(_ frames: CapturedFrames) -> Extraction {
        var extraction = Extraction()
        for frame in frames.frames { extraction.feed(frame.bytes, at: frame.time, linkType: frames.linkType) }
        extraction.finish()
        return extraction
    }

    /// What comes out of segments of one stream, to the end.
    static func of(_ segments: [[UInt8]], limits: ParsingLimits = ParsingLimits(), keepsParts: Bool = false)
        -> Extraction
    {
        var extraction = Extraction(limits: limits, keepsParts: keepsParts)
        for segment in segments { extraction.feed(segment) }
        extraction.finish()
        return extraction
    }
}

/// One direction of a TCP connection, cut into segments.
struct Segments {
    var bytes: [UInt8]
    var source = SIPScenario.Party.alice.endpoint
    var destination = SIPScenario.Party.bob.endpoint
    /// The sequence number of the first byte; it wraps within the stream.
    var start: UInt32 = .max - 100

    /// The SYN.
    var synchronize: [UInt8] { segment(0..<0, flags: TCPFlags.synchronize, sequence: start &- 1) }
    /// The FIN.
    var finish: [UInt8] { segment(bytes.count..<bytes.count, flags: TCPFlags.finish | TCPFlags.acknowledge) }

    /// The frame with some of the bytes.
    func segment(_ range: Range<Int>, flags: UInt8 = TCPFlags.acknowledge, sequence: UInt32? = nil) -> [UInt8] {
        PacketBuilder(Array(bytes[range])).tcp(
            from: source.port, to: destination.port,
            sequence: sequence ?? start &+ UInt32(truncatingIfNeeded: range.lowerBound), flags: flags
        ).ipv4(from: source.address, to: destination.address).ethernet().bytes
    }

    /// The frames with all of the bytes, so many to each.
    func cut(every count: Int) -> [[UInt8]] {
        stride(from: 0, to: bytes.count, by: count).map { segment($0..<min($0 + count, bytes.count)) }
    }
}
