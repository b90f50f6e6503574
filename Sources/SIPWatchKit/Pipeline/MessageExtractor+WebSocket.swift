import PacketDecoding
import SIPParsing
import SIPReporting
import TraceTypes

/// Taking in WebSocket connections (RFC 7118).
extension MessageExtractor {
    mutating func takeWebSocket(
        _ stream: inout ExtractedStream, _ bytes: Span<UInt8>, _ header: PayloadHeader, isEnded: Bool,
        _ batch: inout MessageBatch
    ) -> FrameClass {
        guard case .webSocket(var framer) = stream.content else { return .undecided }
        var result = FrameClass.undecided
        stream.content = .plain
        framer.append(bytes)
        while let (frameClass, place) = framer.next({ bytes, piece, place in
            (take(piece, bytes, header, place, isEnded: isEnded, &batch), place)
        }) {
            result = result.stronger(than: frameClass)
            if frameClass == .sip { noteParts(&stream, place, header) }
        }
        if framer.isGivenUp, result == .undecided { result = .other("websocket") }
        stream.content = .webSocket(framer)
        stream.last = ExtractedStream.Chunk(header: header, end: stream.framed)
        return result
    }

    /// Takes a piece of a WebSocket connection.
    private mutating func take(
        _ piece: WebSocketFramer.Piece, _ bytes: Span<UInt8>, _ header: PayloadHeader, _ place: Range<UInt64>,
        isEnded: Bool, _ batch: inout MessageBatch
    ) -> FrameClass {
        switch piece {
        case .message(let isComplete):
            var header = header
            header.transport = .webSocket
            header.identification = UInt16(truncatingIfNeeded: place.lowerBound)
            if !isComplete, !isEnded { header.isTruncated = true }
            let frameClass = takeMessage(header, bytes, .webSocket, &batch)
            return frameClass == .undecided ? .other("websocket") : frameClass
        case .control: return .keepAlive
        case .close: return .other("websocket")
        case .compressed: return .undecoded("compressed-websocket")
        case .oversize:
            account.oversizeMessages += 1
            return .other("websocket")
        }
    }
}
