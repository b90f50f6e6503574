import TraceTypes

/// Takes frames apart down to UDP payloads and TCP bytes.
///
/// Feed it frames in capture order. After each frame, and after ``advance(to:)`` and ``finish()``, fetch with
/// ``takeReleased()`` what became deliverable beside the frame's own result: it comes before that result.
package struct PacketDecoder: Sendable {
    /// The frames that the last result settles, of ``decode(_:_:)`` or ``takeReleased()``.
    package private(set) var settled = SettledFrames()

    private var counted = DecodingAccount()
    private var fragments: FragmentReassembler
    private var streams: StreamReassembler
    private var associations: SCTPReassembler
    private let keepsNumbers: Bool
    /// The number of the IP protocol UDP.
    private static let udp: UInt8 = 17

    /// Makes a decoder that keeps no more than `limits` allow; with `keepsNumbers`, ``settled`` has the numbers of the
    /// frames.
    package init(limits: DecodingLimits = DecodingLimits(), keepsNumbers: Bool = false) {
        fragments = FragmentReassembler(limits: limits)
        streams = StreamReassembler(limits: limits, keepsPieces: keepsNumbers)
        associations = SCTPReassembler(limits: limits)
        self.keepsNumbers = keepsNumbers
    }

    /// Whether a datagram or a user message that may have been SIP lacks a part for good.
    package var mayHaveLostSIP: Bool { fragments.mayHaveLostSIP || associations.mayHaveLostSIP }

    /// Whether something that may have been SIP was lost since this was last asked.
    package mutating func takeLoss() -> Bool {
        guard mayHaveLostSIP else { return false }
        fragments.forgetLoss()
        associations.forgetLoss()
        return true
    }

    /// What became of the frames so far.
    package var account: DecodingAccount {
        var account = counted
        account.events.add(streams.events)
        account.events.add(associations.events)
        account.datagrams &+= associations.releasedFrames
        account.streams &+= streams.releasedFrames
        account.held.count(.fragment, fragments.heldFrames)
        account.held.count(.segmentAheadOfGap, streams.heldFrames)
        account.held.count(.messagePart, associations.heldFrames)
        account.other.count(.tcpRetransmission, streams.repeatedFrames)
        account.other.count(.fragmentRepeated, fragments.repeatedFrames)
        return account
    }

    /// Decodes one frame. Ranges in the result lie in `bytes`.
    package mutating func decode(_ frame: FrameHeader, _ bytes: Span<UInt8>) -> DecodeResult {
        let cursor = LayerCursor(count: bytes.count, wireCount: frame.wireLength)
        settled.count = 1
        if keepsNumbers { settled.numbers = [frame.number] }
        let result = walk(LayerTable.link(frame.linkType), frame, bytes, cursor, LayerTable.maximumLayers)
        counted.count(result, settled.count)
        return result
    }

    /// Decodes a frame of the Homer encapsulation that was cut out of the stream that this frame belongs to. Its result
    /// is not counted: the frames that brought it are counted as the stream's.
    package mutating func decodeEncapsulated(_ frame: FrameHeader, _ bytes: Span<UInt8>) -> DecodeResult {
        var cursor = LayerCursor(count: bytes.count, wireCount: bytes.count)
        guard let step = HEPLayer.read(bytes, &cursor) else { return .undecoded(.malformedTunnelHeader) }
        return walk(step, frame, bytes, cursor, LayerTable.maximumLayers)
    }

    /// The next of what reassembly let go of beside any frame's own result: bytes behind a gap that was given up, the
    /// ends of streams, SCTP messages that shared a packet. Nil when there is no more.
    package mutating func takeReleased() -> DecodeResult? {
        guard streams.hasReleased || associations.hasReleased,
            let released = streams.takeReleased() ?? associations.takeReleased()
        else { return nil }
        settled = released.frames
        counted.count(released.result, settled.count)
        return released.result
    }

    /// Gives up what has waited too long at `time`. For live captures, where no frame may come to do it.
    package mutating func advance(to time: Timestamp) {
        fragments.expire(at: time, &counted.events)
        streams.advance(to: time)
        associations.expire(at: time)
    }

    /// Releases all that streams still hold, and counts as lost what lacks a part: the capture is over.
    package mutating func finish() {
        fragments.finish()
        streams.finish()
        associations.finish()
    }

    private mutating func walk(
        _ first: LayerStep, _ frame: FrameHeader, _ bytes: Span<UInt8>, _ start: LayerCursor, _ allowance: Int
    ) -> DecodeResult {
        var cursor = start
        var step = first
        for layer in 0..<allowance {
            switch step {
            case .next(let read):
                step = read(bytes, &cursor)
            case .datagram(let sourcePort, let destinationPort):
                let header = PayloadHeader(
                    frame: frame.number, time: frame.time,
                    source: Endpoint(address: cursor.source, port: sourcePort),
                    destination: Endpoint(address: cursor.destination, port: destinationPort), transport: .udp,
                    isTruncated: cursor.isTruncated, identification: cursor.identification)
                return .datagram(header, cursor.range)
            case .relayed(let payload):
                return .datagram(payload.header(frame, cursor), cursor.range)
            case .segment(let segment):
                return streams.add(segment, frame, bytes, cursor, &settled)
            case .chunks(let header):
                return associations.add(header, frame, bytes, cursor, &settled)
            case .fragment(let fragment):
                return reassemble(fragment, frame, bytes, cursor, allowance - layer - 1)
            case .other(let kind):
                return .other(kind)
            case .undecoded(let reason):
                return .undecoded(reason)
            }
        }
        return .undecoded(.nestedTooDeep)
    }

    private mutating func reassemble(
        _ fragment: IPFragment, _ frame: FrameHeader, _ bytes: Span<UInt8>, _ cursor: LayerCursor, _ allowance: Int
    ) -> DecodeResult {
        switch fragments.add(fragment, bytes, cursor, &settled, at: frame.time, &counted.events) {
        case .held:
            return .held(.fragment)
        case .undecoded(let reason):
            return .undecoded(reason)
        case .cut:
            // Only UDP says how long it would be.
            guard fragment.protocolNumber == Self.udp else { return .undecoded(.truncatedFragment) }
            var first = cursor
            first.expectMore()
            return walk(LayerTable.ipProtocol(Self.udp), frame, bytes, first, allowance)
        case .complete(let whole):
            var inner = LayerCursor(count: whole.count, wireCount: whole.count)
            inner.source = cursor.source
            inner.destination = cursor.destination
            inner.identification = cursor.identification
            let step = LayerTable.ipProtocol(fragment.protocolNumber)
            return switch walk(step, frame, whole.span, inner, allowance) {
            case .datagram(let header, let range): .reassembledDatagram(header, Array(whole[range]))
            case .stream(let chunk, let range): .reassembledStream(chunk, Array(whole[range]))
            case let result: result
            }
        }
    }
}
