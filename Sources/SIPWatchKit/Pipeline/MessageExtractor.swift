import PacketDecoding
import SIPParsing
import SIPReporting
import TraceTypes

/// Frames in, SIP messages out: decoding, stream framing and parsing, and the account of what became of each frame.
struct MessageExtractor: Sendable {
    /// What became of the frames so far; ``finish(into:)`` completes it.
    private(set) var account = CaptureAccount()
    /// Line ends or zero bytes sent to keep a path open.
    private(set) var keepAlives = 0
    /// Frames of each input that could not be read, by reason.
    private(set) var undecodedByInput: [Int: [String: Int]] = [:]

    private let limits: ParsingLimits
    private let seed: UInt64
    private var decoder = PacketDecoder()
    private var parser: MessageParser
    private var inspector: MessageInspector
    private var streams: [Int: ExtractedStream] = [:]

    /// Makes an extractor for the tracker with this seed.
    init(limits: ParsingLimits, seed: UInt64) {
        self.limits = limits
        self.seed = seed
        parser = MessageParser(limits: limits)
        inspector = MessageInspector(limits: limits)
    }

    /// Takes in a frame and adds its messages to a batch.
    mutating func feed(_ frame: FrameHeader, _ bytes: Span<UInt8>, into batch: inout MessageBatch) {
        account.frames += 1
        let result = decoder.decode(frame, bytes)
        if case .undecoded(let reason) = result {
            undecodedByInput[frame.input, default: [:]][reason.name, default: 0] += 1
        }
        while let released = decoder.takeReleased() { _ = take(released, bytes, &batch) }
        count(take(result, bytes, &batch))
        batch.endFrame(at: frame.time)
    }

    /// Lets time pass without a frame.
    mutating func idle(at time: Timestamp) {
        decoder.advance(to: time)
    }

    /// Ends the capture: what streams still hold is added to a batch, and the account completed.
    mutating func finish(into batch: inout MessageBatch) {
        decoder.finish()
        while let released = decoder.takeReleased() { _ = take(released, Span(), &batch) }
        for stream in streams.keys.sorted() { close(stream, nil, isEnded: false, &batch) }
        let decoded = decoder.account
        account.undecodedFrames = decoded.undecoded.named
        account.incompleteFrames = decoded.held.named
        account.otherFrames.merge(decoded.other.named) { $0 + $1 }
    }

    /// What a frame's payload turned out to be, for the account.
    private enum Content {
        case sip, keepAlive
        case other(String)
        /// The decoder counts it.
        case counted
    }

    private mutating func count(_ content: Content) {
        switch content {
        case .sip: account.sipFrames += 1
        case .keepAlive: account.otherFrames["keep-alive", default: 0] += 1
        case .other(let name): account.otherFrames[name, default: 0] += 1
        case .counted: break
        }
    }

    private mutating func take(_ result: DecodeResult, _ bytes: Span<UInt8>, _ batch: inout MessageBatch) -> Content {
        switch result {
        case .datagram(let header, let range): takeDatagram(header, bytes.extracting(range), &batch)
        case .reassembledDatagram(let header, let whole): takeDatagram(header, whole.span, &batch)
        case .stream(let chunk, let range): takeStream(chunk, bytes.extracting(range), &batch)
        case .reassembledStream(let chunk, let whole): takeStream(chunk, whole.span, &batch)
        case .held, .other, .undecoded: .counted
        }
    }

    private mutating func takeDatagram(
        _ header: PayloadHeader, _ bytes: Span<UInt8>, _ batch: inout MessageBatch
    ) -> Content {
        switch parser.parse(bytes) {
        case .keepAlive:
            keepAlives += 1
            return .keepAlive
        case .notSIP: return .other("udp")
        case .message:
            guard parser.message.isPlausible else { return .other("udp") }
            add(bytes, header, &batch)
            return .sip
        }
    }

    private mutating func takeStream(
        _ chunk: StreamChunk, _ bytes: Span<UInt8>, _ batch: inout MessageBatch
    ) -> Content {
        let key = chunk.stream.rawValue
        var stream = streams.removeValue(forKey: key) ?? ExtractedStream(framer: StreamFramer(limits: limits))
        if chunk.followsGap { stream.framer.markGap() }
        let keepAlivesBefore = stream.framer.keepAlives
        stream.framer.append(bytes)
        let found = takeFramed(&stream, chunk.header, isEnded: false, &batch)
        let isSIP = found || stream.framer.verdict == .sip
        let onlyKeepsAlive = !found && stream.framer.keepAlives != keepAlivesBefore && MessageParser.isKeepAlive(bytes)
        keepAlives += stream.framer.keepAlives.count - keepAlivesBefore.count
        if chunk.followsGap, isSIP { batch.hasStreamGap = true }
        stream.last = ExtractedStream.Chunk(
            header: chunk.header, end: (stream.last?.end ?? 0) + UInt64(bytes.count))
        streams[key] = stream
        if chunk.ends { close(key, chunk.header, isEnded: !chunk.isBrokenOff, &batch) }
        return onlyKeepsAlive ? .keepAlive : isSIP ? .sip : .other("tcp")
    }

    private mutating func takeFramed(
        _ stream: inout ExtractedStream, _ header: PayloadHeader, isEnded: Bool, _ batch: inout MessageBatch
    ) -> Bool {
        var found = false
        let last = stream.last
        while let isMessage = stream.framer.next({ bytes, info in
            let header = last?.header(of: info, count: bytes.count) ?? header
            return takeMessage(bytes, info, header, isEnded: isEnded, &batch)
        }) {
            found = found || isMessage
        }
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
        add(bytes, header, &batch)
        return true
    }

    /// Ends a stream: what its framer still holds is handed out as it is.
    private mutating func close(
        _ key: Int, _ header: PayloadHeader?, isEnded: Bool, _ batch: inout MessageBatch
    ) {
        guard var stream = streams.removeValue(forKey: key) else { return }
        if let header = header ?? stream.last?.header {
            if isEnded { stream.framer.markEnd() } else { stream.framer.markGap() }
            _ = takeFramed(&stream, header, isEnded: isEnded, &batch)
        }
        account.oversizeMessages += stream.framer.oversizeMessages
        if stream.framer.verdict == .sip { account.skippedStreamBytes += stream.framer.skippedBytes }
    }

    private mutating func add(_ bytes: Span<UInt8>, _ header: PayloadHeader, _ batch: inout MessageBatch) {
        if header.isTruncated {
            account.truncatedMessages += 1
        } else {
            parser.inspect(bytes, with: &inspector)
        }
        batch.add(&parser, bytes, header, seed: seed)
    }
}
