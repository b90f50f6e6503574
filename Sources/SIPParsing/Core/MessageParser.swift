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
    /// The message of the last `parse` that gave one.
    public internal(set) var message = Message()
    private let limits: ParsingLimits
    private let names = HeaderNameTable.shared

    /// Makes a parser.
    public init(limits: ParsingLimits = ParsingLimits()) {
        self.limits = limits
    }

    /// Gives the message away for another one, whose storage the next `parse` will use: a message is kept without copying.
    package mutating func exchangeMessage(with other: inout Message) {
        swap(&message, &other)
    }

    /// Reads the message at the start of `bytes`, line ends before it skipped (RFC 3261 section 7.5).
    ///
    /// The body ends where Content-Length says or with the bytes. Whatever breaks the grammar is noted as an anomaly
    /// and read past; only a first line that is no start line makes bytes not SIP.
    public mutating func parse(_ bytes: Span<UInt8>) -> ParseResult {
        var start = 0
        while start < bytes.count, ASCII.isWhitespace(bytes[start]) || bytes[start] == 0 { start += 1 }
        guard start < bytes.count else { return .keepAlive }
        message.reset()
        var noted: [Anomaly] = []
        let result = StartLineParser.parse(bytes, from: start) { noted.append(Anomaly(kind: $0, range: ByteRange($1))) }
        guard case .line(let line, let headerStart) = result else { return .notSIP }
        message.startLine = line
        message.anomalies.append(contentsOf: noted)
        let bodyStart = parseFields(bytes, from: headerStart)
        endBody(bytes, start: bodyStart)
        message.extent = ByteRange(start..<Int(message.body.range.upperBound))
        checkMandatoryFields(bytes, startLineEnd: headerStart, start: start)
        return .message
    }

    /// Reads the header fields of a piece of a message into `message`, and its start line where it has one.
    mutating func parseFragment(_ bytes: Span<UInt8>) -> StartLine? {
        message.reset()
        guard case .line(let line, let end) = StartLineParser.parse(bytes, from: 0, note: { _, _ in }) else {
            _ = parseFields(bytes, from: 0)
            return nil
        }
        _ = parseFields(bytes, from: end)
        return line
    }

    mutating func note(_ kind: Anomaly.Kind, _ range: Range<Int>) {
        guard message.anomalies.count < limits.anomalies else { return }
        message.anomalies.append(Anomaly(kind: kind, range: ByteRange(range)))
    }

    /// Reads header fields up to the empty line; returns the offset of the body.
    private mutating func parseFields(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var offset = start
        var bareLineFeed: Int?
        while offset < bytes.count {
            let lineFeed = bytes.offset(of: ASCII.lineFeed, from: offset, to: bytes.count) ?? bytes.count
            if lineFeed == offset || (lineFeed == offset + 1 && bytes[offset] == ASCII.carriageReturn) {
                if let bareLineFeed { note(.bareLineFeed, bareLineFeed..<(bareLineFeed + 1)) }
                return min(lineFeed + 1, bytes.count)
            }
            if lineFeed < bytes.count, bytes[lineFeed - 1] != ASCII.carriageReturn { bareLineFeed = lineFeed }
            var end = lineFeed
            while end + 1 < bytes.count, ASCII.isBlank(bytes[end + 1]) {
                end = bytes.offset(of: ASCII.lineFeed, from: end + 1, to: bytes.count) ?? bytes.count
            }
            parseField(bytes, offset..<end)
            offset = min(end + 1, bytes.count)
        }
        note(.missingEmptyLine, bytes.count..<bytes.count)
        return bytes.count
    }

    /// Reads one header field, folded lines included (section 7.3.1).
    private mutating func parseField(_ bytes: Span<UInt8>, _ line: Range<Int>) {
        guard let colon = bytes.offset(of: ASCII.colon, from: line.lowerBound, to: line.upperBound) else {
            return note(.lineWithoutColon, line)
        }
        var nameEnd = colon
        while nameEnd > line.lowerBound, ASCII.isBlank(bytes[nameEnd - 1]) { nameEnd -= 1 }
        guard message.fields.count < limits.headerFields else { return note(.tooManyFields, line) }
        var start = colon + 1
        var end = line.upperBound
        while start < end, ASCII.isWhitespace(bytes[start]) { start += 1 }
        while end > start, ASCII.isWhitespace(bytes[end - 1]) { end -= 1 }
        let name = names.name(bytes, line.lowerBound..<nameEnd)
        let field = HeaderField(
            name: name, nameRange: ByteRange(line.lowerBound..<nameEnd), value: ByteRange(start..<end))
        message.fields.append(field)
        readCore(bytes, field)
    }

    /// The body: as long as Content-Length says, but never longer than what is there (section 18.3).
    private mutating func endBody(_ bytes: Span<UInt8>, start: Int) {
        let present = bytes.count - start
        guard let length = message.contentLength else {
            message.body = ByteRange(start..<bytes.count)
            return
        }
        if length > present { note(.shortBody, start..<bytes.count) }
        message.body = ByteRange(start..<(start + min(length, present)))
    }

    private mutating func checkMandatoryFields(_ bytes: Span<UInt8>, startLineEnd: Int, start: Int) {
        if message.viaCount == 0 || message.from == nil || message.to == nil || message.callID == nil
            || message.cseqNumber == nil
        {
            note(.missingMandatoryField, start..<startLineEnd)
        }
        if let method = message.method, message.cseqNumber != nil, method != message.cseqMethod {
            note(.cseqMethodMismatch, message.cseqMethodName.range)
        }
        message.isPlausible = message.method != nil || message.cseqNumber != nil || isPlausibleResponse(bytes)
    }
}
