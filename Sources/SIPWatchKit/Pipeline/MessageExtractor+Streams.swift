import PacketDecoding
import SIPParsing
import SIPReporting
import TraceTypes

/// Taking in the bytes of streams.
extension MessageExtractor {
    mutating func takeStream(
        _ chunk: StreamChunk, _ bytes: Span<UInt8>, _ frames: SettledFrames, _ batch: inout MessageBatch
    ) {
        let key = chunk.stream.rawValue
        var stream =
            streams.removeValue(forKey: key)
            ?? ExtractedStream(framer: StreamFramer(limits: limits), keepsParts: parts != nil)
        let pendingBefore = stream.pendingBytes
        stream.count += UInt64(bytes.count)
        let piecesBefore = stream.parts?.count ?? 0
        stream.parts?.add(frames.numbers, end: stream.count)
        if chunk.followsGap { markGap(&stream) }
        let frameClass = takeBytes(&stream, bytes, chunk.header, &batch)
        let tally = FrameTally(frames.count, isTruncated: chunk.header.isTruncated)
        if chunk.ends, bytes.isEmpty, !chunk.header.isTruncated {
            // A FIN by itself carries nothing.
            count(tally, as: .other("tcp-without-data"))
        } else if frameClass == .undecided {
            stream.undecided.add(tally)
        } else {
            if frameClass != .keepAlive { settle(&stream, as: frameClass) }
            count(tally, as: frameClass)
        }
        if frameClass == .sip { stream.hasSIP = true }
        if chunk.followsGap { stream.hasGap = true }
        if stream.hasGap, stream.hasSIP { noteLoss(&batch) }
        pendingBytes += stream.pendingBytes - pendingBefore
        if pendingBytes > streamLimit { giveUpPending(&stream, chunk.header, &batch) }
        parts?.settle(&stream.parts, before: piecesBefore, isNeeded: stream.mayCarryMessages)
        streams[key] = stream
        if chunk.ends { close(key, chunk.header, isEnded: !chunk.isBrokenOff, &batch) }
    }

    /// Counts the frames that waited for what the stream carries.
    private mutating func settle(_ stream: inout ExtractedStream, as frameClass: FrameClass) {
        guard stream.undecided.total > 0 else { return }
        count(stream.undecided, as: frameClass)
        stream.undecided = FrameTally()
    }

    /// Says that bytes are missing here.
    private mutating func markGap(_ stream: inout ExtractedStream) {
        switch stream.content {
        case .opening, .http: openAsPlain(&stream)
        case .plain, .webSocket, .hep: break
        }
        switch stream.content {
        case .webSocket(var framer):
            framer.markGap()
            stream.content = .webSocket(framer)
        case .hep(var framer):
            framer.markGap()
            stream.content = .hep(framer)
        case .opening, .plain, .http: stream.framer.markGap()
        }
    }

    /// Gives up what a stream keeps, because all streams together keep too much.
    private mutating func giveUpPending(
        _ stream: inout ExtractedStream, _ header: PayloadHeader, _ batch: inout MessageBatch
    ) {
        let pendingBefore = stream.pendingBytes
        markGap(&stream)
        _ = takeBytes(&stream, Span(), header, &batch)
        pendingBytes += stream.pendingBytes - pendingBefore
        account.reassembly["stream-buffer-evicted", default: 0] += 1
        noteLoss(&batch)
    }

    /// Ends a stream: what is kept of it is handed out as it is.
    mutating func close(_ key: Int, _ header: PayloadHeader?, isEnded: Bool, _ batch: inout MessageBatch) {
        guard var stream = streams.removeValue(forKey: key) else { return }
        pendingBytes -= stream.pendingBytes
        let piecesBefore = stream.parts?.count ?? 0
        defer { parts?.settle(&stream.parts, before: piecesBefore, isNeeded: false) }
        switch stream.content {
        case .opening, .http: openAsPlain(&stream)
        case .plain, .webSocket, .hep: break
        }
        var frameClass = FrameClass.undecided
        if let header = header ?? stream.last?.header {
            switch stream.content {
            case .webSocket(var framer):
                framer.markGap()
                stream.content = .webSocket(framer)
                frameClass = takeBytes(&stream, Span(), header, isEnded: isEnded, &batch)
            case .hep: break
            case .opening, .plain, .http:
                if isEnded { stream.framer.markEnd() } else { stream.framer.markGap() }
                if takeFramed(&stream, header, isEnded: isEnded, &batch) { frameClass = .sip }
            }
        }
        settle(&stream, as: frameClass == .sip ? .sip : .other(stream.name))
        if stream.framer.verdict != .notSIP { keepAlives += stream.framer.keepAlives.count }
        account.oversizeMessages += stream.framer.oversizeMessages
        account.skippedStreamBytes += stream.skippedBytes
    }

