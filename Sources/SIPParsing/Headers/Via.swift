/// One hop of a request's way (RFC 3261 section 20.42).
public struct Via: Sendable, Hashable {
    /// protocol-name, `SIP` as a rule, as received.
    public let protocolName: String
    /// protocol-version, `2.0` as a rule.
    public let protocolVersion: String
    /// The transport as received.
    public let transport: String
    /// The host of sent-by in lower case, an IPv6 address in its brackets.
    public let host: String
    /// The port of sent-by, when it has one.
    public let port: UInt16?
    /// The parameters.
    public let parameters: [Parameter]

    /// Reads one value; nil without a protocol and a sent-by.
    public init?(_ bytes: Span<UInt8>, _ value: ByteRange) {
        guard let range = bytes.trimmedBounds(value) else { return nil }
        let semicolon = bytes.topLevelOffset(of: ASCII.semicolon, in: range) ?? range.upperBound
        var offset = range.lowerBound
        var parts: [Range<Int>] = []
        while parts.count < 3 {
            while offset < semicolon, ASCII.isWhitespace(bytes[offset]) { offset += 1 }
            let end = bytes.endOfToken(offset..<semicolon)
            guard end > offset else { return nil }
            parts.append(offset..<end)
            offset = end
            while parts.count < 3, offset < semicolon, ASCII.isWhitespace(bytes[offset]) { offset += 1 }
            guard parts.count < 3 else { break }
            guard offset < semicolon, bytes[offset] == ASCII.slash else { return nil }
            offset += 1
        }
        guard offset < semicolon, ASCII.isWhitespace(bytes[offset]) else { return nil }
        (host, port) = bytes.hostAndPort(offset..<semicolon)
        guard !host.isEmpty else { return nil }
        protocolName = bytes.text(ByteRange(parts[0]))
        protocolVersion = bytes.text(ByteRange(parts[1]))
        transport = bytes.text(ByteRange(parts[2]))
        parameters = bytes.parameters(in: semicolon..<range.upperBound)
    }

    /// All hops of a comma-separated value, the topmost first; those that are none are left out.
    public static func list(_ bytes: Span<UInt8>, _ value: ByteRange) -> [Via] {
        bytes.list(value) { Via(bytes, $0) }
    }

    /// The value of a parameter (name in lower case): empty when it has none, nil when it is not there.
    public func parameter(_ name: String) -> String? {
        parameters.value(of: name)
    }

    /// What names the transaction (section 8.1.1.7).
    public var branch: String? { parameter("branch") }

    /// The address that the request really came from, added by who received it (section 18.2.1).
    public var received: String? { parameter("received") }

    /// The port that the request really came from (RFC 3581 section 4); nil as well when it is only asked for.
    public var rport: UInt16? { parameters.number("rport").flatMap { UInt16(exactly: $0) } }

    /// Whether the sender asks for the answer to come back to its source port, or has been told it (RFC 3581).
    public var hasRport: Bool { parameter("rport") != nil }
}
