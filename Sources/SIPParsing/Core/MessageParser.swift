/// What a parser made of some bytes.
public enum ParseResult: Sendable {
    /// A message; the parser holds it until the next call.
    case message
    /// Nothing but line ends or zero bytes: a keep-alive (RFC 5626 section 4.4.1, or a NAT ping).
    case keepAlive
    /// Not SIP.
    case notSIP
}

/// Reads messages out of bytes. One parser serves any number of messages, and in the steady state allocates nothing.
public struct MessageParser: Sendable {
    /// The message that the last `parse` gave; of no use where it gave none.
    public internal(set) var message = Message()
    let limits: ParsingLimits
    let names = HeaderNameTable.shared
    /// What tells where the message at hand ends.
    private var framing = MessageFraming.datagram
    /// What ends the lines of the message at hand.
    var lineEnds = LineEnds.lineFeed
    /// Whether a CR alone ends the start line of the message at hand.
    var endsAtReturn = false
    /// Bytes of the message at hand that end its lines, as far as it is read.
    var lineEndBytes = 0
    /// The next LF, or the end of the bytes where there is none.
    var knownLineFeed: Int?
    /// Whether the message at hand has more header fields than are kept.
    var hasTooManyFields = false
    /// The first Content-Length of the message at hand; -1 for one that is no number.
    var lengthSeen: Int?
    /// Whether the message at hand has had a CSeq.
    var cseqSeen = false
    /// A line feed of the message at hand that stands without a CR.
    var bareLineFeed: Int?

    /// Makes a parser.
    public init(limits: ParsingLimits = .standard) {
        self.limits = limits
    }

    /// Gives the message away for another one, whose storage the next `parse` will use: a message is kept without copying.
    package mutating func exchangeMessage(with other: inout Message) {
        swap(&message, &other)
    }

    /// Reads the message at the start of `bytes`, line ends before it skipped (RFC 3261 section 7.5).
    ///
    /// Where the body ends, `framing` says. Whatever breaks the grammar is noted as an anomaly and read past; only a
    /// first line that is no start line makes bytes not SIP.
    public mutating func parse(_ bytes: Span<UInt8>, framing: MessageFraming = .datagram) -> ParseResult {
        guard bytes.count <= limits.messageBytes else {
            let result = parse(bytes.extracting(first: limits.messageBytes), framing: framing)
            if case .message = result { note(.messageTooLong, limits.messageBytes..<bytes.count) }
            return result
        }
        var start = 0
        while start < bytes.count, ASCII.isWhitespace(bytes[start]) || bytes[start] == 0 { start += 1 }
        guard start < bytes.count else { return .keepAlive }
        self.framing = framing
        // Each reading begins anew, and so forgets what the one before has noted.
        guard
            read(bytes, from: start, .lineFeed) || read(bytes, from: start, .carriageReturn)
                || readWithoutStartLine(bytes, from: start, .lineFeed)
        else {
            message.reset()
            return .notSIP
        }
        if hasOddBytes(bytes) { readCarefully(bytes, from: start) }
        return .message
    }

    /// Whether the bytes are only line ends and zero bytes.
    package static func isKeepAlive(_ bytes: Span<UInt8>) -> Bool {
        for offset in 0..<bytes.count where !ASCII.isFill(bytes[offset]) && !ASCII.isBlank(bytes[offset]) {
            return false
        }
        return true
    }

    /// Adds anomalies that were found before the message was parsed, as by a ``StreamFramer``, to those of the message;
    /// of a kind that the parser has found, too, its own stays.
    public mutating func add(_ anomalies: [Anomaly]) {
        for anomaly in anomalies where !message.anomalies.contains(where: { $0.kind == anomaly.kind }) {
            note(anomaly.kind, anomaly.range.range)
        }
    }

