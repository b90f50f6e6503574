import PacketDecoding
import TraceTypes
import _TestSupport

/// A decoder with a frame counter, for tests.
struct DecodingBench {
    var decoder: PacketDecoder
    private var count: UInt64 = 0

    init(limits: DecodingLimits = DecodingLimits()) {
        decoder = PacketDecoder(limits: limits)
    }

    /// Decodes one frame, at a time in seconds.
    mutating func decode(
        _ frame: [UInt8], linkType: LinkType = .raw, at seconds: Double = 0, wireLength: Int? = nil
    ) -> Decoded {
        count += 1
        let header = FrameHeader(
            number: FrameNumber(rawValue: count), time: Timestamp(nanoseconds: Int64(seconds * 1e9)),
            linkType: linkType, wireLength: wireLength ?? frame.count)
        return Decoded(decoder.decode(header, frame.span), in: frame)
    }

    /// Decodes one packet, at a time in seconds.
    mutating func decode(_ packet: PacketBuilder, linkType: LinkType = .raw, at seconds: Double = 0) -> Decoded {
        decode(packet.bytes, linkType: linkType, at: seconds)
    }

    /// All that was released.
    mutating func released() -> [Decoded] {
        var all: [Decoded] = []
        while let result = decoder.takeReleased() { all.append(Decoded(result, in: [])) }
        return all
    }
}
