import PacketDecoding
import SIPParsing
import SIPReporting
import TraceTypes

/// Frames in, SIP messages out: decoding, stream framing and parsing, and the account of what became of each frame.
struct MessageExtractor: Sendable {
    /// What became of the frames so far; ``finish(into:)`` completes it.
    var account = CaptureAccount()
    /// Line ends or zero bytes sent to keep a path open.
    var keepAlives = 0
    /// Frames of each input that could not be read, by reason.
    private(set) var undecodedByInput: [Int: [String: Int]] = [:]
    /// The frames that messages are made of; nil unless asked for.
    var parts: MessageParts?

    /// Bytes that all streams together keep until more come; over it, the stream at hand gives up what it keeps.
    static let streamBytes = 64 << 20

    let limits: ParsingLimits
    let seed: UInt64
    var decoder: PacketDecoder
    var parser: MessageParser
    var inspector: MessageInspector
    var streams: [Int: ExtractedStream] = [:]
    var streamLimit = MessageExtractor.streamBytes
    var pendingBytes = 0
    /// How far the slowest of the clocks that encapsulated messages are stamped by is off from that of the capture; not
    /// positive. Such messages take place at their own times: time must not pass them by, or what is only late would seem
    /// never to have come. So all frames let time pass no further than that clock shows.
    var clockOffset = TimeSpan.zero
    /// When, by the capture's clock, that lag was seen last.
    private var lastLag = Timestamp(nanoseconds: 0)
    /// How long a lag is reckoned with that was not seen again.
    private static let lagMemory = TimeSpan.seconds(600)
    /// Fewer captured bytes of a payload do not tell whether it is SIP.
    private static let tellingBytes = 16
    private var input = 0
    private var frame = FrameNumber(rawValue: 0)
    private var frameTime = Timestamp(nanoseconds: 0)

    /// Makes an extractor for the tracker with this seed. With `keepsParts`, it keeps which frames messages are made of.
    init(limits: ParsingLimits, seed: UInt64, keepsParts: Bool = false) {
        self.limits = limits
        self.seed = seed
        decoder = PacketDecoder(keepsNumbers: keepsParts)
        parser = MessageParser(limits: limits)
        inspector = MessageInspector(limits: limits)
        if keepsParts { parts = MessageParts() }
    }

    /// Takes in a frame and adds its messages to a batch.
    mutating func feed(_ frame: FrameHeader, _ bytes: Span<UInt8>, into batch: inout MessageBatch) {
        account.frames += 1
        input = frame.input
        self.frame = frame.number
        frameTime = frame.time
        let result = decoder.decode(frame, bytes)
        let settled = decoder.settled
        takeReleased(&batch)
        if case .undecoded(let reason) = result { countUndecoded(reason.name, settled.count) }
        take(result, bytes, settled, &batch)
        if decoder.takeLoss() { noteLoss(&batch) }
        batch.endFrame(at: frame.time + clockOffset)
    }

    /// Notes what the capture says of the frame that was taken in last.
    mutating func note(_ comments: [String]) {
        for comment in comments { account.add(CaptureAccount.Comment(frame: frame, text: comment)) }
    }

    /// Lets time pass without a frame: what has waited too long is given up, and what was held behind it is added to a
    /// batch.
    mutating func idle(at time: Timestamp, into batch: inout MessageBatch) {
        decoder.advance(to: time)
        takeReleased(&batch)
        if decoder.takeLoss() { noteLoss(&batch) }
    }

    /// Ends the capture: what streams still hold is added to a batch, and the account completed.
    mutating func finish(into batch: inout MessageBatch) {
        decoder.finish()
        takeReleased(&batch)
        if decoder.takeLoss() { noteLoss(&batch) }
        for stream in streams.keys.sorted() { close(stream, nil, isEnded: false, &batch) }
        let decoded = decoder.account
        account.undecodedFrames.merge(decoded.undecoded.named) { $0 + $1 }
        account.incompleteFrames = decoded.held.named
        account.otherFrames.merge(decoded.other.named) { $0 + $1 }
        account.reassembly.merge(decoded.events.named) { $0 + $1 }
    }

    private mutating func takeReleased(_ batch: inout MessageBatch) {
        while let released = decoder.takeReleased() { take(released, Span(), decoder.settled, &batch) }
    }

    private mutating func take(
        _ result: DecodeResult, _ bytes: Span<UInt8>, _ frames: SettledFrames, _ batch: inout MessageBatch
    ) {
        switch result {
        case .datagram(let header, let range): takeDatagram(header, bytes.extracting(range), frames, &batch)
        case .reassembledDatagram(let header, let whole): takeDatagram(header, whole.span, frames, &batch)
        case .stream(let chunk, let range): takeStream(chunk, bytes.extracting(range), frames, &batch)
        case .reassembledStream(let chunk, let whole): takeStream(chunk, whole.span, frames, &batch)
        case .held, .other, .undecoded: break
        }
    }

