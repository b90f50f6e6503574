/// How a transport tells where a message ends.
public enum MessageFraming: Sendable, Hashable, CaseIterable {
    /// UDP and SCTP: one message to a packet. The body has as many bytes as Content-Length says, and bytes behind it
    /// are left out; without Content-Length it ends with the packet (RFC 3261 section 18.3).
    case datagram
    /// TCP and TLS: only Content-Length tells where a message ends (RFC 3261 section 18.3). ``StreamFramer`` has found
    /// that end, and noted what was wrong with it; all bytes behind the header section are the body.
    case stream
    /// WebSocket: one message to the payload of a text or binary message, Content-Length not needed (RFC 7118 section
    /// 5). One that is there and wrong is treated as in a datagram. Line ends alone are a keep-alive (section 6).
    case webSocket

    /// The body among the bytes that stand behind the header section, and what a length that does not fit them is.
    ///
    /// - Parameters:
    ///   - present: The bytes from the end of the header section to the end of what the transport delivered.
    ///   - contentLength: Content-Length, when it is there and a number.
    /// - Returns: The range of the body, which never leaves `present`, and the anomaly to note of it.
    public func body(in present: Range<Int>, contentLength: Int?) -> (range: Range<Int>, anomaly: Anomaly.Kind?) {
        guard self != .stream, let contentLength, contentLength != present.count else { return (present, nil) }
        guard contentLength < present.count else { return (present, .shortBody) }
        let end = present.lowerBound + max(contentLength, 0)
        return (present.lowerBound..<end, .bytesAfterBody)
    }
}
