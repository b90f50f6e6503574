import PacketDecoding
import TraceTypes

/// What the decoder makes of a list of frames.
struct FrameReading: Equatable {
    /// How many bytes of payload were handed on.
    private(set) var payloadBytes = 0
    /// A hash over all payloads and where they came from.
    private var digest: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Decodes the frames, and holds what comes out to what must be true of it.
    init(_ bytes: Span<UInt8>, _ limits: DecodingLimits, _ violations: inout Violations) {
        var list = FrameList(bytes)
        var decoder = PacketDecoder(limits: limits)
        var frames = 0
        var frameBytes = 0
        while let (header, range) = list.next(bytes) {
            let frame = bytes.extracting(range)
            frames += 1
            frameBytes += range.count
            let result = decoder.decode(header, frame)
            while let released = decoder.takeReleased() { take(released, frame, header.number, &violations) }
            take(result, frame, header.number, &violations)
        }
        decoder.finish()
        while let released = decoder.takeReleased() {
            take(released, Span(), FrameNumber(rawValue: UInt64(frames)), &violations)
        }
        violations.expect(decoder.account.frames == frames, "\(decoder.account.frames) of \(frames) frames counted")
        violations.expect(payloadBytes, atMost: frameBytes, "bytes of payloads")
    }

    private mutating func take(
        _ result: DecodeResult, _ frame: Span<UInt8>, _ number: FrameNumber, _ violations: inout Violations
    ) {
        switch result {
        case .datagram(let header, let range):
            take(header, frame, range, number, &violations)
        case .reassembledDatagram(let header, let bytes):
            take(header, bytes.span, 0..<bytes.count, number, &violations)
        case .stream(let chunk, let range):
            take(chunk.header, frame, range, number, &violations)
        case .reassembledStream(let chunk, let bytes):
            take(chunk.header, bytes.span, 0..<bytes.count, number, &violations)
        case .held, .other, .undecoded: break
        }
    }

    private mutating func take(
        _ header: PayloadHeader, _ bytes: Span<UInt8>, _ range: Range<Int>, _ number: FrameNumber,
        _ violations: inout Violations
    ) {
        violations.expect(header.frame <= number, "a payload of frame \(header.frame.rawValue), which is to come")
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else {
            return violations.expect(false, "a payload at \(range) of \(bytes.count) bytes")
        }
        payloadBytes += range.count
        mix(header.frame.rawValue)
        mix(UInt64(header.source.port) << 16 | UInt64(header.destination.port))
        mix(header.source.address.low)
        mix(header.destination.address.low)
        for offset in range { mix(UInt64(bytes[offset])) }
    }

    /// FNV-1a, for values of more than a byte as well.
    private mutating func mix(_ value: UInt64) {
        digest = (digest ^ value) &* 0x100_0000_01b3
    }
}
