/// What a header section says of the body behind it.
struct BodyHeader: Sendable {
    /// What a body may hold, which decides whether a start line inside of it is a message of its own.
    enum Content: Sendable {
        /// A session description: no line of it is a start line (RFC 8866 section 5).
        case sessionDescription
        /// A SIP message or a piece of one (message/sip, message/sipfrag): its first line may be a start line.
        case message
        /// Parts, which may be messages.
        case multipart
        /// Anything else.
        case other
    }

    /// Larger lengths are read as this one, far above what is kept of a message.
    private static let longestLength = 1 << 40
    /// How many further lengths are tried.
    private static let otherLengthsKept = 7

    /// The first Content-Length that is a number.
    private(set) var length: Int?
    /// The lengths that differ from it and from each other, in their order.
    private(set) var otherLengths: [Int] = []
    /// What Content-Type names; nil when there is none.
    private(set) var content: Content?
    /// Content-Length fields that are no number or differ, or that none is there.
    private(set) var anomalies: [Anomaly] = []

    /// Reads a field when it is Content-Length or Content-Type, in any spelling that RFC 3261 section 7.3 allows.
    mutating func read(_ bytes: Span<UInt8>, _ field: Range<Int>) {
        guard let first = field.first, ASCII.lowercased(bytes[first]) == 99 || ASCII.lowercased(bytes[first]) == 108,
            let colon = bytes.offset(of: ASCII.colon, from: field.lowerBound, to: field.upperBound)
        else { return }
        let name = bytes.trimmed(field.lowerBound..<colon)
        let value = bytes.trimmed((colon + 1)..<field.upperBound)
        if isLength(bytes, name) {
            readLength(bytes, value)
        } else if content == nil, isType(bytes, name) {
            content = Self.content(bytes, value)
        }
    }

    /// Says that the header section ends here.
    mutating func end(at end: Int) {
        if length == nil, anomalies.isEmpty { note(.missingContentLength, end..<end) }
    }

    private func isLength(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
        if name.count == 1 { return ASCII.lowercased(bytes[name.lowerBound]) == 108 }
        return name.count == 14 && beginsWithContent(bytes, name)
            && bytes.lowercasedWord(from: name.lowerBound + 8, to: name.upperBound) == 0x6874_676E_656C
    }

    private func isType(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
        if name.count == 1 { return ASCII.lowercased(bytes[name.lowerBound]) == 99 }
        return name.count == 12 && beginsWithContent(bytes, name)
            && bytes.lowercasedWord(from: name.lowerBound + 8, to: name.upperBound) == 0x6570_7974
    }

    /// Whether a name begins with "content-", as `lowercasedWord` reads it; "length" and "type" are compared so, too.
    private func beginsWithContent(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
        bytes.lowercasedWord(from: name.lowerBound, to: name.upperBound) == 0x2D74_6E65_746E_6F63
    }

    /// Content-Length = 1*DIGIT.
    private mutating func readLength(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        var read = 0
        for offset in value {
            guard let digit = ASCII.digit(bytes[offset]) else { return note(.badContentLength, value) }
            read = min(read * 10 + Int(digit), Self.longestLength)
        }
        guard !value.isEmpty else { return note(.badContentLength, value) }
        guard let length else {
            length = read
            return
        }
        guard read != length, !otherLengths.contains(read) else { return }
        note(.conflictingContentLength, value)
        if otherLengths.count < Self.otherLengthsKept { otherLengths.append(read) }
    }

    private mutating func note(_ kind: Anomaly.Kind, _ range: Range<Int>) {
        guard anomalies.count < ParsingLimits.standard.anomalies else { return }
        anomalies.append(Anomaly(kind: kind, range: ByteRange(range)))
    }

    /// Whether a media type of so many bytes ends there.
    private static func isWhole(_ bytes: Span<UInt8>, _ value: Range<Int>, _ count: Int) -> Bool {
        let end = value.lowerBound + count
        return end >= value.upperBound || bytes[end] == ASCII.semicolon || ASCII.isWhitespace(bytes[end])
    }

    private static func content(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Content {
        if bytes.hasPrefix("application/sdp", at: value.lowerBound), isWhole(bytes, value, 15) {
            return .sessionDescription
        }
        if bytes.hasPrefix("message/", at: value.lowerBound) { return .message }
        if bytes.hasPrefix("multipart/", at: value.lowerBound) { return .multipart }
        return .other
    }
}
