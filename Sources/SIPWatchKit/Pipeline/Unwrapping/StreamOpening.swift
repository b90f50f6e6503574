/// What a stream carries, by its first bytes.
enum StreamOpening: Equatable {
    /// SIP, or something that is none of the others.
    case plain
    /// HTTP, which may ask for a WebSocket.
    case http
    /// WebSocket frames whose handshake passed before the capture began.
    case webSocket
    /// The Homer encapsulation.
    case hep

    /// Looks at the first bytes of a stream, or of one of its chunks; nil when more are needed to tell.
    static func of(_ bytes: Span<UInt8>) -> StreamOpening? {
        guard bytes.count > 0 else { return nil }
        switch bytes[0] {
        case 0x01, 0x02, 0x81, 0x82: return WebSocketFrame.beginsSIP(bytes, at: 0).map { $0 ? .webSocket : .plain }
        case 0x47: return isPrefix(request, bytes).map { $0 ? .http : .plain }
        case 0x48 where bytes.count > 1 && bytes[1] == 0x54:
            return isPrefix(response, bytes).map { $0 ? .http : .plain }
        case 0x48 where bytes.count == 1: return nil
        case 0x45, 0x48: return HEPFramer.begins(bytes, at: 0).map { $0 ? .hep : .plain }
        default: return .plain
        }
    }

    /// "GET "
    private static let request: [UInt8] = [0x47, 0x45, 0x54, 0x20]
    /// "HTTP/1."
    private static let response: [UInt8] = [0x48, 0x54, 0x54, 0x50, 0x2f, 0x31, 0x2e]

    /// Whether the bytes begin with a text; nil when they end within it.
    private static func isPrefix(_ text: [UInt8], _ bytes: Span<UInt8>) -> Bool? {
        for (index, byte) in text.enumerated() {
            guard index < bytes.count else { return nil }
            guard bytes[index] == byte else { return false }
        }
        return true
    }
}
