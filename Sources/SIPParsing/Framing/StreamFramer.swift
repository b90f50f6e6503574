/// Cuts messages out of one direction of a byte stream (RFC 3261 section 18.3).
///
/// A message reaches from its start line over the empty line to as many body bytes as Content-Length says; without one
/// it ends with the empty line. What is no message is skipped up to the next line that is a start line: after a
/// beginning in mid-stream, a gap, a body without a length. Every byte is looked at a bounded number of times,
/// however it is split over segments.
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

    /// Bytes without a start line among them after which a stream is taken for something else.
    static let longestNoise = 4096
    /// Storage that an emptied buffer may keep.
    private static let idleStorage = 1 << 16

    /// What the bytes at `head` are.
    private enum Phase {
        /// Between messages; `inLine` when the line at `head` began before it and can be no start line.
        case searching(inLine: Bool)
        /// A message whose header section is read up to `line`, where a line begins.
        case header(line: Int)
        /// A message whose end is known.
        case body(end: Int)
    }

    /// What the stream carries, as far as it shows.
    public private(set) var verdict = Verdict.undecided
    /// Bytes that belonged to no message; line ends between messages are not counted.
    public private(set) var skippedBytes = 0
    /// Messages given up because they were longer than `ParsingLimits.messageBytes`.
    public private(set) var oversizeMessages = 0

    private let limits: ParsingLimits
    private var phase = Phase.searching(inLine: false)
    private var buffer: [UInt8] = []
    /// The stream offset of the buffer's first byte.
    private var bufferOffset: UInt64 = 0
    /// The first byte that is neither handed out nor skipped.
    private var head = 0
    /// Bytes before this one hold no line end that is still to be found.
    private var scanned = 0
    /// Bytes skipped since the last start line.
    private var noise = 0
    /// Messages found before a gap and not yet handed out.
    private var ready: [FramedMessage] = []

    /// Makes a framer for one direction of a connection.
    public init(limits: ParsingLimits = ParsingLimits()) {
        self.limits = limits
    }

    /// Takes the next bytes of the stream.
    public mutating func append(_ bytes: Span<UInt8>) {
        if verdict == .notSIP {
            guard SIPRecognizer.looksLikeSIP(bytes) else {
                skippedBytes += bytes.count
                bufferOffset += UInt64(bytes.count)
                return
            }
            verdict = .undecided
            phase = .searching(inLine: false)
            noise = 0
        }
        compact()
        bytes.copy(ByteRange(0..<bytes.count), to: &buffer)
    }

    /// Says that bytes are missing here, or that the stream has ended: a message whose body is cut short is handed out
    /// as it is, and what follows is searched for a start line.
    public mutating func markGap() {
        while let message = cut() { ready.append(message) }
        if case .body = phase {
            ready.append(message(to: buffer.count, isComplete: false))
        } else {
            skip(to: buffer.count)
        }
        restart(at: buffer.count)
    }

    /// The next message, or nil until more bytes come.
    public mutating func next() -> FramedMessage? {
        ready.isEmpty ? cut() : ready.removeFirst()
    }

    /// Cuts the next message out of the buffer.
    private mutating func cut() -> FramedMessage? {
        while true {
            switch phase {
            case .searching(let inLine):
                guard findStartLine(inLine: inLine) else { return nil }
            case .header(let line):
                guard readHeaderLine(line) else { return nil }
            case .body(let end):
                guard buffer.count >= end else { return nil }
                let message = message(to: end, isComplete: true)
                restart(at: end)
                return message
            }
        }
    }

    /// Looks at one line between messages; false when more bytes are needed.
    private mutating func findStartLine(inLine: Bool) -> Bool {
        if !inLine { skipLineEnds() }
        guard let lineFeed = nextLineFeed() else {
            keepOrDropLine(inLine: inLine)
            return false
        }
        if !inLine, SIPRecognizer.isStartLine(buffer.span, head..<(lineFeed + 1)) {
            verdict = .sip
            noise = 0
            phase = .header(line: lineFeed + 1)
        } else {
            skip(to: lineFeed + 1)
            phase = .searching(inLine: false)
        }
        return true
    }

    /// Decides about a line whose end is still to come.
    private mutating func keepOrDropLine(inLine: Bool) {
        let pending = buffer.count - head
        if inLine {
            skip(to: buffer.count)
        } else if pending > StartLineParser.longestLine || isNoise(pending) {
            skip(to: buffer.count)
            phase = .searching(inLine: true)
        } else if pending > limits.messageBytes {
            giveUp()
        }
        if verdict == .undecided, noise > Self.longestNoise {
            verdict = .notSIP
            skip(to: buffer.count)
            bufferOffset += UInt64(buffer.count)
            buffer = []
            restart(at: 0)
        }
    }

    private func isNoise(_ pending: Int) -> Bool {
        pending > min(Self.longestNoise, limits.messageBytes)
            && !SIPRecognizer.beginsStartLine(buffer.span, from: head)
    }

    /// Looks at one line of a header section; false when more bytes are needed.
    private mutating func readHeaderLine(_ line: Int) -> Bool {
        guard let lineFeed = nextLineFeed() else {
            if buffer.count - head > limits.messageBytes { giveUp() }
            return false
        }
        let isEmpty = lineFeed == line || (lineFeed == line + 1 && buffer[line] == ASCII.carriageReturn)
        if isEmpty {
            endHeader(at: lineFeed + 1)
        } else {
            // A start line in a header section begins another message: the one before was cut short.
            if SIPRecognizer.isStartLine(buffer.span, line..<(lineFeed + 1)) { skip(to: line) }
            phase = .header(line: lineFeed + 1)
        }
        return true
    }

    private mutating func endHeader(at end: Int) {
        let length = buffer.span.contentLength(inHeader: head..<end) ?? 0
        if end - head + length > limits.messageBytes {
            oversizeMessages += 1
            skip(to: end)
            phase = .searching(inLine: false)
        } else {
            phase = .body(end: end + length)
        }
    }

    /// Drops a message that has grown over the limit, and the rest of its line when that comes.
    private mutating func giveUp() {
        oversizeMessages += 1
        skip(to: buffer.count)
        phase = .searching(inLine: true)
    }

    private mutating func nextLineFeed() -> Int? {
        let found = buffer.span.offset(of: ASCII.lineFeed, from: max(scanned, head), to: buffer.count)
        scanned = found.map { $0 + 1 } ?? buffer.count
        return found
    }

    private mutating func skipLineEnds() {
        while head < buffer.count, ASCII.isWhitespace(buffer[head]) || buffer[head] == 0 { head += 1 }
    }

    private mutating func skip(to end: Int) {
        skippedBytes += end - head
        noise += end - head
        head = end
    }

    private mutating func restart(at offset: Int) {
        head = offset
        scanned = offset
        phase = .searching(inLine: false)
    }

    private func message(to end: Int, isComplete: Bool) -> FramedMessage {
        FramedMessage(bytes: Array(buffer[head..<end]), offset: bufferOffset + UInt64(head), isComplete: isComplete)
    }

    /// Gives up the bytes before `head` once they are at least as many as those behind it, so that moving the latter
    /// costs no more than appending the former did.
    private mutating func compact() {
        guard head > 0, head >= buffer.count - head else { return }
        if head == buffer.count, buffer.capacity > Self.idleStorage {
            buffer = []
        } else {
            buffer.removeFirst(head)
        }
        bufferOffset += UInt64(head)
        scanned = max(scanned - head, 0)
        switch phase {
        case .searching: break
        case .header(let line): phase = .header(line: line - head)
        case .body(let end): phase = .body(end: end - head)
        }
        head = 0
    }
}
