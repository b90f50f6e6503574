import PacketDecoding
import SIPParsing
import SIPReporting
import TraceTypes

/// Taking in streams of the Homer encapsulation.
extension MessageExtractor {
    mutating func takeHEP(
        _ stream: inout ExtractedStream, _ bytes: Span<UInt8>, _ header: PayloadHeader, _ batch: inout MessageBatch
    ) -> FrameClass {
        guard case .hep(var framer) = stream.content else { return .undecided }
        var result = FrameClass.undecided
        stream.content = .plain
        framer.append(bytes)
        while let (frameClass, place) = framer.next({ bytes, place in
            (takeEncapsulated(bytes, header, &batch), place)
        }) {
            result = result.stronger(than: frameClass)
            if frameClass == .sip { noteParts(&stream, place, header) }
        }
        if framer.isGivenUp {
            noteLoss(&batch)
            if result == .undecided { result = .other("hep") }
        }
        stream.content = .hep(framer)
        stream.last = ExtractedStream.Chunk(header: header, end: stream.framed)
        return result
    }

    /// Takes a whole frame of the Homer encapsulation.
    private mutating func takeEncapsulated(
        _ bytes: Span<UInt8>, _ header: PayloadHeader, _ batch: inout MessageBatch
    ) -> FrameClass {
        let frame = FrameHeader(number: header.frame, time: header.time, linkType: .raw, wireLength: bytes.count)
        switch decoder.decodeEncapsulated(frame, bytes) {
        case .datagram(let inner, let range):
            noteClock(inner.time)
            let frameClass = takeMessage(inner, bytes.extracting(range), .datagram, &batch)
            return frameClass == .undecided ? .other("hep") : frameClass
        case .undecoded(let reason): return .undecoded(reason.name)
        case .other(let kind): return .other(kind.name)
        default: return .other("hep")
        }
    }
}
