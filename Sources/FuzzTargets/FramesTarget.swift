import PacketDecoding

/// Frames of one link type, as ``FrameList`` cuts them out of the bytes.
enum FramesTarget {
    static func run(_ bytes: Span<UInt8>, _ violations: inout Violations) {
        var small = DecodingLimits()
        small.fragmentedDatagrams = 4
        small.fragmentBytes = 4096
        small.streams = 4
        small.heldBytes = 512
        small.heldBytesPerStream = 256
        small.heldSegmentsPerStream = 3
        for limits in [DecodingLimits(), small] {
            let reading = FrameReading(bytes, limits, &violations)
            violations.expect(
                reading == FrameReading(bytes, limits, &violations), "other payloads when decoded once more")
        }
    }
}