    /// Takes the next bytes as what the stream carries.
    private mutating func takeBytes(
        _ stream: inout ExtractedStream, _ bytes: Span<UInt8>, _ header: PayloadHeader, isEnded: Bool = false,
        _ batch: inout MessageBatch
    ) -> FrameClass {
        switch stream.content {
        case .plain:
            if stream.framer.verdict != .sip, let wrapped = takeWrapped(&stream, bytes, header, &batch) {
                return wrapped
            }
            return takePlain(&stream, bytes, header, &batch)
        case .opening: return takeOpening(&stream, bytes, header, &batch)
        case .http: return takeHTTP(&stream, bytes, header, &batch)
        case .webSocket: return takeWebSocket(&stream, bytes, header, isEnded: isEnded, &batch)
        case .hep: return takeHEP(&stream, bytes, header, &batch)
        }
    }

    /// Takes bytes that are SIP, if anything.
    mutating func takePlain(
        _ stream: inout ExtractedStream, _ bytes: Span<UInt8>, _ header: PayloadHeader, _ batch: inout MessageBatch
    ) -> FrameClass {
        let keepAlivesBefore = stream.framer.keepAlives
        stream.framer.append(bytes)
        stream.framed += UInt64(bytes.count)
        let found = takeFramed(&stream, header, isEnded: false, &batch)
        stream.last = ExtractedStream.Chunk(header: header, end: stream.framed)
        if !found, stream.framer.keepAlives != keepAlivesBefore, MessageParser.isKeepAlive(bytes) { return .keepAlive }
        if found { return .sip }
        switch stream.framer.verdict {
        case .sip: return .sip
        case .notSIP: return .other("tcp")
        case .undecided: return .undecided
        }
    }

    private mutating func takeFramed(
        _ stream: inout ExtractedStream, _ header: PayloadHeader, isEnded: Bool, _ batch: inout MessageBatch
    ) -> Bool {
        var found = false
        let last = stream.last
        var places: [(FramedMessage.Info, Int, FrameNumber)] = []
        let keepsParts = parts != nil
        while let isMessage = stream.framer.next({ bytes, info in
            let header = last?.header(of: info, count: bytes.count) ?? header
            let isMessage = takeMessage(bytes, info, header, isEnded: isEnded, &batch)
            if keepsParts, isMessage { places.append((info, bytes.count, header.frame)) }
            return isMessage
        }) {
            found = found || isMessage
        }
        for (info, count, frame) in places { parts?.add(stream.frames(of: info, count: count), of: frame) }
        return found
    }

    /// Takes a message of a stream. One that is not whole was cut short by its sender when the stream ended there, and by
    /// the capture otherwise.
    private mutating func takeMessage(
        _ bytes: Span<UInt8>, _ info: FramedMessage.Info, _ header: PayloadHeader, isEnded: Bool,
        _ batch: inout MessageBatch
    ) -> Bool {
        guard case .message = parser.parse(bytes, framing: .stream), parser.message.isPlausible else {
            account.skippedStreamBytes += bytes.count
            return false
        }
        parser.add(info.anomalies)
        var header = header
        let isTooLong = info.anomalies.contains { $0.kind == .messageTooLong }
        header.isTruncated = header.isTruncated || !info.isComplete && !isEnded && !isTooLong
        // Two messages of a stream are never two captures of one.
        header.identification = UInt16(truncatingIfNeeded: info.offset)
        add(bytes, header, &batch)
        return true
    }
}
