/// One medium of a session description (`m=` and what follows it, RFC 8866 section 5.14).
public struct Media: Sendable, Hashable {
    /// Which way the media flow, seen from who made the description (RFC 8866 section 6.7).
    public enum Direction: String, Sendable, Hashable {
        case sendrecv, sendonly, recvonly, inactive
    }

    /// `audio`, `video`, `image` …
    public let kind: String
    /// The transport port; 0 for a medium that is refused or ended (RFC 3264 section 6), but see `hasPort`.
    public let port: UInt16
    /// Whether the line names a port from 0 to 65535; where it does not, `port` is 0 and means nothing.
    public let hasPort: Bool
    /// How many ports there are from this one on; 1 where the number is missing or makes no sense.
    public let portCount: Int
    /// `RTP/AVP`, `RTP/SAVP`, `udptl` …
    public let protocolName: String
    /// The formats: with RTP, payload type numbers.
    public let formats: [String]
    /// The title (`i=`, RFC 8866 section 5.4).
    public internal(set) var title: String?
    /// The medium's own connection lines (`c=`); more than one only for layers sent to multicast groups.
    public internal(set) var connections: [SessionDescription.Connection] = []
    /// The medium's bandwidths (`b=`) in their order.
    public internal(set) var bandwidths: [SessionDescription.Bandwidth] = []
    /// Whether the medium has an obsolete key line (`k=`, RFC 8866 section 5.12).
    public internal(set) var hasKey = false
    /// The medium's own attributes.
    public internal(set) var attributes = SessionDescription.Attributes()

    /// The address of the medium, or else the session's.
    public internal(set) var connection: String?
    /// Which way the media flow: as the medium says, or else the session, or else both ways (RFC 8866 section 6.7).
    public internal(set) var direction: Direction = .sendrecv
    /// What each format stands for.
    public internal(set) var codecTable: [Codec] = []
    /// Who opens the connection: as the medium says, or else the session (RFC 4145 section 4).
    public internal(set) var setup: SessionDescription.Setup?
    /// The fingerprints of DTLS certificates: the medium's, or else the session's.
    public internal(set) var fingerprints: [SessionDescription.Fingerprint] = []
    /// Whether the medium offers ICE: with credentials of its own or the session's (RFC 8839 section 5.4).
    public internal(set) var usesICE = false

    /// Makes a medium from what its `m=` line says; nil as a port is one that cannot be read.
    init(kind: String, port: UInt16?, portCount: Int, protocolName: String, formats: [String]) {
        self.kind = kind
        self.port = port ?? 0
        hasPort = port != nil
        self.portCount = portCount
        self.protocolName = protocolName
        self.formats = formats
    }
}