    /// Counts frames under what they turned out to carry.
    mutating func count(_ frames: FrameTally, as frameClass: FrameClass) {
        switch frameClass {
        case .sip:
            account.sipFrames += UInt64(frames.whole)
            account.truncatedFrames += UInt64(frames.truncated)
        case .keepAlive: countOther("keep-alive", frames.total)
        case .other(let name): countOther(name, frames.total)
        case .undecoded(let reason):
            guard frames.total > 0 else { return }
            account.undecodedFrames[reason, default: 0] += frames.total
            countUndecoded(reason, frames.total)
        case .undecided: break
        }
    }

    private mutating func countOther(_ name: String, _ count: Int) {
        if count > 0 { account.otherFrames[name, default: 0] += count }
    }

    private mutating func countUndecoded(_ reason: String, _ count: Int) {
        undecodedByInput[input, default: [:]][reason, default: 0] += count
    }

    private mutating func takeDatagram(
        _ header: PayloadHeader, _ bytes: Span<UInt8>, _ frames: SettledFrames, _ batch: inout MessageBatch
    ) {
        noteClock(header.time)
        let frameClass =
            header.isTruncated && bytes.count < Self.tellingBytes
            ? cutPayload(&batch) : takeMessage(header, bytes, .datagram, &batch)
        if frameClass == .sip, parts != nil { parts?.add(frames.numbers, of: header.frame) }
        let tally = FrameTally(frames.count, isTruncated: header.isTruncated)
        let other = header.transport == .sctp ? "sctp" : "udp"
        count(tally, as: frameClass == .undecided ? .other(other) : frameClass)
    }

    /// Too little of a payload is there to tell what it is: it may have been SIP.
    private mutating func cutPayload(_ batch: inout MessageBatch) -> FrameClass {
        noteLoss(&batch)
        return .undecoded("truncated-payload")
    }

    /// Notes by how much the clock of whoever stamped a payload lags behind that of the capture. A lag that was not seen
    /// again for long is forgotten.
    mutating func noteClock(_ time: Timestamp) {
        let offset = time - frameTime
        if offset < .zero, offset <= clockOffset {
            clockOffset = offset
            lastLag = frameTime
        } else if clockOffset < .zero, frameTime - lastLag > Self.lagMemory {
            clockOffset = .zero
        }
    }

    /// Takes a message whose transport tells where it ends; undecided when it is none.
    mutating func takeMessage(
        _ header: PayloadHeader, _ bytes: Span<UInt8>, _ framing: MessageFraming, _ batch: inout MessageBatch
    ) -> FrameClass {
        switch parser.parse(bytes, framing: framing) {
        case .keepAlive:
            keepAlives += 1
            return .keepAlive
        case .notSIP:
            guard header.isTruncated, SIPRecognizer.looksLikeSIP(bytes) else { return .undecided }
            account.truncatedMessages += 1
            batch.hasLoss = true
            return .sip
        case .message:
            guard parser.message.isPlausible else { return .undecided }
            add(bytes, header, &batch)
            return .sip
        }
    }

    mutating func add(_ bytes: Span<UInt8>, _ header: PayloadHeader, _ batch: inout MessageBatch) {
        guard header.isTruncated else {
            parser.inspect(bytes, with: &inspector)
            return batch.add(&parser, bytes, header, seed: seed)
        }
        account.truncatedMessages += 1
        let whole = wholeLines(bytes)
        let isCutInHeader = parser.message.anomalies.contains { $0.kind == .missingEmptyLine }
        // Without all of it, what did not seem to come may have come: its header fields are missing, or the status that
        // a NOTIFY reports.
        if isCutInHeader || parser.message.cseqMethod == .notify { batch.hasLoss = true }
        // A line that was cut would be taken for another value than the sender's.
        guard isCutInHeader, whole < bytes.count else { return batch.add(&parser, bytes, header, seed: seed) }
        guard case .message = parser.parse(bytes.extracting(0..<whole)) else { return }
        batch.add(&parser, bytes.extracting(0..<whole), header, seed: seed)
    }

    /// How many bytes there are up to the last line end.
    private func wholeLines(_ bytes: Span<UInt8>) -> Int {
        var end = bytes.count
        while end > 0, bytes[end - 1] != UInt8(ascii: "\n"), bytes[end - 1] != UInt8(ascii: "\r") { end -= 1 }
        return end
    }
}