    /// Reads the message that begins at `start`; false where there is no start line.
    mutating func read(_ bytes: Span<UInt8>, from start: Int, _ lineEnds: LineEnds) -> Bool {
        begin(lineEnds)
        guard let (startLine, headerStart) = readStartLine(bytes, from: start) else { return false }
        message.startLine = startLine
        if start > 0, ASCII.isBlank(bytes[start - 1]) { note(.startLineSpacing, (start - 1)..<start) }
        readRest(bytes, from: start, headerStart)
        return true
    }

    mutating func begin(_ lineEnds: LineEnds) {
        message.reset()
        self.lineEnds = lineEnds
        endsAtReturn = false
        lineEndBytes = 0
        bareLineFeed = nil
        knownLineFeed = nil
        lengthSeen = nil
        cseqSeen = false
        hasTooManyFields = false
    }

    /// Reads what stands behind the start line, which reaches from `start` to `headerStart`.
    mutating func readRest(_ bytes: Span<UInt8>, from start: Int, _ headerStart: Int) {
        let bodyStart = parseFields(bytes, from: headerStart)
        if let bareLineFeed { note(.bareLineFeed, bareLineFeed..<(bareLineFeed + 1)) }
        message.header = ByteRange(from: start, to: bodyStart)
        endBody(bytes, start: bodyStart)
        message.extent = ByteRange(from: start, to: Int(message.body.range.upperBound))
        checkMandatoryFields(bytes, startLineEnd: headerStart, start: start)
    }

    /// Reads the header fields of a piece of a message into `message`, and its start line where it has one.
    mutating func parseFragment(_ bytes: Span<UInt8>) -> StartLine? {
        begin(.lineFeed)
        let start = readStartLine(bytes, from: 0)
        _ = parseFields(bytes, from: start?.end ?? 0)
        return start?.line
    }

    mutating func note(_ kind: Anomaly.Kind, _ range: Range<Int>) {
        message.anomalies.note(kind, range, limits)
    }

    /// The body: as long as Content-Length says, but never longer than what is there (section 18.3).
    private mutating func endBody(_ bytes: Span<UInt8>, start: Int) {
        let (body, anomaly) = framing.body(in: start..<bytes.count, contentLength: message.contentLength)
        message.body = ByteRange(from: body.lowerBound, to: body.upperBound)
        guard let anomaly else { return }
        let rest = anomaly == .shortBody ? body : body.upperBound..<bytes.count
        // Line ends and zero bytes behind a body are nobody's message.
        if anomaly == .bytesAfterBody, Self.isKeepAlive(bytes.extracting(rest)) { return }
        note(anomaly, rest)
    }

    private mutating func checkMandatoryFields(_ bytes: Span<UInt8>, startLineEnd: Int, start: Int) {
        if message.viaCount == 0 || message.from == nil || message.to == nil || message.callID == nil
            || message.cseqNumber == nil
        {
            noteMissingFields(start..<startLineEnd)
        }
        if let method = message.method, message.cseqNumber != nil, !hasSameMethod(bytes, method) {
            note(.cseqMethodMismatch, message.cseqMethodName.range)
        }
        message.isPlausible = message.method != nil || message.cseqNumber != nil || isPlausibleResponse(bytes)
    }

    /// Notes each header field that every message needs and that is not there; one that cannot be read is noted elsewhere.
    private mutating func noteMissingFields(_ startLine: Range<Int>) {
        if message.viaCount == 0 { note(.missingVia, startLine) }
        if message.from == nil { note(.missingFrom, startLine) }
        if message.to == nil { note(.missingTo, startLine) }
        if message.callID == nil { note(.missingCallID, startLine) }
        if message.first(.cSeq) == nil { note(.missingCSeq, startLine) }
    }

    /// Whether CSeq names the method of the request; methods that are not registered compare by their text.
    private func hasSameMethod(_ bytes: Span<UInt8>, _ method: Method) -> Bool {
        guard method == message.cseqMethod, method == .other, case .request(_, let name, _) = message.startLine else {
            return method == message.cseqMethod
        }
        return bytes.equals(name, bytes, message.cseqMethodName)
    }
}
