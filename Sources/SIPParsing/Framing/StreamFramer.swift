/// Cuts messages out of one direction of a byte stream (RFC 3261 section 18.3).
///
/// A message reaches from its start line over the empty line to as many body bytes as Content-Length says; what holds
/// where that cannot be believed, or is not there, is told at `BodySearch`. What is no message is skipped up to the next
/// start line: after a beginning in mid-stream, a gap, a body longer than its length. A message is handed out with its
/// last byte, unless its length is in doubt: then with the line that decides. Every byte is looked at a bounded number
/// of times, however the stream is split over segments, and the messages do not depend on the split.
public struct StreamFramer: Sendable {
    /// What the stream has turned out to carry.
    public enum Verdict: Sendable, Hashable {
        /// Nothing seen yet that decides.
        case undecided
        /// SIP.
        case sip
        /// Something else; nothing is kept until a segment begins with a start line.
        case notSIP
    }

    /// What the pending bytes are.
    enum Phase {
        /// Between messages; `inLine` when their first line began before them and can be no start line.
        case searching(inLine: Bool)
        /// A message whose header section is being read.
        case header
        /// A message whose header section has ended.
        case body
        /// A message whose header section breaks off.
        case cut(end: Int)
    }

    /// What the stream carries, as far as it shows.
    public internal(set) var verdict = Verdict.undecided
    /// Bytes that belonged to no message; keep-alives are not counted.
    public internal(set) var skippedBytes = 0
    /// Messages longer than `ParsingLimits.messageBytes`. Of one whose Content-Length says so, the header section is
    /// handed out.
    public internal(set) var oversizeMessages = 0
    /// What stood between messages to keep the stream open.
    public internal(set) var keepAlives = KeepAlives()

    /// Bytes that wait for more.
    public var pendingBytes: Int { buffer.pending.count }

    let limits: ParsingLimits
    var phase = Phase.searching(inLine: false)
    var buffer = StreamBuffer()
    var lines = LineFinder()
    var header = HeaderSection(next: 0)
    var body: BodySearch?
    /// Bytes skipped since the last start line.
    var noise = 0
    /// Bytes skipped since the last message.
    var skippedSinceMessage = 0
    /// How many bytes of the last body may belong to the start line behind it.
    var overlap = 0
    /// How many of the first pending bytes were taken back from the last body, which has them as well.
    var takenBack = 0

    /// Makes a framer for one direction of a connection.
    public init(limits: ParsingLimits = ParsingLimits()) {
        self.limits = limits
    }

    /// Takes the next bytes of the stream.
    public mutating func append(_ bytes: Span<UInt8>) {
        if verdict == .notSIP {
            guard SIPRecognizer.looksLikeSIP(bytes) else {
                skippedBytes += bytes.count
                skippedSinceMessage += bytes.count
                return buffer.discard(bytes.count)
            }
            verdict = .undecided
            noise = 0
        }
        buffer.append(bytes)
    }

    /// Says that bytes are missing here: a message whose body is cut short is handed out as it is, and what follows is
    /// searched for a start line.
    public mutating func markGap() {
        if verdict != .notSIP { buffer.mark(.gap) }
    }

    /// Says that the stream has ended: as after a gap, but a body that only the end of the stream can end is complete.
    public mutating func markEnd() {
        if verdict != .notSIP { buffer.mark(.end) }
    }

    /// Lends the next message's bytes and returns what is made of them, or nil until more bytes come.
    public mutating func next<Result>(_ take: (Span<UInt8>, FramedMessage.Info) -> Result) -> Result? {
        guard let end = nextEnd() else { return nil }
        let pending = buffer.pending
        let isFollowedByOtherBytes = isFollowedByOtherBytes(end.offset)
        let info = FramedMessage.Info(
            offset: buffer.offset, isComplete: end.isComplete, skippedBefore: skippedSinceMessage,
            isFollowedByOtherBytes: isFollowedByOtherBytes, lengthAnomalies: end.anomalies, count: end.offset)
        let message = pending.lowerBound..<(pending.lowerBound + end.offset)
        let result = take(buffer.bytes.span.extracting(message), info)
        advance(by: end.offset)
        overlap = end.overlap
        takenBack = 0
        skippedSinceMessage = 0
        phase = .searching(inLine: false)
        return result
    }

    /// A copy of the next message, or nil until more bytes come.
    public mutating func next() -> FramedMessage? {
        next { bytes, info in
            var copy: [UInt8] = []
            bytes.copy(ByteRange(0..<bytes.count), to: &copy)
            return FramedMessage(bytes: copy, info: info)
        }
    }

    /// Finds the next message and its end; it then begins with the pending bytes.
    private mutating func nextEnd() -> BodySearch.End? {
        let bytes = buffer.bytes
        while true {
            if buffer.pending.isEmpty, buffer.ending != nil { passEnding() }
            switch phase {
            case .searching(let inLine):
                guard search(bytes.span, inLine: inLine) else { return nil }
            case .header:
                guard readHeaderLine(bytes.span.extracting(buffer.pending)) else { return nil }
            case .cut(let end): return BodySearch.End(offset: end, isComplete: false, anomalies: [])
            case .body:
                let end = body?.look(bytes.span.extracting(buffer.pending), buffer.ending)
                if let end, end.isOversize { oversizeMessages += 1 }
                return end
            }
        }
    }

    private func isFollowedByOtherBytes(_ end: Int) -> Bool {
        var lines = LineFinder()
        let pending = buffer.bytes.span.extracting(buffer.pending)
        guard case .other = SIPRecognizer.following(end, in: pending, &lines, isLast: buffer.ending != nil) else {
            return false
        }
        return true
    }
}
