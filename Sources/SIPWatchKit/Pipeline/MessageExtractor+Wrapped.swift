import PacketDecoding
import SIPParsing
import SIPReporting
import TraceTypes

/// Taking in streams in which SIP is wrapped in something else: WebSocket (RFC 7118), and the Homer encapsulation.
extension MessageExtractor {
    /// Bytes of a stream's beginning after which there is no more doubt.
    private static let longestOpening = WebSocketFrame.longestHeader + WebSocketFrame.startLineBytes

    /// Takes the first bytes of a stream, after those before that did not tell.
    mutating func takeOpening(
        _ stream: inout ExtractedStream, _ bytes: Span<UInt8>, _ header: PayloadHeader, _ batch: inout MessageBatch
    ) -> FrameClass {
        guard case .opening(let before) = stream.content, !before.isEmpty else {
            guard let opening = StreamOpening.of(bytes) else {
                stream.content = .opening(bytes.array)
                return .undecided
            }
            return open(&stream, opening, bytes, header, &batch)
        }
        let all = before + bytes.array
        guard let opening = StreamOpening.of(all.span) ?? (all.count > Self.longestOpening ? .plain : nil) else {
            stream.content = .opening(all)
            return .undecided
        }
        return open(&stream, opening, all.span, header, &batch)
    }

    /// Takes a chunk of a stream that is not known to be SIP, if it begins like something that wraps it; nil if not.
    mutating func takeWrapped(
        _ stream: inout ExtractedStream, _ bytes: Span<UInt8>, _ header: PayloadHeader, _ batch: inout MessageBatch
    ) -> FrameClass? {
        guard let opening = StreamOpening.of(bytes), opening != .plain else { return nil }
        return open(&stream, opening, bytes, header, &batch)
    }

    private mutating func open(
        _ stream: inout ExtractedStream, _ opening: StreamOpening, _ bytes: Span<UInt8>, _ header: PayloadHeader,
        _ batch: inout MessageBatch
    ) -> FrameClass {
        let start = stream.count - UInt64(bytes.count)
        switch opening {
        case .plain:
            stream.content = .plain
            return takePlain(&stream, bytes, header, &batch)
        case .http:
            stream.content = .http(HTTPHead())
            return takeHTTP(&stream, bytes, header, &batch)
        case .webSocket:
            stream.content = .webSocket(WebSocketFramer(at: start, limit: limits.messageBytes))
            return takeWebSocket(&stream, bytes, header, isEnded: false, &batch)
        case .hep:
            stream.content = .hep(HEPFramer(at: start))
            return takeHEP(&stream, bytes, header, &batch)
        }
    }

    /// Gives bytes that turned out to begin nothing else to the framer of plain SIP.
    func openAsPlain(_ stream: inout ExtractedStream) {
        var bytes: [UInt8] = []
        switch stream.content {
        case .opening(let before): bytes = before
        case .http(let head): bytes = head.bytes
        case .plain, .webSocket, .hep: return
        }
        stream.content = .plain
        stream.framer.append(bytes.span)
        stream.framed += UInt64(bytes.count)
    }

    /// Takes a part of an HTTP head. What follows a head that leads to no WebSocket is looked at again chunk by chunk.
    mutating func takeHTTP(
        _ stream: inout ExtractedStream, _ bytes: Span<UInt8>, _ header: PayloadHeader, _ batch: inout MessageBatch
    ) -> FrameClass {
        guard case .http(var head) = stream.content else { return .undecided }
        stream.content = .plain
        switch head.append(bytes) {
        case .incomplete:
            stream.content = .http(head)
            return .undecided
        case .notHTTP:
            let all = head.bytes
            return takePlain(&stream, all.span, header, &batch)
        case .plain: return .other("http")
        case .webSocket(let end):
            let all = head.bytes
            let rest = all.span.extracting(end..<all.count)
            stream.headFrames = stream.parts?.frames(of: 0..<(stream.count - UInt64(rest.count))) ?? []
            stream.content = .webSocket(
                WebSocketFramer(at: stream.count - UInt64(rest.count), limit: limits.messageBytes))
            let next = takeWebSocket(&stream, rest, header, isEnded: false, &batch)
            return next == .sip ? .sip : .other("http")
        }
    }

    /// Notes which frames brought a message at a place of the stream.
    mutating func noteParts(
        _ stream: inout ExtractedStream, _ place: Range<UInt64>, _ header: PayloadHeader
    ) {
        guard parts != nil, let frames = stream.parts?.frames(of: place) else { return }
        parts?.add(stream.headFrames + frames, of: header.frame)
    }
}
