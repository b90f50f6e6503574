/// Messages whose first line is damaged and whose header fields are not.
extension MessageParser {
    /// Bytes looked at for the end of a first line that is no start line.
    private static let longestDamagedLine = 1024

    /// Bytes of it that may be no printable ASCII. More stand in front of SIP that is inside of another protocol, as in a
    /// tunnel, whose headers must not be taken for a start line.
    private static let oddBytes = 4

    /// Reads the message that begins at `start` as one with a damaged start line; false where the header fields do not
    /// say that it is SIP: Call-ID, CSeq, and Via or From.
    mutating func readWithoutStartLine(_ bytes: Span<UInt8>, from start: Int, _ lineEnds: LineEnds) -> Bool {
        let limit = min(bytes.count, start + Self.longestDamagedLine)
        guard start < limit, ASCII.space...126 ~= bytes[start],
            let lineFeed = bytes.offset(of: ASCII.lineFeed, from: start, to: limit)
        else { return false }
        let line = bytes.trimmed(start..<lineFeed)
        guard speaksOfSIP(bytes, line), bytes.countUnprintable(in: line) <= Self.oddBytes else { return false }
        begin(lineEnds)
        message.startLine = startLine(bytes, line)
        note(.badStartLine, line)
        // What ends the line is counted as for any other.
        lineEndBytes = bytes[lineFeed - 1] == ASCII.carriageReturn ? 2 : 1
        readRest(bytes, from: start, lineFeed + 1)
        return message.callID != nil && message.cseqNumber != nil && (message.viaCount > 0 || message.from != nil)
    }

    /// Whether a version or a scheme is left in the line.
    private func speaksOfSIP(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
        for offset in line where bytes.hasPrefix("sip", at: offset) { return offset + 3 <= line.upperBound }
        return false
    }

    /// What the line was meant to be: a response where it begins like one, else a request.
    private func startLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> StartLine {
        if bytes.hasPrefix("sip", at: line.lowerBound) {
            return .response(status: 0, reason: ByteRange(from: line.lowerBound, to: line.upperBound))
        }
        let name = line.lowerBound..<bytes.endOfToken(line)
        let uri = bytes.trimmed(name.upperBound..<line.upperBound)
        return .request(method: Method(bytes, name), name: ByteRange(name), uri: ByteRange(uri))
    }
}
