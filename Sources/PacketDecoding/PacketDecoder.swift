import TraceTypes

/// Takes frames apart down to UDP payloads and TCP bytes. Feed frames in capture order; after each, and after
/// ``advance(to:)`` and ``finish()``, ``takeReleased()`` hands out what became deliverable beside the frame's own result.
package struct PacketDecoder {
    /// What became of the frames so far.
    package private(set) var account = DecodingAccount()
    private var released: [DecodeResult] = []

    /// Makes a decoder that keeps no more than `limits` allow.
    package init(limits: DecodingLimits = DecodingLimits()) {
    }

    /// Decodes one frame. Ranges in the result lie in `bytes`.
    package mutating func decode(_ frame: FrameHeader, _ bytes: Span<UInt8>) -> DecodeResult {
        let cursor = LayerCursor(count: bytes.count, wireCount: frame.wireLength)
        let result = walk(LayerTable.link(frame.linkType), frame, bytes, cursor)
        account.count(result)
        return result
    }

    /// The next of what reassembly let go of without a frame that completed it: bytes behind a gap that was given up,
    /// the ends of streams. Not counted as frames. Nil when there is no more.
    package mutating func takeReleased() -> DecodeResult? {
        released.isEmpty ? nil : released.removeFirst()
    }

    /// Gives up what has waited too long at `time`. For live captures, where no frame may come to do it.
    package mutating func advance(to time: Timestamp) {
    }

    /// Gives up all that is still held: the capture is over.
    package mutating func finish() {
    }

    private mutating func walk(
        _ first: LayerStep, _ frame: FrameHeader, _ bytes: Span<UInt8>, _ start: LayerCursor
    ) -> DecodeResult {
        var cursor = start
        var step = first
        for _ in 0..<LayerTable.maximumLayers {
            switch step {
            case .next(let layer):
                step = layer(bytes, &cursor)
            case .datagram(let sourcePort, let destinationPort):
                let header = PayloadHeader(
                    frame: frame.number, time: frame.time,
                    source: Endpoint(address: cursor.source, port: sourcePort),
                    destination: Endpoint(address: cursor.destination, port: destinationPort), transport: .udp,
                    isTruncated: cursor.isTruncated)
                return .datagram(header, cursor.range)
            case .segment:
                return .other(.tcpWithoutData)
            case .fragment:
                return .held(.fragment)
            case .other(let kind):
                return .other(kind)
            case .undecoded(let reason):
                return .undecoded(reason)
            }
        }
        return .undecoded(.nestedTooDeep)
    }
}
