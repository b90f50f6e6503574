/// One medium of a session description (`m=` and what follows it, RFC 8866 section 5.14).
public struct Media: Sendable, Hashable {
    /// Which way the media flow, seen from who made the description (RFC 8866 section 6.7).
    public enum Direction: String, Sendable, Hashable {
        case sendrecv, sendonly, recvonly, inactive
    }

    /// `audio`, `video`, `image` …
    public let kind: String
    /// The transport port; 0 for a medium that is refused or ended (RFC 3264 section 6).
    public let port: UInt16
    /// How many ports there are from this one on.
    public let portCount: Int
    /// `RTP/AVP`, `RTP/SAVP`, `udptl` …
    public let protocolName: String
    /// The formats: with RTP, payload type numbers.
    public let formats: [String]
    /// The address of the medium, or else the session's.
    public internal(set) var connection: String?
    /// Which way the media flow.
    public internal(set) var direction: Direction = .sendrecv
    /// The formats by their names: from `a=rtpmap`, or else from RFC 3551, or else as they are.
    public internal(set) var codecs: [String] = []

    /// Whether the other side is put on hold (RFC 3264 section 8.4; the zero address is RFC 2543's way).
    public var isHold: Bool {
        direction == .inactive || direction == .sendonly || connection == "0.0.0.0"
    }

    /// The medium in a few words: `audio 192.0.2.1:4000 PCMU PCMA telephone-event sendrecv`, or `video off`.
    public var summary: String {
        guard port != 0 else { return "\(kind) off" }
        let address = connection.map { $0.utf8.contains(ASCII.colon) ? "[\($0)]" : $0 } ?? "?"
        return (["\(kind) \(address):\(port)"] + codecs + [direction.rawValue]).joined(separator: " ")
    }
}
